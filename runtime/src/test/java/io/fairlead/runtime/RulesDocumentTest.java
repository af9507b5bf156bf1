package io.fairlead.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules stay what they are meant to be: one place that acts on a switch, one row that tells of it. */
class RulesDocumentTest {

  @ParameterizedTest
  @ValueSource(classes = {Rules.class, SlashRules.class, ServiceRules.class, RestakeRules.class,
      RewardRules.class, CreditRules.class, PoolRules.class})
  void each_accessor_has_exactly_one_caller(Class<? extends Record> group) {
    JavaClasses classes = new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.fairlead");

    for (RecordComponent component : group.getRecordComponents()) {
      if (component.getType().isRecord()
          && component.getType().getRecordComponents().length == 0) {
        continue;
      }
      JavaMethod accessor = classes.get(group).getMethod(component.getName());
      Set<String> callers = Stream
          .concat(accessor.getAccessesToSelf().stream().map(JavaAccess::getOrigin),
              accessor.getReferencesToSelf().stream().map(JavaAccess::getOrigin))
          .map(JavaCodeUnit::getFullName).collect(Collectors.toSet());

      assertThat(callers).as(group.getSimpleName() + "." + component.getName()).hasSize(1)
          .allMatch(caller -> caller.startsWith(Wiring.class.getName() + "."));
    }
  }

  private record DocumentRow(String name, String constant, boolean deployed, boolean repaired,
      String test) {}

  private static List<DocumentRow> document() throws IOException {
    Path inModule = Path.of("..", "docs", "rules.md");
    Path file = Files.exists(inModule) ? inModule : Path.of("docs", "rules.md");
    return Files.readAllLines(file).stream().filter(line -> line.startsWith("| `"))
        .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
        .map(cells -> new DocumentRow(code(cells.get(1)), code(cells.get(2)),
            cells.get(3).equals("x"), cells.get(4).equals("x"), code(cells.get(7))))
        .toList();
  }

  private static String code(String cell) {
    return cell.replace("`", "");
  }

  @Test
  void each_constant_has_a_row_in_the_documentation() throws IOException {
    var expected = Rules.SWITCHES.stream()
        .flatMap(it -> it.values().stream().map(value -> it.name() + " " + value.name())).toList();

    assertThat(document()).extracting(row -> row.name() + " " + row.constant())
        .containsExactlyElementsOf(expected);
  }

  @Test
  void the_presets_of_the_documentation_are_those_of_the_program() throws IOException {
    for (DocumentRow row : document()) {
      Rules.Row real = Rules.table().stream().filter(each -> each.name().equals(row.name()))
          .findFirst().orElseThrow();
      String word = row.constant().toLowerCase(java.util.Locale.ROOT).replace('_', '-');

      assertThat(real.deployed().equals(word)).as(row.toString()).isEqualTo(row.deployed());
      assertThat(real.repaired().equals(word)).as(row.toString()).isEqualTo(row.repaired());
    }
  }

  @Test
  void each_row_names_a_test_that_exists() throws IOException {
    Set<String> tests = new ClassFileImporter()
        .withImportOption(new ImportOption.OnlyIncludeTests())
        .importPackages("io.fairlead.runtime").stream()
        .flatMap(type -> type.getMethods().stream()
            .filter(method -> method.isAnnotatedWith(Test.class))
            .map(method -> type.getSimpleName() + "." + method.getName()))
        .collect(Collectors.toSet());

    assertThat(document()).extracting(DocumentRow::test).isNotEmpty().allMatch(tests::contains);
  }
}
