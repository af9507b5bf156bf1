package io.fairlead.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/conformance.md} says what a replay says. */
class ConformanceDocumentTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "conformance.md");
  private static final int RANDOM_COLUMN = 3;

  @Test
  void the_document_tells_what_the_scenarios_do_now(@TempDir Path folder) throws IOException {
    Path remade = folder.resolve("conformance.md");
    var err = new StringWriter();

    int code = Main.run(
        new String[] {"conformance", "--write-report", remade.toString(),
            "src/test/resources/traces"},
        new PrintWriter(new StringWriter(), true), new PrintWriter(err, true));

    assertThat(code).as(err.toString()).isZero();
    assertThat(ofScenarios(DOCUMENT))
        .as("fairlead conformance --write-report docs/conformance.md FILES")
        .isEqualTo(ofScenarios(remade));
  }

  @Test
  void no_row_is_without_what_explains_it() throws IOException {
    assertThat(Files.readAllLines(DOCUMENT)).filteredOn(line -> line.startsWith("| `"))
        .isNotEmpty().allSatisfy(line -> assertThat(
            List.of(line.substring(1, line.length() - 1).split("\\|", -1)))
            .allSatisfy(cell -> assertThat(cell).isNotBlank()));
    assertThat(Files.readString(DOCUMENT)).contains("random-deployed-00.jsonl.gz",
        "random-slash-on-03.jsonl.gz");
  }

  /** Without the files that are not here, and what they add. */
  private static List<String> ofScenarios(Path document) throws IOException {
    return Files.readAllLines(document).stream().filter(line -> !line.startsWith("| `random-"))
        .map(ConformanceDocumentTest::withoutRandom).toList();
  }

  private static String withoutRandom(String line) {
    String[] cells = line.split("\\|", -1);
    return cells.length == 6
        ? Arrays.stream(cells).limit(RANDOM_COLUMN).collect(Collectors.joining("|")) + cells[4]
        : line;
  }
}
