package io.fairlead.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RpcTest {
  private static RunningNode node;
  private RpcClient client;

  @BeforeAll
  static void start() {
    node = Nodes.running(NodeConfig.temporary(), new TinyRuntime("a.b=c"));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @BeforeEach
  void connect() {
    client = new RpcClient(node.address());
  }

  @AfterEach
  void disconnect() {
    client.close();
  }

  @Test
  void a_watched_transaction_is_ready_then_in_a_block_then_finalized() {
    JsonNode id = client.result("author_submitAndWatchExtrinsic",
        TinyRuntime.write(1, 0, "one").toString());

    assertThat(id.isTextual()).isTrue();
    JsonNode ready = client.next();
    assertThat(ready.path("method").asText()).isEqualTo("author_extrinsicUpdate");
    assertThat(ready.path("params").path("subscription")).isEqualTo(id);
    assertThat(ready.path("params").path("result").asText()).isEqualTo("ready");
    String block = client.next().path("params").path("result").path("inBlock").asText();
    assertThat(client.next().path("params").path("result").path("finalized").asText())
        .isEqualTo(block);
    JsonNode body = client.result("chain_getBlock", block).path("block").path("extrinsics");
    assertThat(body.get(1).asText()).isEqualTo(TinyRuntime.write(1, 0, "one").toString());
  }
}
