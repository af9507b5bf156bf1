package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A switch is asked in one place, where a strategy is chosen: never an if in the middle of a pallet. */
class RulesUseTest {

  @TestFactory
  List<DynamicTest> every_switch_is_asked_in_exactly_one_place() {
    return groups().flatMap(group -> group.getMethods().stream().filter(RulesUseTest::isSwitch))
        .map(asked -> DynamicTest.dynamicTest(asked.getFullName(),
            () -> assertThat(callers(asked)).as(asked.getFullName()).hasSize(1)))
        .toList();
  }

  private static Stream<JavaClass> groups() {
    return Production.CLASSES.stream().filter(RulesUseTest::isGroup);
  }

  private static boolean isGroup(JavaClass type) {
    return type.isRecord() && type.getSimpleName().endsWith("Rules")
        && !type.getSimpleName().equals("Rules");
  }

  /** The accessor of a record component whose type is an enum. */
  private static boolean isSwitch(JavaMethod method) {
    return method.getRawParameterTypes().isEmpty() && method.getRawReturnType().isEnum()
        && method.getOwner().tryGetField(method.getName()).isPresent();
  }

  private static List<JavaCodeUnit> callers(JavaMethod method) {
    return Stream.concat(method.getCallsOfSelf().stream(), method.getReferencesToSelf().stream())
        .map(access -> access.getOrigin())
        .filter(origin -> !origin.getOwner().equals(method.getOwner()))
        .distinct()
        .toList();
  }
}
