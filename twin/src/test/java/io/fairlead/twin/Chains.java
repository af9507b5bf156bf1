package io.fairlead.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fairlead.node.FairleadNode;
import io.fairlead.node.NodeConfig;
import io.fairlead.node.RunningNode;
import io.fairlead.node.Started;
import io.fairlead.runtime.Rules;
import io.fairlead.runtime.TangleEngines;
import io.fairlead.twin.feed.FeedState;
import java.time.Duration;

/** Real nodes of this process, and waiting for a twin of one. */
public final class Chains {
  private Chains() {}

  /** A node of a fresh dev chain in memory that keeps every state: a twin may be slow. */
  public static RunningNode node(Rules rules) {
    return node(NodeConfig.temporary().withStatesKept(NodeConfig.ARCHIVE), rules);
  }

  /** A node of these settings under these rules. */
  static RunningNode node(NodeConfig config, Rules rules) {
    return running(FairleadNode.start(config, TangleEngines.dev(rules)));
  }

  /** A node of these settings. */
  static RunningNode node(NodeConfig config) {
    return running(FairleadNode.start(config));
  }

  private static RunningNode running(Started started) {
    return switch (started) {
      case Started.Running(RunningNode running) -> running;
      case Started.Refused(String reason) -> throw new AssertionError(reason);
    };
  }

  /** Returns when the twin has everything that is final, its tables too. */
  public static void awaitHead(Twin twin) {
    await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
      var status = twin.status().join();
      assertThat(status.head()).as(status.toString()).isEqualTo(status.target());
      assertThat(status.state()).isEqualTo(FeedState.FOLLOWING);
      assertThat(twin.watermark()).isEqualTo(status.head());
      assertThat(twin.tables().watermark()).isEqualTo(status.head());
    });
  }
}
