package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What holds for every package of ours. */
class PackagesTest {

  private static final Set<String> FORBIDDEN =
      Set.of("common", "core", "util", "utils", "impl", "model", "dto", "helper", "helpers");

  private static final List<JavaPackage> PACKAGES =
      Production.CLASSES.getPackage("io.fairlead").getSubpackagesInTree().stream()
          .filter(found -> !found.getClasses().isEmpty())
          .toList();

  @Test
  void every_package_is_null_marked() {
    assertThat(PACKAGES)
        .isNotEmpty()
        .allMatch(found -> found.isAnnotatedWith(NullMarked.class), "has @NullMarked");
  }

  @Test
  void every_package_is_named_after_its_domain() {
    assertThat(PACKAGES).noneMatch(found -> FORBIDDEN.contains(found.getRelativeName()));
  }
}
