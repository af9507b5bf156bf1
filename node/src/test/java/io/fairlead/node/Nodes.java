package io.fairlead.node;

import io.fairlead.runtime.engine.Engines;

/** Starting nodes in tests. */
final class Nodes {
  private Nodes() {}

  /** A node that must start. */
  static RunningNode running(NodeConfig config, Engines engines) {
    return switch (FairleadNode.start(config, engines)) {
      case Started.Running(RunningNode node) -> node;
      case Started.Refused(String reason) -> throw new AssertionError(reason);
    };
  }

  /** Why a node does not start. */
  static String refusal(NodeConfig config, Engines engines) {
    return switch (FairleadNode.start(config, engines)) {
      case Started.Refused(String reason) -> reason;
      case Started.Running(RunningNode node) -> {
        node.close();
        throw new AssertionError("the node started");
      }
    };
  }
}
