package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class MainTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void the_version_is_one_line_with_the_number_of_the_build() {
    int code = run("--version");

    assertThat(code).isZero();
    assertThat(out.toString().lines()).singleElement().asString()
        .matches("fairlead \\d+\\.\\d+\\.\\d+(-SNAPSHOT)? \\(Java \\d+\\)");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void help_names_the_command_and_an_example() {
    int code = run("--help");

    assertThat(code).isZero();
    assertThat(out.toString()).contains("Usage: fairlead").contains("Examples:");
  }

  @Test
  void without_a_command_it_exits_2_and_says_what_to_do_on_standard_error() {
    int code = run();

    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("Name a command");
  }

  @Test
  void an_unknown_command_exits_2() {
    int code = run("nonsense");

    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("nonsense");
  }

  private int run(String... args) {
    return Main.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
  }
}
