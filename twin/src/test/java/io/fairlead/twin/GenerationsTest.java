package io.fairlead.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.client.ChainRpc;
import io.fairlead.client.RpcClient;
import io.fairlead.client.RpcConfig;
import io.fairlead.node.NodeConfig;
import io.fairlead.node.RunningNode;
import io.fairlead.runtime.Rules;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.twin.api.GenerationDesk;
import io.fairlead.twin.feed.FeedState;
import io.fairlead.twin.load.Load;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Histories that begin anew beside the one that answers, and one with blocks left out. */
class GenerationsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  @TempDir private Path folder;
  @TempDir private Path beside;

  private static RunningNode node(int port, int statesKept) {
    return Chains.node(NodeConfig.temporary().withRpcPort(port).withStatesKept(statesKept),
        Rules.REPAIRED);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void load(RunningNode node, long seed) {
    Load.run(node.address(), seed, Duration.ofSeconds(1), progress -> {
    });
  }

  /** Returns when the last calls of a load are in blocks. */
  private static void awaitQuiet(RunningNode node) {
    var last = new AtomicLong(-1);
    await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1))
        .until(() -> last.getAndSet(head(node)) == last.get());
  }

  private static List<Optional<Hash>> hashes(RunningNode node) {
    try (RpcClient client = RpcClient.start(RpcConfig.of(node.address()))) {
      return new ChainRpc(client).blockHashes(0, (int) head(node) + 1).join();
    }
  }

  private static long head(RunningNode node) {
    try (RpcClient client = RpcClient.start(RpcConfig.of(node.address()))) {
      var rpc = new ChainRpc(client);
      return rpc.finalizedHead().thenCompose(rpc::header).join().number();
    }
  }

  private TwinConfig config(RunningNode node, From from) {
    return TwinConfig.of(List.of(node.address()), folder, from);
  }

  private static void awaitGeneration(Twin twin, int number) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(twin.generations().lines())
        .as(twin.generations().trouble())
        .anyMatch(it -> it.number() == number && it.state() == GenerationDesk.State.SERVING));
  }

  private static JsonNode get(Twin twin, String path) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return new ObjectMapper().readTree(
          http.send(HttpRequest.newBuilder(URI.create(twin.api() + path)).build(),
              HttpResponse.BodyHandlers.ofString()).body());
    }
  }

  /** Reads the stream until it ends; gives the number of its lines. */
  private static CompletableFuture<Long> reader(Twin twin) throws Exception {
    var ended = new CompletableFuture<Long>();
    HttpClient http = HttpClient.newHttpClient();
    HttpResponse<Stream<String>> stream = http.send(
        HttpRequest.newBuilder(URI.create(twin.api() + "/v1/stream")).build(),
        HttpResponse.BodyHandlers.ofLines());
    Thread.ofPlatform().daemon().start(() -> {
      ended.complete(stream.body().count());
      http.close();
    });
    return ended;
  }

  private static HttpResponse<String> post(Twin twin, String token, String body)
      throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(URI.create(twin.api() + "/v1/generations"))
              .header("Authorization", "Bearer " + token)
              .POST(HttpRequest.BodyPublishers.ofString(body)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private String token() throws IOException {
    return Files.readString(folder.resolve("token")).strip();
  }

  @Test
  void a_dev_chain_that_began_anew_is_followed_and_what_was_before_stays_on_disk()
      throws Exception {
    int port = freePort();
    RunningNode first = node(port, NodeConfig.ARCHIVE);
    load(first, 1);
    try (Twin twin = Twin.start(config(first, new From.Genesis()).withDev(true))) {
      Chains.awaitHead(twin);
      long before = twin.status().join().head();
      CompletableFuture<Long> reader = reader(twin);
      first.close();
      try (RunningNode second = node(port, NodeConfig.ARCHIVE)) {
        load(second, 2);
        awaitGeneration(twin, 2);
        assertThat(reader).as("readers of the old generation are let go")
            .succeedsWithin(Duration.ofSeconds(10));
        Chains.awaitHead(twin);

        assertThat(twin.verify(true).differences()).isEmpty();
        assertThat(get(twin, "/v1/status").path("generation").asInt()).isEqualTo(2);
        assertThat(before).isPositive();
        assertThat(folder.resolve("g1/journal.mv.db")).exists();
        assertThat(folder.resolve("serving")).hasContent("2");
      }
    }
  }

  @Test
  void a_dev_chain_that_was_set_back_keeps_what_both_have() throws Exception {
    int port = freePort();
    Path old = beside.resolve("old");
    Path fork = beside.resolve("fork");
    Path whole = beside.resolve("whole");
    NodeConfig archive =
        NodeConfig.temporary().withRpcPort(port).withStatesKept(NodeConfig.ARCHIVE);
    try (RunningNode node = Chains.node(archive.withBasePath(old), Rules.REPAIRED)) {
      load(node, 1);
    }
    copy(old, fork);
    RunningNode first = Chains.node(archive.withBasePath(old), Rules.REPAIRED);
    long copied = head(first);
    load(first, 2);
    try (Twin twin = Twin.start(config(first, new From.Genesis()).withDev(true))) {
      Chains.awaitHead(twin);
      List<Optional<Hash>> before = hashes(first);
      first.close();
      try (RunningNode second = Chains.node(archive.withBasePath(fork), Rules.REPAIRED)) {
        load(second, 3);
        awaitQuiet(second);
        awaitGeneration(twin, 2);
        Chains.awaitHead(twin);

        List<Optional<Hash>> after = hashes(second);
        int common = 0;
        while (after.get(common + 1).equals(before.get(common + 1))) {
          common++;
        }
        assertThat((long) common).isGreaterThanOrEqualTo(copied).isLessThan(before.size() - 1);
        assertThat(twin.generations().lines().getLast().plan())
            .isEqualTo("copy of 1 to block " + common);
        assertThat(twin.verify(true).differences()).isEmpty();
        try (Twin other = Twin.start(
            TwinConfig.of(List.of(second.address()), whole, new From.Genesis()))) {
          Chains.awaitHead(other);
        }
      }
    }
    assertThat(Content.of(folder)).isEqualTo(Content.of(whole));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Files.copy(each, to.resolve(from.relativize(each).toString()));
      }
    }
  }

  @Test
  void without_dev_it_says_so_and_goes_back_when_it_is_told_to() throws Exception {
    int port = freePort();
    RunningNode first = node(port, NodeConfig.ARCHIVE);
    load(first, 1);
    try (Twin twin = Twin.start(config(first, new From.Genesis()))) {
      Chains.awaitHead(twin);
      long before = twin.status().join().head();
      first.close();
      try (RunningNode second = node(port, NodeConfig.ARCHIVE)) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(twin.status().join().state())
            .isEqualTo(FeedState.WENT_BACK));
        while (head(second) <= before + 1) {
          load(second, 3);
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(twin.status().join().state())
            .isEqualTo(FeedState.FINALITY_BROKEN));
        assertThat(twin.status().join().message()).contains("twin rewind --to");

        assertThat(post(twin, "guessed", "{\"to\": 0}").statusCode()).isEqualTo(401);
        assertThat(post(twin, token(), "{\"to\": 0, \"from\": 0}").statusCode()).isEqualTo(400);
        assertThat(post(twin, token(), "{\"to\": 999999}").body()).contains("expected a block");
        assertThat(post(twin, token(), "nonsense").statusCode()).isEqualTo(400);
        assertThat(post(twin, token(), "{\"to\": 0}").statusCode()).isEqualTo(202);
        awaitGeneration(twin, 2);
        Chains.awaitHead(twin);
        assertThat(twin.verify(true).differences()).isEmpty();
      }
    }
    assertThat(PosixFilePermissions.toString(
        Files.getPosixFilePermissions(folder.resolve("token")))).isEqualTo("rw-------");
  }

  @Test
  void a_history_made_anew_from_an_older_block_is_that_of_a_twin_that_saw_it_all()
      throws Exception {
    try (RunningNode node = node(0, NodeConfig.ARCHIVE)) {
      load(node, 1);
      try (Twin twin = Twin.start(config(node, new From.Now()))) {
        Chains.awaitHead(twin);
        load(node, 2);
        assertThat(post(twin, token(), "{\"from\": \"now\"}").statusCode()).isEqualTo(400);
        assertThat(post(twin, token(), "{\"from\": \"genesis\"}").statusCode()).isEqualTo(202);
        assertThat(post(twin, token(), "{\"from\": \"genesis\"}").statusCode()).isEqualTo(409);
      } // cut off: it is gone on with
      try (Twin twin = Twin.start(config(node, new From.Now()))) {
        awaitGeneration(twin, 2);
        awaitQuiet(node);
        Chains.awaitHead(twin);
        assertThat(twin.verify(true).differences()).isEmpty();
        assertThat(get(twin, "/v1/generations").path("data").path("generations"))
            .extracting(it -> it.path("state").asText() + " " + it.path("since").asText("-"))
            .containsExactly("kept -", "serving 0");
      }
      Path other = beside.resolve("whole");
      try (Twin twin = Twin.start(
          TwinConfig.of(List.of(node.address()), other, new From.Genesis()))) {
        Chains.awaitHead(twin);
      }
      assertThat(Content.of(folder)).isEqualTo(Content.of(other));
    }
  }

  @Test
  void blocks_whose_states_are_gone_are_left_out_only_when_asked_and_stated_as_a_hole()
      throws Exception {
    try (RunningNode node = node(0, 24)) {
      long last;
      try (Twin twin = Twin.start(config(node, new From.Genesis()))) {
        load(node, 1);
        Chains.awaitHead(twin);
        last = twin.status().join().head();
      }
      while (head(node) < last + 60) {
        load(node, 2);
      }
      try (Twin twin = Twin.start(config(node, new From.Now()))) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(twin.status().join().state())
            .isEqualTo(FeedState.STATE_PRUNED));
        assertThat(twin.status().join().message()).contains("block " + (last + 1))
            .contains("--from now");
        assertThat(twin.status().join().head()).isEqualTo(last);
      }
      try (Twin twin = Twin.start(config(node, new From.NowOrHole()))) {
        Chains.awaitHead(twin);
        load(node, 3);
        Chains.awaitHead(twin);

        assertThat(twin.verify(true).differences()).isEmpty();
        JsonNode hole = get(twin, "/v1/status").path("data").path("holes");
        assertThat(hole).hasSize(1);
        assertThat(hole.get(0).path("from").asLong()).isEqualTo(last + 1);
        assertThat(hole.get(0).path("to").asLong()).isGreaterThan(last + 1);
        assertThat(get(twin, "/v1/slashes?at=" + (last + 1)).path("error").asText())
            .contains("are not here");
        assertThat(get(twin, "/v1/blocks/" + (last + 1) + "/facts").path("error").asText())
            .contains("are not here");
        assertThat(get(twin, "/v1/operators/" + Stage.account("//Bob") + "/history")
            .path("holes")).hasSize(1);
      }
    }
  }
}
