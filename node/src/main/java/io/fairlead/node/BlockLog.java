package io.fairlead.node;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import io.fairlead.node.chain.Block;
import io.fairlead.node.chain.ChainEntity.Imported;
import io.fairlead.substrate.primitive.Hash;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log lines of new blocks, as node users know them. */
final class BlockLog {
  private static final Logger LOG = LoggerFactory.getLogger(FairleadNode.class);

  private BlockLog() {}

  static Behavior<Imported> create() {
    return Behaviors.receiveMessage(imported -> {
      Block last = imported.blocks().getLast();
      if (imported.blocks().size() > 1) {
        LOG.info("🏆 Imported #{} to #{} ({})", imported.blocks().getFirst().number(),
            last.number(), brief(last.hash()));
      } else {
        LOG.info("🏆 Imported #{} ({} → {}), {} extrinsics", last.number(),
            brief(last.header().parent()), brief(last.hash()), last.extrinsics().size());
      }
      return Behaviors.same();
    });
  }

  private static String brief(Hash hash) {
    String text = hash.toString();
    return text.substring(0, 6) + "…" + text.substring(text.length() - 4);
  }
}
