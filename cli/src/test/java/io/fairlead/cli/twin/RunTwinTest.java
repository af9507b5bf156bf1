package io.fairlead.cli.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Main;
import io.fairlead.cli.chain.NodeBeside;
import io.fairlead.node.NodeConfig;
import io.fairlead.twin.feed.FeedState;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code fairlead twin run} as a process: killed, started again, told to stop, verified. */
class RunTwinTest {
  private static final int UNSAFE_WARNED_SINCE = 23;
  private static final int STATES_KEPT = 24;
  @TempDir private Path folder;

  @Test
  void it_survives_a_kill_stops_when_told_and_what_it_kept_is_verified() throws Exception {
    try (NodeBeside node = NodeBeside.withService()) {
      Process killed = start(node);
      String api = line(killed.inputReader(), "api ").substring("api ".length());
      assertThat(NodeBeside.ran(List.of("twin", "status", "--twin", api)).out())
          .contains("history     since block 0", "node        " + node.url());
      killed.destroyForcibly().waitFor();

      Process told = start(node);
      line(told.inputReader(), "head ");
      stop(told);

      NodeBeside.Ran good = verify(node);
      assertThat(good.code()).as(good.out() + good.err()).isEqualTo(ExitCode.DONE);
      assertThat(last(good.out())).matches("[0-9]+ blocks proved, 0 differences");

      falsify();
      NodeBeside.Ran bad = verify(node);
      assertThat(bad.code()).isEqualTo(ExitCode.INVARIANT_BROKEN);
      assertThat(bad.out()).contains("table");
      assertThat(last(bad.out())).matches("[0-9]+ blocks proved, [1-9][0-9]* differences?");
    }
  }

  @Test
  void a_history_is_made_anew_from_an_older_block_while_it_runs() throws Exception {
    String data = folder.toString();
    assertThat(NodeBeside.ran(List.of("twin", "backfill", "--from", "genesis", "--data", data)))
        .matches(it -> it.code() == ExitCode.NODE_NOT_REACHED)
        .matches(it -> it.err().contains("no twin runs on " + data));
    try (NodeBeside node = NodeBeside.withService()) {
      Process twin = start(node, "now");
      String api = line(twin.inputReader(), "api ").substring("api ".length());
      String since = NodeBeside.ran(List.of("twin", "generations", "--twin", api)).out();
      assertThat(since).contains("serving").doesNotContain("kept");

      NodeBeside.Ran back =
          NodeBeside.ran(List.of("twin", "backfill", "--from", "genesis", "--data", data));
      assertThat(back.code()).as(back.out() + back.err()).isEqualTo(ExitCode.DONE);
      assertThat(last(back.out())).matches("generation 2 answers: blocks 0 to [1-9][0-9]*");

      NodeBeside.Ran wrong =
          NodeBeside.ran(List.of("twin", "rewind", "--to", "1000000", "--data", data));
      assertThat(wrong.code()).isEqualTo(ExitCode.USAGE);
      assertThat(wrong.err()).contains("expected a block from 0 to ");
      NodeBeside.Ran rewound =
          NodeBeside.ran(List.of("twin", "rewind", "--to", "3", "--data", data));
      assertThat(rewound.code()).as(rewound.out() + rewound.err()).isEqualTo(ExitCode.DONE);
      assertThat(NodeBeside.ran(List.of("twin", "generations", "--twin", api)).out())
          .contains("from genesis", "copy of 2 to block 3", "kept", "serving");

      stop(twin);
      NodeBeside.Ran good = verify(node);
      assertThat(good.code()).as(good.out() + good.err()).isEqualTo(ExitCode.DONE);
    }
  }

  @Test
  void blocks_whose_states_are_gone_are_left_out_when_asked_and_the_status_says_which()
      throws Exception {
    try (NodeBeside node =
        NodeBeside.withService(NodeConfig.temporary().withStatesKept(STATES_KEPT))) {
      Process first = start(node);
      line(first.inputReader(), "head ");
      stop(first);
      assertThat(node.run("twin", "load", "--seconds", "2", "--seed", "1").code()).isZero();

      Process waiting = start(node, "genesis");
      assertThat(line(waiting.inputReader(), "head ", FeedState.STATE_PRUNED.name()))
          .contains("twin run --from now");
      stop(waiting);

      Process goingOn = start(node, "now");
      String api = line(goingOn.inputReader(), "api ").substring("api ".length());
      assertThat(NodeBeside.ran(List.of("twin", "status", "--twin", api)).out())
          .containsPattern("hole        blocks [0-9]+ to [0-9]+ are not here");
      stop(goingOn);
      NodeBeside.Ran good = verify(node);
      assertThat(good.code()).as(good.out() + good.err()).isEqualTo(ExitCode.DONE);
    }
  }

  @Test
  void with_dev_a_chain_that_began_anew_is_followed() throws Exception {
    Process twin;
    String api;
    int port;
    try (NodeBeside node = NodeBeside.withService()) {
      port = node.url().getPort();
      twin = start(node, "genesis", "--dev");
      BufferedReader lines = twin.inputReader();
      api = line(lines, "api ").substring("api ".length());
      line(lines, "head ", FeedState.FOLLOWING.name());
    }
    try (NodeBeside again = NodeBeside.withService(NodeConfig.temporary().withRpcPort(port))) {
      await().atMost(Duration.ofMinutes(1)).untilAsserted(
          () -> assertThat(NodeBeside.ran(List.of("twin", "generations", "--twin", api)).out())
              .contains("copy of 1 to block 0", "kept", "serving").doesNotContain("building"));
      stop(twin);
      NodeBeside.Ran good = verify(again);
      assertThat(good.code()).as(good.out() + good.err()).isEqualTo(ExitCode.DONE);
    }
  }

  private static void stop(Process twin) throws Exception {
    new ProcessBuilder("kill", "-TERM", Long.toString(twin.pid())).start().waitFor();
    assertThat(twin.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(twin.exitValue()).isEqualTo(ExitCode.DONE);
  }

  private Process start(NodeBeside node) throws IOException {
    return start(node, "genesis");
  }

  private Process start(NodeBeside node, String from, String... more) throws IOException {
    var command = new ArrayList<>(List.of(
        ProcessHandle.current().info().command().orElse("java"), "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC"));
    if (Runtime.version().feature() >= UNSAFE_WARNED_SINCE) {
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(),
        "twin", "run", "--url", node.url().toString(), "--data", folder.toString(), "--from",
        from, "--api", "127.0.0.1:0"));
    command.addAll(List.of(more));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static String line(BufferedReader lines, String start) throws IOException {
    return line(lines, start, "");
  }

  private static String line(BufferedReader lines, String start, String within)
      throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(start) && line.contains(within)) {
        return line;
      }
    }
    throw new AssertionError("it ended before it said " + start);
  }

  private NodeBeside.Ran verify(NodeBeside node) {
    return node.run("twin", "verify", "--full", "--data", folder.toString());
  }

  private static String last(String text) {
    return text.lines().reduce((a, b) -> b).orElse("");
  }

  /** Somebody edits a row of the tables by hand. */
  private void falsify() throws SQLException {
    try (Connection tables = DriverManager.getConnection(
        "jdbc:h2:file:" + folder.resolve("g1/tables") + ";DATABASE_TO_UPPER=false", "sa", "");
        Statement statement = tables.createStatement()) {
      String schema;
      try (ResultSet found = statement.executeQuery(
          "SELECT TABLE_SCHEMA FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME = 'delegation'")) {
        assertThat(found.next()).isTrue();
        schema = found.getString(1);
      }
      assertThat(statement.executeUpdate("UPDATE " + schema + ".delegation SET amount = 7"))
          .isEqualTo(1);
    }
  }
}
