package io.fairlead.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fairlead.client.ChainRpc;
import io.fairlead.client.RpcClient;
import io.fairlead.client.RpcConfig;
import io.fairlead.node.RunningNode;
import io.fairlead.runtime.Rules;
import io.fairlead.twin.audit.Verification;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.entity.TwinEntity;
import io.fairlead.twin.feed.FeedState;
import io.fairlead.twin.load.Load;
import io.fairlead.twin.load.LoadReport;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A twin of a real node, in one process. */
class FollowTest {
  @TempDir private Path folder;
  private RunningNode node;
  private RpcClient client;

  @BeforeEach
  void start() {
    node = Chains.node(Rules.REPAIRED);
    client = RpcClient.start(RpcConfig.of(url()));
  }

  @AfterEach
  void stop() {
    client.close();
    node.close();
  }

  private URI url() {
    return node.address();
  }

  @Test
  void every_block_of_a_node_is_proved() throws Exception {
    client.call("dev_newBlock", java.util.Map.of("count", 200)).join();

    try (Twin twin = Twin.start(TwinConfig.of(List.of(url()), folder, new From.Genesis()))) {
      await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
        var status = twin.status().join();
        assertThat(status.head()).as(status.toString()).isEqualTo(200);
        assertThat(status.proved()).isEqualTo(200);
        assertThat(status.state()).isEqualTo(FeedState.FOLLOWING);
        assertThat(twin.watermark()).isEqualTo(200);
      });
      assertThat(twin.show(EntityKey.CHAIN, 200).toCompletableFuture().join())
          .isInstanceOf(TwinEntity.Shown.class);
      Verification found = twin.verify(true);
      assertThat(found.differences()).isEmpty();
      assertThat(found.proved()).isEqualTo(201);
      assertThat(found.chain()).isEqualTo("compared");
    }
  }

  @Test
  void under_load_every_block_is_proved_and_entities_hold_what_the_chain_holds() throws Exception {
    try (Twin twin = Twin.start(TwinConfig.of(List.of(url()), folder, new From.Genesis()))) {
      LoadReport load = Load.run(url(), 7, Duration.ofSeconds(6), progress -> {
      });
      await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
        var status = twin.status().join();
        assertThat(status.head()).as(status.toString()).isEqualTo(status.target());
        assertThat(status.state()).isEqualTo(FeedState.FOLLOWING);
      });

      Verification found = twin.verify(true);

      assertThat(load.done()).isGreaterThan(20);
      var status = twin.status().join();
      assertThat(status.unpredicted() * 20).as("changes that no event announced: %s", status)
          .isLessThanOrEqualTo(status.changes());
      assertThat(found.differences()).isEmpty();
      assertThat(found.proved()).isEqualTo(found.blocks());
      assertThat(found.entities()).isGreaterThan(15);
      assertThat(found.rows()).isGreaterThan(10);
    }
  }
}
