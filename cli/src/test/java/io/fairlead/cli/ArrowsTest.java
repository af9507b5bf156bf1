package io.fairlead.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The arrows between modules, as docs/architecture.md draws them: what may know what. */
class ArrowsTest {

  private static final String BASE = "io.fairlead.";

  /** From a module's package to the packages that it may use beside its own. */
  private static final Map<String, List<String>> ARROWS = new LinkedHashMap<>();

  static {
    List<String> pallets =
        List.of("substrate..", "restaking..", "services..", "slashing..", "rewards..");
    ARROWS.put("substrate", List.of());
    ARROWS.put("restaking", List.of("substrate.."));
    ARROWS.put("services", List.of("substrate..", "restaking.."));
    ARROWS.put("slashing", List.of("substrate..", "restaking..", "services.."));
    ARROWS.put("rewards", List.of("substrate..", "restaking..", "services.."));
    ARROWS.put("runtime", pallets);
    ARROWS.put("client", List.of("substrate.."));
    ARROWS.put("node", with(pallets, "runtime.."));
    ARROWS.put("operator",
        List.of("substrate..", "client..", "restaking.wire..", "services.wire.."));
    ARROWS.put("simulations", with(pallets, "runtime..", "client..", "operator.plan.."));
    ARROWS.put("twin", List.of("substrate..", "client..", "runtime..", "restaking.wire..",
        "services.wire..", "rewards.wire.."));
    ARROWS.put("programs", List.of());
    ARROWS.put("cli", with(pallets, "runtime..", "client..", "node..", "operator..", "twin..",
        "simulations..", "programs.."));
  }

  @TestFactory
  List<DynamicTest> a_module_uses_only_what_its_arrows_allow() {
    return ARROWS.entrySet().stream()
        .map(arrow -> DynamicTest.dynamicTest(arrow.getKey(), () -> check(arrow)))
        .toList();
  }

  @Test
  void every_class_belongs_to_a_module_that_has_arrows() {
    assertThat(Production.CLASSES.stream().map(ArrowsTest::module).distinct())
        .isSubsetOf(ARROWS.keySet());
  }

  @Test
  void the_rules_see_the_classes_of_every_level() {
    assertThat(Production.CLASSES.stream().map(ArrowsTest::module).distinct())
        .contains("substrate", "restaking", "services", "client", "programs", "cli");
  }

  @Test
  void akka_stays_in_node_operator_twin_and_cli() {
    noClasses().that().resideOutsideOfPackages(BASE + "node..", BASE + "operator..",
        BASE + "twin..", BASE + "cli..")
        .should().dependOnClassesThat().resideInAPackage("akka..")
        .check(Production.CLASSES);
  }

  private static void check(Map.Entry<String, List<String>> arrow) {
    List<String> allowed = new ArrayList<>();
    allowed.add(BASE + arrow.getKey() + "..");
    arrow.getValue().forEach(to -> allowed.add(BASE + to));

    noClasses().that().resideInAPackage(BASE + arrow.getKey() + "..")
        .should().dependOnClassesThat(JavaClass.Predicates.resideInAPackage("io.fairlead..")
            .and(JavaClass.Predicates.resideOutsideOfPackages(allowed.toArray(String[]::new))))
        .allowEmptyShould(true)
        .check(Production.CLASSES);
  }

  private static String module(JavaClass type) {
    String rest = type.getPackageName().substring(BASE.length());
    int dot = rest.indexOf('.');
    return dot < 0 ? rest : rest.substring(0, dot);
  }

  private static List<String> with(List<String> first, String... more) {
    List<String> all = new ArrayList<>(first);
    all.addAll(Set.of(more));
    return all;
  }
}
