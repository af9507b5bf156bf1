package io.fairlead.twin.api;

import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.entity.Held;
import io.fairlead.twin.entity.TwinEntity;
import io.fairlead.twin.log.Blocks;
import io.fairlead.twin.log.BlockLine;
import io.fairlead.twin.log.LogHead;
import io.fairlead.twin.table.LogPart;
import io.fairlead.twin.table.TableView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one answer rests on: the twin at one block. Everything that it gives is true at that block, else
 * it is not given. Blocks its thread.
 */
final class Ground {

  /** Something has moved on meanwhile; the answer is to be made anew. Without a stack. */
  static final class Moved extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Moved() {
      super("the twin moves too fast", null, false, false);
    }
  }

  private final TwinView twin;
  private final GenerationDesk desk;
  private final Live live;
  private final long block;
  private final boolean isPast;
  private final ChainJson json;

  /**
   * A ground.
   *
   * @param block at which the answer is to be true
   * @param isPast whether the asker named the block
   */
  Ground(TwinView twin, GenerationDesk desk, Live live, long block, boolean isPast) {
    this.twin = twin;
    this.desk = desk;
    this.live = live;
    this.block = block;
    this.isPast = isPast;
    this.json = new ChainJson(live.standing().ss58Prefix());
  }

  TwinView.Standing standing() {
    return live.standing();
  }

  Live live() {
    return live;
  }

  long block() {
    return block;
  }

  ChainJson json() {
    return json;
  }

  GenerationDesk desk() {
    return desk;
  }

  TwinView twin() {
    return twin;
  }

  TableView tables() {
    return twin.tables();
  }

  /** The entity at the block; empty when it was not there. */
  Optional<Held<?>> held(EntityKey key) {
    return switch (twin.show(key, block).toCompletableFuture().join()) {
      case TwinEntity.NotKnown unknown -> Optional.empty();
      case TwinEntity.Shown(Held<?> held) when held.since() > block -> Optional.empty();
      case TwinEntity.Shown(Held<?> held) when held.asOf() <= block -> Optional.of(held);
      case TwinEntity.Shown(Held<?> held) when isPast -> throw new Refusal(410,
          "at block " + block + " this is not known any more: it changed since",
          "its newest state is of block " + held.asOf() + "; what came before is in its history");
      case TwinEntity.Shown shown -> throw new Moved();
    };
  }

  /** The state of an entity at the block; empty where it is not known any more. */
  <S> Optional<S> known(EntityKey key, Class<S> type) {
    return heldIfKnown(key).map(held -> type.cast(held.state()));
  }

  /** The entity at the block; empty where that is not known any more. */
  Optional<Held<?>> heldIfKnown(EntityKey key) {
    try {
      return held(key);
    } catch (Refusal changedSince) {
      return Optional.empty();
    }
  }

  /** The state of an entity at the block. */
  <S> Optional<S> state(EntityKey key, Class<S> type) {
    return held(key).map(held -> type.cast(held.state()));
  }

  /** An answer that is only kept for the newest block: no past was asked for. */
  void onlyNow() {
    if (isPast && block != tables().watermark()) {
      throw new Refusal(410, "at block " + block + " this is not known any more",
          "it is kept for the newest block only, " + tables().watermark());
    }
  }

  /** Refuses a block that was left out. */
  static void present(LogHead log, long block) {
    log.hole(block).ifPresent(hole -> {
      throw new Refusal(410, "blocks " + hole.from() + " to " + hole.to() + " are not here",
          "they were left out when no node had their states any more");
    });
  }

  /** The line of a block in the log. */
  Optional<BlockLine> line(long number) {
    Optional<BlockLine> recent = live.line(number);
    return recent.isPresent() ? recent : part(number).map(events -> {
      Blocks last = events.getLast();
      return last.lines().get((int) (number - last.from()));
    });
  }

  /** The events of the log that hold the block: one, or the parts of a large block. */
  Optional<List<Blocks>> part(long number) {
    return tables().part(number).map(this::parts);
  }

  private List<Blocks> parts(LogPart last) {
    var events = new ArrayList<>(read(last.sequence()));
    long sequence = last.sequence() - 1;
    while (events.getFirst().from() == last.to() && sequence >= 1) {
      List<Blocks> before = read(sequence);
      if (before.isEmpty() || before.getFirst().isWhole()) {
        break;
      }
      events.addFirst(before.getFirst());
      sequence--;
    }
    return events;
  }

  private List<Blocks> read(long sequence) {
    return twin.log(sequence, sequence).toCompletableFuture().join();
  }
}
