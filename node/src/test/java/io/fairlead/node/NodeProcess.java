package io.fairlead.node;

import java.nio.file.Path;

/** A node of the dev chain in a process of its own: {@code NodeProcess FOLDER CHECKPOINT-BLOCKS}. */
final class NodeProcess {
  private NodeProcess() {}

  public static void main(String[] args) {
    NodeConfig config = NodeConfig.temporary().withBasePath(Path.of(args[0]))
        .withCheckpointBlocks(Integer.parseInt(args[1]));
    switch (FairleadNode.start(config)) {
      case Started.Running(RunningNode node) -> {
        System.out.println(node.address());
        node.whenTerminated().toCompletableFuture().join();
      }
      case Started.Refused(String reason) -> System.out.println("refused: " + reason);
    }
  }
}
