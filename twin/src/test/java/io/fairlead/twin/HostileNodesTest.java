package io.fairlead.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.fairlead.client.ChainRpc;
import io.fairlead.client.RpcClient;
import io.fairlead.client.RpcConfig;
import io.fairlead.node.NodeConfig;
import io.fairlead.node.RunningNode;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.twin.feed.FeedState;
import io.fairlead.twin.feed.FeedStatus;
import io.fairlead.twin.load.Load;
import io.fairlead.twin.log.BlockLine;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes that lie, repeat, lag, hang or break off: nothing false is kept, and the honest are heard. */
class HostileNodesTest {
  private static final Duration HONEST_CARRY_ON = Duration.ofSeconds(10);
  /** The end of the key of {@code Timestamp.Now}, as it stands in the node that holds the time. */
  private static final String TIMESTAMP_NOW = "1f0515f462cdcf84e0f1d6045dfcbb";
  @TempDir private Path folder;
  private RunningNode node;
  private RpcClient client;
  private Between between;

  @BeforeEach
  void start() {
    node = Chains.node(NodeConfig.temporary().withStatesKept(NodeConfig.ARCHIVE));
    client = RpcClient.start(RpcConfig.of(node.address()));
    between = new Between(node.address());
    Load.run(node.address(), 7, Duration.ofMillis(1_500), progress -> {
    });
  }

  @AfterEach
  void stop() {
    between.close();
    client.close();
    node.close();
  }

  private Twin twin(int quorum, URI... urls) throws Unusable {
    return Twin.start(
        TwinConfig.of(List.of(urls), folder.resolve("twin"), new From.Genesis())
            .withQuorum(quorum));
  }

  private void newBlocks() {
    Load.run(node.address(), 8, Duration.ofMillis(300), progress -> {
    });
  }

  private long height() {
    var rpc = new ChainRpc(client);
    return rpc.header(rpc.finalizedHead().join()).join().number();
  }

  /** Everything in the log is the node's, and it all holds together. */
  private void assertTrue(Twin twin) {
    var hashes = new ArrayList<Hash>();
    twin.log(1, Long.MAX_VALUE).toCompletableFuture().join()
        .forEach(event -> event.lines().stream().map(BlockLine::hash).forEach(hashes::add));
    var rpc = new ChainRpc(client);
    for (int number = 0; number < hashes.size(); number++) {
      assertThat(hashes.get(number)).as("block %d", number)
          .isEqualTo(rpc.blockHash(number).join().orElseThrow());
    }
    assertThat(hashes).hasSize((int) height() + 1);
    assertThat(twin.verify(true).differences()).isEmpty();
  }

  /** A lie about every answer of a method. */
  private static Between.Hand about(String method, java.util.function.Consumer<ObjectNode> lie) {
    return (asked, message) -> {
      if (asked.equals(method) && message.has("result")) {
        lie.accept(message);
      }
      return List.of(message);
    };
  }

  private static String flipped(String hex, int at) {
    char[] digits = hex.toCharArray();
    digits[at] = digits[at] == '0' ? '1' : '0';
    return new String(digits);
  }

  private static ArrayNode proof(ObjectNode message) {
    return (ArrayNode) message.at("/result/proof");
  }

  private static void flipEachNode(ObjectNode message) {
    for (int i = 0; i < proof(message).size(); i++) {
      String text = proof(message).get(i).asText();
      proof(message).set(i, TextNode.valueOf(flipped(text, text.length() / 2)));
    }
  }

  private static void withoutTime(ObjectNode message) {
    var rest = new ArrayList<JsonNode>();
    proof(message).forEach(each -> {
      if (!each.asText().contains(TIMESTAMP_NOW)) {
        rest.add(each);
      }
    });
    proof(message).removeAll().addAll(rest);
  }

  private static ObjectNode header(ObjectNode message) {
    return (ObjectNode) message.at("/result/block/header");
  }

  @Test
  void a_liar_alone_gets_nothing_false_into_the_log_whatever_it_lies_about() throws Exception {
    try (Twin twin = twin(1, between.url())) {
      Chains.awaitHead(twin);
      List<Between.Hand> lies = List.of(
          about("state_getReadProof", HostileNodesTest::flipEachNode), // a changed event, a changed value
          about("state_getReadProof", it -> proof(it).remove(proof(it).size() - 1)), // a missing key
          about("state_getReadProof", it -> proof(it).removeAll()),
          about("state_getReadProof", HostileNodesTest::withoutTime),
          about("chain_getBlock", it -> ((ArrayNode) it.at("/result/block/extrinsics")).remove(0)),
          about("chain_getBlock", it -> { // a foreign body
            var extrinsics = (ArrayNode) it.at("/result/block/extrinsics");
            extrinsics.set(0, TextNode.valueOf(flipped(extrinsics.get(0).asText(), 12)));
          }),
          about("chain_getBlock", it -> header(it).put("stateRoot",
              flipped(header(it).path("stateRoot").asText(), 9))),
          about("chain_getBlock", it -> header(it).put("parentHash",
              flipped(header(it).path("parentHash").asText(), 9))),
          about("chain_getBlockHash", HostileNodesTest::fork));
      for (int i = 0; i < lies.size(); i++) {
        long before = twin.status().join().head();
        between.answers(lies.get(i));
        newBlocks();
        String lie = "lie " + i;
        await().alias(lie).atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
          FeedStatus status = twin.status().join();
          assertThat(status.state()).as(status.toString()).isNotIn(FeedState.FOLLOWING,
              FeedState.CATCHING_UP, FeedState.CONNECTING);
          assertThat(status.message()).isNotEmpty();
        });
        assertThat(twin.status().join().head()).as(lie).isEqualTo(before);
        between.honest();
        Chains.awaitHead(twin);
      }
      assertTrue(twin);
    }
  }

  private static void fork(ObjectNode message) {
    if (message.get("result") instanceof ArrayNode hashes) {
      for (int i = 0; i < hashes.size(); i++) {
        hashes.set(i, TextNode.valueOf(flipped(hashes.get(i).asText(), 20)));
      }
    } else {
      message.put("result", flipped(message.path("result").asText(), 20));
    }
  }

  @Test
  void a_stale_proof_is_no_proof() throws Exception {
    try (Twin twin = twin(1, between.url())) {
      Chains.awaitHead(twin);
      long before = twin.status().join().head();
      Hash stale = new ChainRpc(client).blockHash(before).join().orElseThrow();
      between.questions((method, question) -> {
        if (method.equals("state_getReadProof")) {
          ((ArrayNode) question.get("params")).set(1, TextNode.valueOf(stale.toString()));
        }
        return List.of(question);
      });
      newBlocks();
      await().untilAsserted(
          () -> assertThat(twin.status().join().state()).isIn(FeedState.PROOF_FAILED,
              FeedState.UNREADABLE));
      assertThat(twin.status().join().head()).isEqualTo(before);
      between.honest();
      Chains.awaitHead(twin);
      assertTrue(twin);
    }
  }

  @Test
  void one_liar_of_three_is_set_aside_and_the_honest_carry_on() throws Exception {
    try (Twin twin = twin(2, between.url(), node.address(), node.address())) {
      Chains.awaitHead(twin);
      between.answers((method, message) -> {
        if (method.equals("chain_getBlockHash")) {
          fork(message);
        } else if (method.equals("state_getReadProof")) {
          flipEachNode(message);
        }
        return List.of(message);
      });
      newBlocks();
      await().atMost(HONEST_CARRY_ON)
          .untilAsserted(() -> assertThat(twin.status().join().head()).isEqualTo(height()));
      assertThat(twin.status().join().endpoints().getFirst()).contains("quarantined");
      assertTrue(twin);
    }
  }

  @Test
  void a_history_begins_with_a_block_that_the_quorum_names() throws Exception {
    try (RunningNode foreign = Chains.node(NodeConfig.temporary())) {
      Load.run(foreign.address(), 99, Duration.ofMillis(300), progress -> {
      });
      TwinConfig config = TwinConfig.of(
          List.of(foreign.address(), node.address(), node.address()), folder.resolve("now"),
          new From.Now()).withQuorum(2);
      try (Twin twin = Twin.start(config)) {
        Chains.awaitHead(twin);
        BlockLine first = twin.log(1, 1).toCompletableFuture().join().getFirst().lines().getFirst();
        long number = twin.log(1, 1).toCompletableFuture().join().getFirst().from();
        assertThat(first.hash())
            .isEqualTo(new ChainRpc(client).blockHash(number).join().orElseThrow());
        assertThat(twin.verify(true).differences()).isEmpty();
      }
      assertThatThrownBy(() -> Twin.start(TwinConfig.of(
          List.of(foreign.address(), node.address()), folder.resolve("none"),
          new From.Block(5)).withQuorum(2))).isInstanceOf(Unusable.class)
          .hasMessageContaining("the nodes disagree on block 5");
    }
  }

  @Test
  void two_that_disagree_stop_the_twin_before_the_block_they_disagree_on() throws Exception {
    try (Twin twin = twin(2, between.url(), node.address())) {
      Chains.awaitHead(twin);
      long before = twin.status().join().head();
      between.answers(about("chain_getBlockHash", HostileNodesTest::fork));
      newBlocks();
      await().untilAsserted(() -> assertThat(twin.status().join().state())
          .isEqualTo(FeedState.ENDPOINTS_DISAGREE));
      assertThat(twin.status().join().message()).contains("block " + (before + 1));
      assertThat(twin.status().join().head()).isEqualTo(before);
      between.honest();
      Chains.awaitHead(twin);
      assertTrue(twin);
    }
  }

  @Test
  void one_that_says_nothing_any_more_holds_the_others_up_for_seconds_only() throws Exception {
    try (Twin twin = twin(1, between.url(), node.address())) {
      Chains.awaitHead(twin);
      between.answers((method, message) -> List.of());
      newBlocks();
      await().atMost(HONEST_CARRY_ON)
          .untilAsserted(() -> assertThat(twin.status().join().head()).isEqualTo(height()));
      assertTrue(twin);
    }
  }

  @Test
  void heads_that_come_twice_late_in_disorder_or_never_change_nothing() throws Exception {
    var held = new ArrayDeque<ObjectNode>();
    var count = new AtomicInteger();
    between.answers((method, message) -> method.equals("chain_finalizedHead")
        ? disorder(held, count.getAndIncrement(), message) : List.of(message));
    try (Twin twin = twin(1, between.url())) {
      newBlocks();
      newBlocks();
      between.honest();
      client.call("dev_newBlock", java.util.Map.of("count", 1)).join();
      Chains.awaitHead(twin);
      assertThat(count.get()).isGreaterThan(20);
      assertTrue(twin);
    }
  }

  private static List<ObjectNode> disorder(Deque<ObjectNode> held, int number,
      ObjectNode message) {
    return switch (number % 5) {
      case 0 -> List.of(message, message);
      case 1 -> List.of();
      case 2 -> {
        held.push(message);
        yield List.of();
      }
      case 3 -> {
        var all = new ArrayList<>(List.of(message));
        all.addAll(held);
        held.clear();
        yield all;
      }
      default -> List.of(message);
    };
  }

  @Test
  void a_line_that_breaks_inside_frames_costs_time_and_nothing_else() throws Exception {
    try (var line = new CutLine(node.address(), 5, 100_000);
        Twin twin = twin(1, line.url())) {
      line.tear();
      Load.run(node.address(), 8, Duration.ofSeconds(1), progress -> {
      });
      await().atMost(Duration.ofSeconds(60)).until(() -> {
        newBlocks(); // a line on which nothing is said is not cut
        return line.cuts() >= 3;
      });
      line.mend();
      newBlocks();
      Chains.awaitHead(twin);
      assertTrue(twin);
    }
  }

  /** What is not final is never asked for, so a reorganisation of it cannot be seen. */
  @Test
  void nothing_is_asked_about_blocks_that_are_not_final() throws Exception {
    try (Twin twin = twin(1, between.url())) {
      newBlocks();
      Chains.awaitHead(twin);
      assertThat(between.methods()).isSubsetOf(Set.of("chain_subscribeFinalizedHeads",
          "chain_getFinalizedHead", "chain_getHeader", "chain_getBlock", "chain_getBlockHash",
          "state_getReadProof", "state_getMetadata", "state_call", "state_getRuntimeVersion",
          "state_getKeysPaged", "state_queryStorageAt", "state_getStorage", "system_chain",
          "system_properties"));
      assertThat(Arrays.asList("chain_subscribeNewHeads", "chain_subscribeAllHeads"))
          .doesNotContainAnyElementsOf(between.methods());
    }
  }
}
