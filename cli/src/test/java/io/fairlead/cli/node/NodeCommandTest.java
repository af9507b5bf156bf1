package io.fairlead.cli.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisabledOnOs(OS.WINDOWS)
class NodeCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void a_node_answers_then_ends_in_order_on_sigterm() throws Exception {
    try (NodeProcess node = NodeProcess.start("--dev", "--tmp", "--rpc-port", "0")) {
      JsonNode chain = node.call("system_chain");
      Path temporary = Path.of(node.log().stream().filter(line -> line.contains("Database"))
          .findFirst().orElseThrow().replaceFirst(".* at ", ""));
      assertThat(temporary).isDirectory();
      int code = node.stop("TERM");

      assertThat(chain.asText()).isEqualTo("Tangle Dev");
      assertThat(code).isZero();
      assertThat(temporary).doesNotExist();
      assertThat(node.output()).isEmpty();
      assertThat(node.log()).allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\d \\S+ .*"))
          .allMatch(line -> !line.contains("WARN") && !line.contains("DEBUG"))
          .last().asString().endsWith("Stopped");
    }
  }

  @Test
  void ctrl_c_ends_it_with_130_and_the_chain_goes_on_at_the_next_start() throws Exception {
    String[] options = {"--dev", "--base-path", folder.toString(), "--rpc-port", "0",
        "--sealing", "manual", "--rules", "deployed"};
    JsonNode head;
    try (NodeProcess node = NodeProcess.start(options)) {
      node.call("dev_newBlock", Map.of("count", 3));
      head = node.call("chain_getHeader");
      assertThat(node.stop("INT")).isEqualTo(ExitCode.INTERRUPTED);
    }
    assertThat(run("node", "--dev", "--base-path", folder.toString(), "--rpc-port", "0",
        "--rules", "repaired")).isEqualTo(ExitCode.USAGE);
    assertThat(run("node", "check", "--base-path", folder.toString(), "--output", "json"))
        .isZero();

    try (NodeProcess node = NodeProcess.start("--dev", "--base-path", folder.toString(),
        "--rpc-port", "0")) {
      assertThat(node.call("chain_getHeader")).isEqualTo(head);
      assertThat(node.log()).anyMatch(line -> line.contains("Rules: deployed"));
    }

    assertThat(err.toString().lines()).singleElement().asString().contains("deployed")
        .contains("repaired");
    JsonNode checked = JSON.readTree(out.toString());
    assertThat(checked.get("result").asText()).isEqualTo("clean");
    assertThat(checked.get("blocks").asLong()).isEqualTo(3);
  }

  @Test
  void a_port_or_a_folder_in_use_exits_2_with_one_line() throws Exception {
    try (NodeProcess node = NodeProcess.start("--dev", "--base-path", folder.toString(),
        "--rpc-port", "0")) {
      int samePort = run("node", "--dev", "--tmp", "--rpc-port", Integer.toString(node.port()));
      int sameFolder = run("node", "--dev", "--base-path", folder.toString(), "--rpc-port", "0");
      int check = run("node", "check", "--base-path", folder.toString());

      assertThat(samePort).isEqualTo(ExitCode.USAGE);
      assertThat(sameFolder).isEqualTo(ExitCode.USAGE);
      assertThat(check).isEqualTo(ExitCode.USAGE);
      assertThat(err.toString().lines()).satisfiesExactly(
          line -> assertThat(line).contains("cannot listen on 127.0.0.1:" + node.port())
              .contains("--rpc-port"),
          line -> assertThat(line).contains("in use by another node").contains("--base-path"),
          line -> assertThat(line).contains("in use by another node"));
    }
  }

  @Test
  void a_warm_up_starts_and_ends_a_node_and_says_nothing() {
    int code = run("warm-up");

    assertThat(code).isZero();
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void a_check_of_a_folder_without_a_chain_exits_2_and_leaves_no_folder_behind()
      throws IOException {
    Path missing = folder.resolve("missing");

    int code = run("node", "check", "--base-path", missing.toString());

    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString().lines()).singleElement().asString().contains("no chain");
    assertThat(Files.exists(missing)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      node                                       | name the chain: --dev
      node --dev --tmp --base-path x             | give one of --tmp and --base-path
      node --dev --tmp --rpc-port 65536          | expected 0 to 65535, found 65536
      node --dev --tmp --rpc-port many           | 'many' is not an int
      node --dev --tmp --rules mended            | no preset 'mended'; presets are deployed, repaired
      node --dev --tmp --rules slashing.taking=x | no value 'x'; values are nothing
      node --dev --tmp --sealing lazy            | expected instant or manual, found lazy
      node --dev --tmp --pruning 0               | expected archive or a number of blocks, found 0
      node --dev --tmp --light                   | Unknown option: '--light'
      node check                                 | Missing required option: '--base-path=DIR'
      """)
  void wrong_usage_exits_2_with_one_line_that_says_what_to_do(String line, String message) {
    int code = run(line.strip().split("\\s+"));

    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines()).singleElement().asString().contains(message);
  }

  private int run(String... args) {
    return Main.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
  }
}
