package io.fairlead.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Main;
import io.fairlead.programs.Sha256Program;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void the_whole_story_holds_and_its_chain_can_be_checked(@TempDir Path folder)
      throws IOException, URISyntaxException {
    assumeTrue(isPacked(), "the job program is a jar only once the module programs was packaged");
    Path chain = folder.resolve("chain");

    int code = run("demo", "--base-path", chain.toString(), "--output", "json");

    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    JsonNode result = new ObjectMapper().readTree(out.toString());
    assertThat(result.path("jobs").path("called").asLong()).isEqualTo(2);
    assertThat(result.path("jobs").path("answered").asLong()).isEqualTo(2);
    assertThat(result.path("slashes").path("queued").asLong()).isEqualTo(2);
    assertThat(result.path("slashes").path("disputed").asLong()).isEqualTo(1);
    assertThat(result.path("slashes").path("applied").asLong()).isEqualTo(1);
    assertThat(result.path("rewards").path("jobIncome").asText())
        .isEqualTo("50000000000000000000");
    assertThat(result.path("blocks").asLong()).isGreaterThan(8_400);
    JsonNode seen = result.path("twin");
    assertThat(seen.path("proved").asLong()).isEqualTo(seen.path("blocks").asLong())
        .isEqualTo(result.path("blocks").asLong() + 1);
    assertThat(seen.path("slashEnds")).hasToString("{\"0\":\"DISCARDED\",\"1\":\"APPLIED\"}");
    assertThat(seen.path("answers")).hasSize(2)
        .allMatch(answer -> answer.path("millis").asLong() >= 6_000);
    assertThat(result.path("basePath").asText()).isEqualTo(chain.toString());
    assertThat(run("node", "check", "--base-path", chain.toString())).isZero();
  }

  @Test
  void a_folder_with_something_in_it_is_refused(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("mine.txt"), "mine");

    int code = run("demo", "--base-path", folder.toString());

    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("is not empty");
    assertThat(folder.resolve("mine.txt")).hasContent("mine");
  }

  private static boolean isPacked() throws URISyntaxException {
    return Files.isRegularFile(
        Path.of(Sha256Program.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
  }

  private int run(String... args) {
    return Main.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
  }
}
