package io.fairlead.twin;

import io.fairlead.twin.fact.Fact;
import io.fairlead.twin.fact.KeyChange;
import io.fairlead.twin.feed.ChainStart;
import io.fairlead.twin.feed.EndpointPool;
import io.fairlead.twin.log.LogHead;
import io.fairlead.twin.replica.ReplicaFile;
import io.fairlead.twin.table.LogPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is done before blocks are followed: a new history is seeded, an old replica catches up. */
final class Beginning {
  private Beginning() {}

  /** Makes the log and the replica stand at one block. */
  static void prepare(From from, EndpointPool pool, Core core, ReplicaFile replica)
      throws Unusable {
    LogHead head = core.head();
    if (head.number() < 0) {
      seed(from, pool, core, replica);
    } else {
      catchUp(core, head, replica);
    }
  }

  private static void seed(From from, EndpointPool pool, Core core, ReplicaFile replica)
      throws Unusable {
    ChainStart.Seed seed = ChainStart.seed(pool, switch (from) {
      case From.Genesis genesis -> Optional.of(0L);
      case From.Block(long number) -> Optional.of(number);
      case From.Now now -> Optional.empty();
    });
    LogHead head = core.append(List.of(seed.block()));
    replica.clear();
    replica.write(head.number(), changes(seed.block().facts()));
  }

  /** Writes into the replica what the log has and it lacks: the process was killed between. */
  static void catchUp(Core core, LogHead head, ReplicaFile replica) {
    if (replica.at() > head.number()) {
      replica.clear();
    }
    long at = replica.at();
    if (at < head.number()) {
      var waiting = new ArrayList<KeyChange>(); // parts of a block that is not whole yet
      core.forEach(sequence(core, at), blocks -> {
        if (blocks.to() > at) {
          waiting.addAll(
              changes(blocks.facts().stream().filter(it -> it.id().block() > at).toList()));
          if (blocks.isWhole()) {
            replica.write(blocks.to(), waiting);
            waiting.clear();
          }
        }
      });
    }
  }

  /** From which event on the log has what came after the block: the tables may know. */
  private static long sequence(Core core, long block) {
    return core.tables().part(block).map(LogPart::sequence).orElse(1L);
  }

  private static List<KeyChange> changes(List<Fact> facts) {
    var changes = new ArrayList<KeyChange>();
    for (Fact fact : facts) {
      if (fact instanceof Fact.Change change) {
        changes.add(new KeyChange(change.key(), change.after()));
      }
    }
    return changes;
  }
}
