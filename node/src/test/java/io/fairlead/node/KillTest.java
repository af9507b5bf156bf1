package io.fairlead.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.node.chain.Header;
import io.fairlead.substrate.keys.Scheme;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.primitive.Hex;
import io.fairlead.substrate.scale.Codecs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of a real node process under load. */
class KillTest {
  private static final int KILLS = 10;
  private static final int KILL_AFTER_MILLIS_MAX = 400;
  private static final int CHECKPOINT_BLOCKS = 60;
  private static final int BLOCKS_AT_ONCE = 40;
  private static final int UNANSWERED_MAX = 20;

  @TempDir Path folder;

  private final RandomGenerator random = RandomGenerator.getDefault();
  private long lastNumber;
  private String lastHash = "";
  private int answered;

  /** A node in a JVM of its own. */
  private record Child(Process process, URI address) implements AutoCloseable {
    static Child start(Path folder) throws IOException {
      Process process = new ProcessBuilder(List.of(
          ProcessHandle.current().info().command().orElse("java"), "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
          NodeProcess.class.getName(), folder.toString(), Integer.toString(CHECKPOINT_BLOCKS)))
          .redirectErrorStream(true).start();
      var output = new BufferedReader(
          new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      var said = new StringBuilder();
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.startsWith("ws://")) {
          return new Child(process, URI.create(line));
        }
        said.append(line).append('\n');
      }
      throw new AssertionError("the node did not start: " + said);
    }

    @Override
    public void close() {
      process.destroyForcibly();
      process.onExit().join();
    }
  }

  @Test
  void ten_kills_at_random_moments_lose_no_finalized_block_and_leave_a_clean_chain()
      throws Exception {
    for (int kill = 0; kill < KILLS; kill++) {
      try (Child child = Child.start(folder); RpcClient client = new RpcClient(child.address())) {
        hasWhatWasFinal(client);
        load(child, client, random.nextInt(KILL_AFTER_MILLIS_MAX));
      }
    }

    try (Child child = Child.start(folder); RpcClient client = new RpcClient(child.address())) {
      hasWhatWasFinal(client);
    }
    assertThat(NodeCheck.run(folder)).isInstanceOfSatisfying(NodeCheck.Result.Clean.class,
        it -> assertThat(it.blocks()).isGreaterThanOrEqualTo(lastNumber));
    assertThat(lastNumber).as("blocks seen final under load").isPositive();
  }

  /** The same head as before, or a later one on top of it. */
  private void hasWhatWasFinal(RpcClient client) {
    if (lastNumber > 0) {
      assertThat(client.result("chain_getBlockHash", lastNumber).asText()).isEqualTo(lastHash);
    }
    JsonNode head = client.result("chain_getHeader");
    String hash = client.result("chain_getBlockHash").asText();
    assertThat(client.result("chain_getBlock", hash).path("block").path("header"))
        .isEqualTo(head);
    assertThat(Long.decode(head.path("number").asText())).isGreaterThanOrEqualTo(lastNumber);
  }

  /** Transfers and empty blocks until the node is killed, {@code millis} after the first new head. */
  private void load(Child child, RpcClient client, int millis) {
    var alice = new Transfers(Scheme.SR25519, "//Alice",
        Hash.hex(client.result("chain_getBlockHash", 0).asText()));
    long nonce = Codecs.U32.decode(Hex.bytes(client.result("state_call",
        "AccountNonceApi_account_nonce", Bytes.of(alice.account()).toString()).asText())).trusted();
    client.result("chain_subscribeFinalizedHeads");
    note(client.next());
    ProcessHandle node = child.process().toHandle();
    long before = lastNumber;
    answered = 0;
    long end = Long.MAX_VALUE;
    int sent = 0;
    while (System.nanoTime() < end) {
      if (sent - answered < UNANSWERED_MAX) {
        client.sendText(RpcClient.request(1, "author_submitExtrinsic",
            alice.toBob(nonce + sent++, 1).toString()).toString());
        if (sent % 10 == 5) {
          client.sendText(
              RpcClient.request(2, "dev_newBlock", Map.of("count", BLOCKS_AT_ONCE)).toString());
        }
      }
      note(client.next());
      client.arrived().forEach(this::note);
      if (lastNumber > before && end == Long.MAX_VALUE) {
        end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
      }
    }
    node.destroyForcibly();
    child.process().onExit().join();
    client.closed.join();
    client.arrived().forEach(this::note);
  }

  private void note(JsonNode frame) {
    answered += frame.path("id").asInt() == 1 ? 1 : 0;
    JsonNode head = frame.path("params").path("result");
    if (head.has("parentHash")) {
      long number = Long.decode(head.path("number").asText());
      if (number > lastNumber) {
        lastNumber = number;
        lastHash = new Header(
            Hash.hex(head.path("parentHash").asText()), number,
            Hash.hex(head.path("stateRoot").asText()),
            Hash.hex(head.path("extrinsicsRoot").asText()), List.of()).hash().toString();
      }
    }
  }
}
