package io.fairlead.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConformanceTest {
  private static final Path TRACES = Path.of("src/test/resources/traces");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void every_scenario_replays_byte_for_byte() throws IOException {
    int code = run("conformance", TRACES.toString(), "--output", "json");

    JsonNode report = JSON.readTree(out.toString());
    assertThat(code).isZero();
    assertThat(report.path("differences").asLong()).isZero();
    assertThat(report.path("whole").asLong()).isEqualTo(62);
    assertThat(report.path("replayed").asLong()).isEqualTo(4_263);
    assertThat(report.path("traces").asLong()).isEqualTo(62);
    assertThat(report.path("calls").asLong()).isEqualTo(4_263);
  }

  @ParameterizedTest
  @CsvSource({"scenarios-restaking-deployed, delegation-limits, deployed",
      "scenarios-services-deployed, job-field-types, deployed",
      "scenarios-services-deployed, negative-integers, deployed",
      "scenarios-slashing-deployed, slash-dispute, deployed",
      "scenarios-slashing-deployed, slash-more-than-ten, deployed",
      "scenarios-slashing-deployed, slash-stranded, deployed",
      "scenarios-slashing-deployed, slash-order, deployed",
      "scenarios-slashing-slash-on, slash-dispute, slash-on",
      "scenarios-slashing-slash-on, slash-more-than-ten, slash-on",
      "scenarios-slashing-slash-on, slash-stranded, slash-on",
      "scenarios-slashing-slash-on, slash-order, slash-on"})
  void traces_whose_calls_are_all_present_run_to_their_end(String file, String trace,
      String variant) throws IOException {
    String rules = variant.equals("deployed") ? "deployed"
        : "deployed,slashing.taking=as-written";

    Report report;
    try (var reader = new TraceReader(TRACES.resolve(file + ".jsonl.gz"))) {
      var parsed = (io.fairlead.runtime.Rules.Parsed.Good) io.fairlead.runtime.Rules.parse(rules);
      report = new Replay(reader, new PalletMachine(parsed.rules()),
          Replay.Manner.STRICT).run();
    }

    assertThat(report.whole()).contains(trace + " (" + variant + ")");
  }

  @Test
  void a_flipped_byte_of_a_result_is_found(@TempDir Path folder) throws IOException {
    Path copy = changed(folder, "scenarios-slashing-deployed",
        line -> line.contains("\"res\":{\"err\":\"0x03"), "\"err\":\"0x03", "\"err\":\"0x02");

    assertThat(run("conformance", copy.toString())).isEqualTo(ExitCode.CHECK_FAILED);

    assertThat(out.toString()).contains("(deployed), block ").contains("result");
  }

  @Test
  void a_flipped_byte_of_a_changed_value_is_found(@TempDir Path folder) throws IOException {
    Path copy = changed(folder, "scenarios-restaking-deployed",
        line -> line.contains("MultiAssetDelegation.join_operators")
            && line.contains("\"res\":\"ok\""),
        "00000000000000000000\"", "00000000000000000001\"");

    assertThat(run("conformance", copy.toString())).isEqualTo(ExitCode.CHECK_FAILED);

    assertThat(out.toString()).contains("MultiAssetDelegation.join_operators")
        .contains("expected").contains("found");
  }

  @Test
  void a_flipped_byte_of_an_event_is_found(@TempDir Path folder) throws IOException {
    Path copy = changed(folder, "scenarios-restaking-deployed",
        line -> line.contains("MultiAssetDelegation.join_operators")
            && line.contains("\"events\":[\"0x0001"),
        "\"events\":[\"0x0001", "\"events\":[\"0x0002");

    assertThat(run("conformance", copy.toString())).isEqualTo(ExitCode.CHECK_FAILED);

    assertThat(out.toString()).contains("event 0");
  }

  @Test
  void a_flipped_byte_of_a_contract_request_is_found(@TempDir Path folder) throws IOException {
    Path copy = changed(folder, "scenarios-services-deployed",
        line -> line.contains("\"name\":\"Services.create_blueprint\"")
            && line.contains("\"input\":\"0x0b6535d7"),
        "\"input\":\"0x0b6535d7", "\"input\":\"0x0b6535d6");

    assertThat(run("conformance", copy.toString())).isEqualTo(ExitCode.CHECK_FAILED);

    assertThat(out.toString()).contains("contract call 0 input").contains("0x0b6535d7");
  }

  @Test
  void what_is_absent_is_copied_on_demand_and_the_trace_goes_on() throws IOException {
    int code = run("conformance", "--copy", "--trace", "utility",
        TRACES.resolve("scenarios-base-deployed.jsonl.gz").toString(), "--output", "json");

    JsonNode report = JSON.readTree(out.toString());
    assertThat(code).isZero();
    assertThat(report.path("traces").asLong()).isEqualTo(1);
    assertThat(report.path("replayed").asLong() + report.path("copied").asLong())
        .isEqualTo(report.path("calls").asLong());
  }

  @Test
  void behind_a_difference_the_replay_goes_on_from_the_recorded_state(@TempDir Path folder)
      throws IOException {
    Path copy = changed(folder, "scenarios-restaking-deployed",
        line -> line.contains("MultiAssetDelegation.join_operators")
            && line.contains("\"events\":[\"0x0001"),
        "\"events\":[\"0x0001", "\"events\":[\"0x0002");

    assertThat(run("conformance", "--keep-going", "--pallet", "MultiAssetDelegation",
        copy.toString(), "--output", "json")).isEqualTo(ExitCode.CHECK_FAILED);

    JsonNode report = JSON.readTree(out.toString());
    assertThat(report.path("differences").asLong()).isEqualTo(1);
    assertThat(report.path("replayed").asLong() + report.path("copied").asLong())
        .isEqualTo(report.path("calls").asLong());
    assertThat(report.path("steps").findValuesAsText("step"))
        .contains("MultiAssetDelegation.join_operators").doesNotContain("Services.call");
  }

  @Test
  void the_report_has_a_row_for_each_file_call_and_error(@TempDir Path folder)
      throws IOException {
    Path document = folder.resolve("report.md");

    run("conformance", "--write-report", document.toString(),
        TRACES.resolve("scenarios-slashing-deployed.jsonl.gz").toString());

    assertThat(Files.readAllLines(document)).contains("## Services", "## Rewards")
        .anyMatch(line -> line.startsWith("| `scenarios-slashing-deployed.jsonl.gz` | `deployed` "
            + "| 9 | "))
        .anyMatch(line -> line.matches("\\| `slash` \\| \\d+ / \\d+ \\| – \\| – \\|"))
        .anyMatch(line -> line.matches("\\| `OffenderNotOperator` \\| .*"));
  }

  @Test
  void a_folder_without_traces_fails(@TempDir Path folder) {
    assertThat(run("conformance", folder.toString())).isEqualTo(ExitCode.USAGE);

    assertThat(err.toString()).contains("no trace files");
  }

  @Test
  void a_file_that_is_no_trace_is_refused(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a.jsonl"), "{\"format\":\"other/1\"}\n");

    assertThat(run("conformance", file.toString())).isEqualTo(ExitCode.USAGE);

    assertThat(err.toString()).contains("fairlead-trace/1");
  }

  private static Path changed(Path folder, String file, Predicate<String> which, String from,
      String to) throws IOException {
    List<String> lines = new ArrayList<>(lines(TRACES.resolve(file + ".jsonl.gz")));
    int at = 0;
    while (!which.test(lines.get(at)) || !lines.get(at).contains(from)) {
      at++;
    }
    String line = lines.get(at);
    int place = line.indexOf(from);
    lines.set(at, line.substring(0, place) + to + line.substring(place + from.length()));
    return Files.write(folder.resolve(file + ".jsonl"), lines);
  }

  private static List<String> lines(Path file) {
    try (var in = new BufferedReader(new InputStreamReader(
        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return in.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int run(String... args) {
    return Main.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
  }
}
