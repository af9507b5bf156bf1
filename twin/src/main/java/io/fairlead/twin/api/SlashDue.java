package io.fairlead.twin.api;

import io.fairlead.services.wire.Limits;
import io.fairlead.twin.chain.ChainState;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.entity.EntityType;
import io.fairlead.twin.entity.Held;
import io.fairlead.twin.fact.Fact;
import io.fairlead.twin.fact.MarkKind;
import io.fairlead.twin.slash.SlashCase;
import io.fairlead.twin.slash.SlashQueueState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When pending slashes come up, at the block of an answer. */
final class SlashDue {
  /** Rounds from the recording of a slash to its application. */
  static final long DEFER_ROUNDS = Limits.SLASH_DEFER_ROUNDS;
  /** Slashes that a block applies ({@code pallet-services::on_initialize}). */
  static final int PER_BLOCK = Limits.SLASHES_PER_BLOCK_MAX;
  private static final long MILLIS_AN_HOUR = 3_600_000;

  private final Ground ground;
  private final long round;
  private final long roundSince;
  private final Optional<Long> roundBlocks;
  private final Map<Long, List<Long>> orders = new HashMap<>();

  SlashDue(Ground ground) {
    this.ground = ground;
    Optional<Held<?>> held = ground.heldIfKnown(EntityKey.CHAIN);
    ChainState chain = held.map(it -> (ChainState) it.state()).orElse(null);
    this.round = chain == null ? -1 : chain.round();
    this.roundSince = chain == null ? -1 : chain.roundSince();
    this.roundBlocks = held.flatMap(it -> roundBlocks(it.recent()));
  }

  /** Blocks of a round, as the last two beginnings show. */
  private static Optional<Long> roundBlocks(List<Fact> recent) {
    List<Fact.Mark> marks = recent.stream().filter(Fact.Mark.class::isInstance)
        .map(Fact.Mark.class::cast).filter(mark -> mark.kind() == MarkKind.ROUND).toList();
    if (marks.size() < 2) {
      return Optional.empty();
    }
    Fact.Mark last = marks.getLast();
    Fact.Mark before = marks.get(marks.size() - 2);
    long rounds = last.value() - before.value();
    return rounds <= 0 ? Optional.empty()
        : Optional.of((last.id().block() - before.id().block()) / rounds);
  }

  /** Whether it is past its round: nothing will apply it any more. */
  boolean isStranded(long recordedRound) {
    return round > recordedRound + DEFER_ROUNDS;
  }

  /** From 1, in the order in which the slashes of its round are applied; 0: not known. */
  int position(long recordedRound, long index) {
    return order(recordedRound).indexOf(index) + 1;
  }

  /** How many of its round are applied in its block. */
  int ofBlock(long recordedRound, long index) {
    int before = (position(recordedRound, index) - 1) / PER_BLOCK * PER_BLOCK;
    return Math.min(PER_BLOCK, order(recordedRound).size() - before);
  }

  /** The chain goes through the keys as they stand in its trie: indices with their low byte first. */
  private List<Long> order(long recordedRound) {
    return orders.computeIfAbsent(recordedRound, it -> {
      var open = new ArrayList<Long>();
      ground.known(EntityKey.of(EntityType.SLASH_QUEUE, it), SlashQueueState.class)
          .ifPresent(queue -> queue.open().forEach((SlashCase each) -> open.add(each.index())));
      open.sort(Comparator.comparingLong(index -> Integer.reverseBytes(index.intValue())
          & 0xffff_ffffL));
      return open;
    });
  }

  /** The block of its application, where the length of rounds is known. */
  Optional<Long> block(long recordedRound, long index) {
    long start = Math.max(0, recordedRound + DEFER_ROUNDS - round);
    return roundBlocks.filter(blocks -> roundSince >= 0 && position(recordedRound, index) > 0)
        .map(blocks -> Math.max(
            ground.block() + 1,
            roundSince + start * blocks + (position(recordedRound, index) - 1) / PER_BLOCK));
  }

  /** Hours until a block, by the measured time of blocks. */
  Optional<Double> hours(long blocks) {
    return ground.live().blockMillis()
        .map(millis -> Math.round(100.0 * blocks * millis / MILLIS_AN_HOUR) / 100.0);
  }
}
