package io.fairlead.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.testing.Skipped.Need;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class SkippedTest {

  @TempDir Path folder;
  private final Properties properties = new Properties();

  @BeforeEach
  void collect_in_a_folder_of_our_own() {
    properties.set(Skipped.FOLDER, folder.toString());
    properties.set("clients", null);
    properties.set("sandbox", null);
  }

  @AfterEach
  void restore() {
    properties.restore();
  }

  @Test
  void a_skipped_suite_is_named_with_its_reason() {
    assertThatThrownBy(() -> Skipped.suite(Need.CLIENTS, "polkadot.js", "no Node.js 20 on PATH"))
        .isInstanceOf(TestAbortedException.class);

    assertThat(SkippedReport.lines(folder)).containsExactly("Skipped suites:",
        "  polkadot.js: no Node.js 20 on PATH (-Dclients=required makes this a failure)");
  }

  @Test
  void a_suite_that_is_skipped_twice_is_named_once() {
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> Skipped.suite(Need.SANDBOX, "sandbox / kill", "no bubblewrap"))
          .isInstanceOf(TestAbortedException.class);
    }

    assertThat(SkippedReport.lines(folder)).hasSize(2);
  }

  @Test
  void a_required_suite_fails_instead() {
    properties.set("sandbox", "required");

    assertThatThrownBy(() -> Skipped.suite(Need.SANDBOX, "sandbox", "no bubblewrap"))
        .isInstanceOf(AssertionError.class).hasMessageContaining("-Dsandbox=required");
    assertThatThrownBy(() -> Skipped.suite(Need.CLIENTS, "polkadot.js", "no Node.js"))
        .isInstanceOf(TestAbortedException.class);
  }

  @Test
  void the_report_fails_when_a_required_suite_was_skipped() {
    assertThatThrownBy(() -> Skipped.suite(Need.CLIENTS, "polkadot.js", "no Node.js"))
        .isInstanceOf(TestAbortedException.class);
    properties.set("clients", "required");

    assertThatThrownBy(() -> SkippedReport.lines(folder))
        .isInstanceOf(IllegalStateException.class).hasMessageContaining("polkadot.js");
  }

  @Test
  void nothing_skipped_is_said_too() {
    assertThat(SkippedReport.lines(folder.resolve("absent")))
        .containsExactly("No suite was skipped.");
  }

  /** System properties that are put back. */
  private static final class Properties {
    private final Map<String, Optional<String>> before = new HashMap<>();

    void set(String name, @Nullable String value) {
      before.putIfAbsent(name, Optional.ofNullable(System.getProperty(name)));
      put(name, Optional.ofNullable(value));
    }

    void restore() {
      before.forEach(Properties::put);
    }

    private static void put(String name, Optional<String> value) {
      value.ifPresentOrElse(v -> System.setProperty(name, v), () -> System.clearProperty(name));
    }
  }
}
