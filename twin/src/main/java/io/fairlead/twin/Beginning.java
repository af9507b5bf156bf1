package io.fairlead.twin;

import io.fairlead.twin.fact.Fact;
import io.fairlead.twin.fact.KeyChange;
import io.fairlead.twin.feed.ChainStart;
import io.fairlead.twin.feed.EndpointPool;
import io.fairlead.twin.feed.Hole;
import io.fairlead.twin.log.BlockFacts;
import io.fairlead.twin.log.Blocks;
import io.fairlead.twin.log.LogHead;
import io.fairlead.twin.replica.ReplicaFile;
import io.fairlead.twin.table.LogPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What is done before blocks are followed: a new history is seeded, an old replica catches up. */
final class Beginning {
  private static final int COPIED_AT_ONCE = 32;

  private Beginning() {}

  /** Makes the log and the replica stand at one block. */
  static void prepare(From from, EndpointPool pool, Core core, ReplicaFile replica)
      throws Unusable {
    LogHead head = core.head();
    if (head.number() < 0) {
      seed(from, pool, core, replica);
    } else {
      catchUp(core, head, replica);
      if (from instanceof From.NowOrHole && ChainStart.isPruned(pool, head)) {
        leaveOut(pool, core, head, replica);
      }
    }
  }

  /** Goes on with the state after the last final block; what is between is a hole. */
  private static void leaveOut(EndpointPool pool, Core core, LogHead head, ReplicaFile replica)
      throws Unusable {
    ChainStart.Seed seed = ChainStart.seed(pool, Optional.empty());
    if (seed.block().number() > head.number() + 1) {
      BlockFacts block = Hole.close(head.number(), replica.load(), seed);
      LogHead after = core.appendAfterHole(block);
      replica.write(after.number(), changes(block.facts()));
    }
  }

  /**
   * Makes a new log out of another one of the chain, up to block {@code last}; goes on where it was cut
   * off.
   *
   * @param isStopped asked between the events
   */
  static void copy(Core source, Core target, long last, BooleanSupplier isStopped)
      throws Unusable {
    long there = target.head().number();
    var waiting = new ArrayList<Blocks>();
    try {
      source.forEach(1, event -> {
        if (isStopped.getAsBoolean()) {
          throw new CutOff(new Unusable("stopped"));
        }
        if (event.to() > there && event.from() <= last) {
          waiting.add(upTo(event, last));
          if (event.isWhole() && waiting.size() >= COPIED_AT_ONCE) {
            append(target, waiting);
          }
        }
      });
      append(target, waiting);
    } catch (CutOff failed) {
      throw failed.reason;
    }
  }

  private static void append(Core target, List<Blocks> waiting) {
    try {
      target.appendCopied(waiting);
      waiting.clear();
    } catch (Unusable failed) {
      throw new CutOff(failed);
    }
  }

  private static final class CutOff extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Unusable reason;

    CutOff(Unusable reason) {
      super(reason.getMessage(), reason, false, false);
      this.reason = reason;
    }
  }

  private static Blocks upTo(Blocks event, long last) {
    return event.to() <= last ? event
        : new Blocks(event.from(), last,
            event.lines().subList(0, (int) (last - event.from() + 1)),
            event.facts().stream().filter(fact -> fact.id().block() <= last).toList(), true);
  }

  private static void seed(From from, EndpointPool pool, Core core, ReplicaFile replica)
      throws Unusable {
    ChainStart.Seed seed = ChainStart.seed(pool, switch (from) {
      case From.Genesis genesis -> Optional.of(0L);
      case From.Block(long number) -> Optional.of(number);
      case From.Now now -> Optional.empty();
      case From.NowOrHole now -> Optional.empty();
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
