package io.fairlead.twin;

import io.fairlead.node.FairleadNode;
import io.fairlead.node.NodeConfig;
import io.fairlead.node.Started;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** A node that keeps every state, in a process of its own, to be killed. */
final class ChildNode {
  private ChildNode() {}

  /** Its chain lies in the folder of the first argument; it listens on the port of the second. */
  public static void main(String[] args) {
    NodeConfig config = NodeConfig.temporary().withBasePath(Path.of(args[0])).withRules("repaired")
        .withRpcPort(Integer.parseInt(args[1])).withStatesKept(NodeConfig.ARCHIVE);
    switch (FairleadNode.start(config)) {
      case Started.Running(var node) -> System.out.println("api " + node.address());
      case Started.Refused(String reason) -> throw new IllegalStateException(reason);
    }
    System.out.flush();
    new CompletableFuture<Void>().join();
  }
}
