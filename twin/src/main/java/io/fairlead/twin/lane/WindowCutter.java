package io.fairlead.twin.lane;

import io.fairlead.substrate.primitive.Balance;
import io.fairlead.twin.entity.Advanced;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.entity.Tally;
import io.fairlead.twin.entity.TallyKind;
import io.fairlead.twin.fact.Fact;
import io.fairlead.twin.fact.FactId;
import io.fairlead.twin.log.Blocks;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Merges events of the log into one window a lane: one event an entity, whatever it did. Pure.
 *
 * <p>What is only counted is summed within an event of the log and not beyond: an entity always stands
 * at the end of one, so that after a restart with other windows a sum is new or known as a whole.
 */
final class WindowCutter {

  private static final class Gathered {
    final List<Fact> facts = new ArrayList<>();
    final List<Tally> tallies = new ArrayList<>();

    /** Adds to the tally of the same kind and event of the log, if there is one. */
    void count(Tally one, long eventTo) {
      for (int i = tallies.size() - 1; i >= 0 && ends.get(i) == eventTo; i--) {
        if (tallies.get(i).kind() == one.kind()) {
          tallies.set(i, tallies.get(i).plus(one));
          return;
        }
      }
      tallies.add(one);
      ends.add(eventTo);
    }

    private final List<Long> ends = new ArrayList<>();
  }

  /** The facts of a block, and the last block of its event in the log. */
  private record OneBlock(List<Fact> facts, long eventTo) {}

  private static final int SEED = 0x7477696e;

  private WindowCutter() {}

  /**
   * The windows of some events, one for each lane, empty ones too: they move the watermark.
   *
   * @param sequence number of the last of {@code events}, which end with a whole block
   */
  static List<Window> cut(List<Blocks> events, long sequence, int lanes) {
    List<SortedMap<EntityKey, Gathered>> gathered = new ArrayList<>();
    for (int lane = 0; lane < lanes; lane++) {
      gathered.add(new TreeMap<>());
    }
    for (OneBlock block : blocks(events)) {
      Router.route(block.facts(), new Router.Sink() {
        private Gathered of(EntityKey key) {
          return gathered.get(laneOf(key, lanes)).computeIfAbsent(key, it -> new Gathered());
        }

        @Override
        public void full(EntityKey key, Fact fact) {
          List<Fact> facts = of(key).facts;
          if (facts.isEmpty() || facts.getLast() != fact) { // routed to it for two reasons
            facts.add(fact);
          }
        }

        @Override
        public void tally(EntityKey key, TallyKind kind, FactId id, Balance amount) {
          of(key).count(Tally.one(kind, id, amount), block.eventTo());
        }
      });
    }
    long from = events.getFirst().from();
    long to = events.getLast().to();
    var windows = new ArrayList<Window>();
    for (SortedMap<EntityKey, Gathered> lane : gathered) {
      var entities = new TreeMap<EntityKey, Advanced>();
      lane.forEach((key, it) -> entities.put(key,
          new Advanced(from, to, it.facts, it.tallies)));
      windows.add(new Window(from, to, sequence, entities));
    }
    return windows;
  }

  /** The facts of each block, which may lie in several events. */
  private static List<OneBlock> blocks(List<Blocks> events) {
    var blocks = new ArrayList<OneBlock>();
    long last = -1;
    for (Blocks event : events) {
      for (Fact fact : event.facts()) {
        if (fact.id().block() != last) {
          blocks.add(new OneBlock(new ArrayList<>(), event.to()));
          last = fact.id().block();
        }
        blocks.getLast().facts().add(fact);
      }
    }
    return blocks;
  }

  /** The lane of an entity: the same on every machine and for ever. */
  static int laneOf(EntityKey key, int lanes) {
    return Math.floorMod(scala.util.hashing.MurmurHash3$.MODULE$.stringHash(key.toString(), SEED),
        lanes);
  }
}
