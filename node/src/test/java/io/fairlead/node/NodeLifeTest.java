package io.fairlead.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.node.pool.PoolActor.Sealing;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting, stopping and finding damage, each time with the real journal. */
class NodeLifeTest {
  private static final TinyRuntime TINY = new TinyRuntime("a.b=c");

  @TempDir Path folder;

  private NodeConfig config() {
    return NodeConfig.temporary().withBasePath(folder).withSealing(Sealing.MANUAL)
        .withCheckpointBlocks(0);
  }

  private static NodeCheck.Result check(Path folder) {
    return NodeCheck.run(folder, stored -> new EngineChoice.Chosen(TINY), block -> {
    });
  }

  /** Makes blocks on a node and stops it; the head. */
  private JsonNode grow(NodeConfig config, int blocks) {
    try (RunningNode node = Nodes.running(config, TINY);
        RpcClient client = new RpcClient(node.address())) {
      client.result("author_submitExtrinsic", TinyRuntime.write(blocks % 100, 0, "x").toString());
      client.result("dev_newBlock", Map.of("count", blocks));
      return client.result("chain_getHeader");
    }
  }

  private JsonNode headOf(NodeConfig config) {
    try (RunningNode node = Nodes.running(config, TINY);
        RpcClient client = new RpcClient(node.address())) {
      return client.result("chain_getHeader");
    }
  }

  @Test
  void a_node_goes_on_where_it_was_stopped() {
    JsonNode head = grow(config(), 5);

    assertThat(headOf(config())).isEqualTo(head);
    assertThat(check(folder)).isEqualTo(new NodeCheck.Result.Clean(5));
  }

  @Test
  void a_temporary_folder_is_gone_when_the_node_stops() {
    Path temporary;
    try (RunningNode node = Nodes.running(NodeConfig.temporary(), TINY)) {
      temporary = node.basePath();
      assertThat(temporary).isDirectory();
    }

    assertThat(temporary).doesNotExist();
  }

  @Test
  void a_second_node_on_the_same_folder_is_refused_by_name() {
    try (RunningNode node = Nodes.running(config(), TINY)) {
      assertThat(Nodes.refusal(config(), TINY)).contains("in use by another node")
          .contains(folder.getFileName().toString())
          .contains(Long.toString(ProcessHandle.current().pid()));
      assertThat(check(folder)).isInstanceOf(NodeCheck.Result.Unusable.class);

      try (RpcClient client = new RpcClient(node.address())) {
        assertThat(client.result("system_health").path("peers").asInt()).isZero();
      }
    }
  }

  @Test
  void a_port_that_is_taken_is_named() {
    try (RunningNode node = Nodes.running(NodeConfig.temporary(), TINY)) {
      int port = node.address().getPort();

      assertThat(Nodes.refusal(NodeConfig.temporary().withRpcPort(port), TINY))
          .contains("127.0.0.1:" + port).contains("--rpc-port");
    }
  }

  @Test
  void a_chain_is_not_opened_under_other_rules() {
    JsonNode head = grow(config(), 2);

    assertThat(Nodes.refusal(config(), new TinyRuntime("a.b=d"))).contains("a.b=c")
        .contains("a.b=d").contains("--rules");
    assertThat(headOf(config())).isEqualTo(head);
  }

  @Test
  void a_node_started_from_a_checkpoint_has_the_same_head_and_past() {
    NodeConfig config = config().withCheckpointBlocks(100);
    JsonNode head = grow(config, 700);

    try (RunningNode node = Nodes.running(config, TINY);
        RpcClient client = new RpcClient(node.address())) {
      assertThat(client.result("chain_getHeader")).isEqualTo(head);
      String early = client.result("chain_getBlockHash", 1).asText();
      assertThat(client.result("chain_getBlock", early).path("block").path("extrinsics").get(1)
          .asText()).isEqualTo(TinyRuntime.write(0, 0, "x").toString());
      String kept = client.result("chain_getBlockHash", 700 - 255).asText();
      assertThat(client.result("state_getStorage", TinyRuntime.NUMBER.toString(), kept).asText())
          .isEqualTo("0xbd01000000000000");
      assertThat(client.ask("state_getStorage", TinyRuntime.NUMBER.toString(), early)
          .path("error").path("code").asInt()).isEqualTo(4003);
    }
    assertThat(checkpoints()).isNotEmpty();
  }

  private List<Path> checkpoints() {
    try (Stream<Path> files = Files.list(folder.resolve("checkpoints"))) {
      return files.toList();
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  @Test
  void a_checkpoint_with_a_wrong_root_is_passed_over_and_the_head_is_right() throws IOException {
    NodeConfig config = config().withCheckpointBlocks(100);
    JsonNode head = grow(config, 300);
    for (Path file : checkpoints()) {
      try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
        String needle = "tiny:genesis:0001";
        byte[] all = new byte[(int) bytes.length()];
        bytes.readFully(all);
        int at = new String(all, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(needle);
        bytes.seek(at + needle.length() + 3);
        bytes.write(0x55);
      }
    }

    assertThat(headOf(config)).isEqualTo(head);
  }

  @Test
  void a_missing_or_shortened_checkpoint_is_passed_over_and_the_head_is_right()
      throws IOException {
    NodeConfig config = config().withCheckpointBlocks(100);
    JsonNode head = grow(config, 300);
    for (Path file : checkpoints()) {
      try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
        bytes.setLength(bytes.length() / 2);
      }
    }

    assertThat(headOf(config)).isEqualTo(head);

    for (Path file : checkpoints()) {
      Files.delete(file);
    }
    assertThat(headOf(config)).isEqualTo(head);
  }

  private void sql(String statement) {
    try (Connection journal = DriverManager.getConnection(
        "jdbc:h2:file:" + folder.toAbsolutePath() + "/journal;DATABASE_TO_UPPER=false", "sa", "")) {
      journal.createStatement().executeUpdate(statement);
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  @Test
  void a_journal_without_its_last_blocks_gives_the_last_whole_block() {
    grow(config(), 5);
    sql("delete from \"event_journal\" where \"sequence_number\" > 4");

    assertThat(headOf(config()).path("number").asText()).isEqualTo("0x3");
    assertThat(check(folder)).isEqualTo(new NodeCheck.Result.Clean(3));
  }

  @Test
  void a_journal_that_lacks_a_block_in_the_middle_is_refused() {
    grow(config(), 5);
    sql("delete from \"event_journal\" where \"sequence_number\" = 4");

    assertThat(Nodes.refusal(config(), TINY)).contains("after block 2").contains("block 4")
        .contains("missing");
    assertThat(check(folder)).isInstanceOfSatisfying(NodeCheck.Result.Different.class,
        it -> assertThat(it.block()).isEqualTo(4));
  }

  @Test
  void an_entry_cut_short_is_refused_with_its_place() {
    grow(config(), 5);
    sql("update \"event_journal\" set \"event_payload\" = "
        + "substring(\"event_payload\" from 1 for 40) where \"sequence_number\" = 4");

    assertThat(Nodes.refusal(config(), TINY)).contains("block-authored/1").contains("damaged");
    assertThat(check(folder)).isInstanceOf(NodeCheck.Result.Unusable.class);
  }

  @Test
  void a_file_cut_short_is_refused_or_gives_the_last_whole_block() throws IOException {
    JsonNode head = grow(config(), 5);
    try (var bytes = new RandomAccessFile(folder.resolve("journal.mv.db").toFile(), "rw")) {
      bytes.setLength(bytes.length() - 4_096);
    }

    switch (FairleadNode.start(config(), TINY)) {
      case Started.Refused(String reason) ->
          assertThat(reason).contains("cannot be opened").contains(folder.getFileName().toString());
      case Started.Running(RunningNode node) -> {
        node.close();
        assertThat(check(folder)).isInstanceOf(NodeCheck.Result.Clean.class);
        assertThat(headOf(config()).path("number").asText()).isLessThanOrEqualTo(
            head.path("number").asText());
      }
    }
  }

  @Test
  void a_changed_state_root_is_found_by_the_check() {
    grow(config(), 3);
    sql("update \"event_journal\" set \"event_payload\" = "
        + "substring(\"event_payload\" from 1 for 40) || X'ff' || "
        + "substring(\"event_payload\" from 42) where \"sequence_number\" = 4");

    assertThat(check(folder)).isInstanceOfSatisfying(NodeCheck.Result.Different.class, it -> {
      assertThat(it.block()).isEqualTo(3);
      assertThat(it.expectedAndFound()).contains("state root");
    });
    assertThat(Nodes.refusal(config(), TINY)).contains("block 3").contains("root");
  }

  @Test
  void an_archive_reads_every_block_after_a_restart() {
    NodeConfig archive = config().withStatesKept(NodeConfig.ARCHIVE).withCheckpointBlocks(100);
    grow(archive, 400);

    try (RunningNode node = Nodes.running(archive, TINY);
        RpcClient client = new RpcClient(node.address())) {
      String first = client.result("chain_getBlockHash", 1).asText();
      assertThat(client.result("state_getStorage", TinyRuntime.NUMBER.toString(), first).asText())
          .isEqualTo("0x0100000000000000");
    }
  }

  @Test
  void the_states_of_as_many_last_blocks_as_wanted_are_read_after_a_restart_too() {
    NodeConfig few = config().withStatesKept(300).withCheckpointBlocks(400);
    grow(few, 400);

    try (RunningNode node = Nodes.running(few, TINY);
        RpcClient client = new RpcClient(node.address())) {
      String oldest = client.result("chain_getBlockHash", 101).asText();
      String gone = client.result("chain_getBlockHash", 100).asText();
      assertThat(client.result("state_getStorage", TinyRuntime.NUMBER.toString(), oldest).asText())
          .isEqualTo("0x6500000000000000");
      assertThat(client.ask("state_getStorage", TinyRuntime.NUMBER.toString(), gone)
          .path("error").path("code").asInt()).isEqualTo(4003);
    }
  }

  @Test
  void a_check_tells_how_far_it_is() {
    grow(config(), 5);
    var heard = new ArrayList<Long>();

    NodeCheck.run(folder, stored -> new EngineChoice.Chosen(TINY), heard::add);

    assertThat(heard).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
  }
}
