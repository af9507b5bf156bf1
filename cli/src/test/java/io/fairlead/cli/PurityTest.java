package io.fairlead.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The pallets and the runtime are pure: the same inputs give the same state, anywhere, any time. */
class PurityTest {

  private static final String[] PURE = {"io.fairlead.substrate..", "io.fairlead.restaking..",
      "io.fairlead.services..", "io.fairlead.slashing..", "io.fairlead.rewards..",
      "io.fairlead.runtime.."};

  /** Static methods that read a clock, the environment, or something random. */
  private static final Map<String, Set<String>> IMPURE_CALLS = Map.of(
      "java.lang.System", Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty",
          "getProperties", "lineSeparator", "identityHashCode", "exit", "load", "loadLibrary"),
      "java.lang.Math", Set.of("random"),
      "java.lang.Class", Set.of("forName", "getMethod", "getDeclaredMethod", "getDeclaredMethods",
          "getDeclaredField", "getDeclaredFields", "getRecordComponents"),
      "java.util.UUID", Set.of("randomUUID"),
      "java.util.Locale", Set.of("getDefault", "setDefault"),
      "java.time.Instant", Set.of("now"),
      "java.time.LocalDate", Set.of("now"),
      "java.time.LocalDateTime", Set.of("now"),
      "java.time.ZonedDateTime", Set.of("now"),
      "java.time.ZoneId", Set.of("systemDefault"));

  @Test
  void pure_code_knows_no_actors_json_logger_or_command_line() {
    pure().should().dependOnClassesThat().resideInAnyPackage("akka..", "scala..",
        "com.fasterxml..", "org.slf4j..", "ch.qos..", "java.util.logging..", "picocli..",
        "org.h2..", "java.sql..")
        .check(Production.CLASSES);
  }

  @Test
  void pure_code_does_no_input_or_output() {
    pure().should().dependOnClassesThat().resideInAnyPackage("java.net..", "java.nio.file..",
        "java.nio.channels..", "javax.net..")
        .orShould().dependOnClassesThat().haveNameMatching(
            "java\\.io\\.(File|RandomAccess|Print|Console|Object).*|java\\.lang\\.Process.*"
                + "|java\\.lang\\.Runtime")
        .check(Production.CLASSES);
  }

  @Test
  void pure_code_has_no_threads_or_locks() {
    pure().should().dependOnClassesThat().resideInAnyPackage("java.util.concurrent..")
        .orShould().dependOnClassesThat().haveNameMatching("java\\.lang\\.(Thread|Inherit).*")
        .check(Production.CLASSES);
  }

  @Test
  void pure_code_draws_nothing_at_random() {
    pure().should().dependOnClassesThat().resideInAnyPackage("java.util.random..")
        .orShould().dependOnClassesThat().haveNameMatching("java\\.(util|security)\\..*Random")
        .check(Production.CLASSES);
  }

  @Test
  void pure_code_reads_no_clock_and_no_environment_and_reflects_on_nothing() {
    pure().should().callCodeUnitWhere(new DescribedPredicate<JavaCall<?>>("it is impure") {
      @Override
      public boolean test(JavaCall<?> call) {
        CodeUnitCallTarget target = call.getTarget();
        return IMPURE_CALLS.getOrDefault(target.getOwner().getName(), Set.of())
            .contains(target.getName());
      }
    })
        .orShould().dependOnClassesThat().haveNameMatching("java\\.time\\.(Clock|InstantSource)")
        .orShould().dependOnClassesThat().resideInAnyPackage("java.lang.reflect..")
        .check(Production.CLASSES);
  }

  @Test
  void pure_code_writes_to_no_standard_stream() {
    pure().should(GeneralCodingRules.ACCESS_STANDARD_STREAMS).check(Production.CLASSES);
  }

  private static GivenClassesConjunction pure() {
    return noClasses().that().resideInAnyPackage(PURE);
  }
}
