package io.fairlead.twin.slash;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The slashes recorded in one round.
 *
 * @param cases by index
 */
public record SlashQueueState(long round, SortedMap<Long, SlashCase> cases,
    BlockEvidence evidence) {
  public SlashQueueState {
    cases = Collections.unmodifiableSortedMap(new TreeMap<>(cases));
  }

  static final Codec<SlashQueueState> CODEC = Codecs.struct("SlashQueueState",
      Fields.of(SlashQueueState::of,
          Fields.field("round", SlashQueueState::round, Codecs.U32, ""),
          Fields.field("cases", state -> List.copyOf(state.cases.values()),
              Codecs.list(SlashCase.CODEC), "")));

  /** Between blocks: the evidence of a block is never needed after it. */
  public static SlashQueueState of(long round, List<SlashCase> cases) {
    var byIndex = new TreeMap<Long, SlashCase>();
    cases.forEach(each -> byIndex.put(each.index(), each));
    return new SlashQueueState(round, byIndex, BlockEvidence.NONE);
  }

  SlashQueueState with(SlashCase changed) {
    var next = new TreeMap<>(cases);
    next.put(changed.index(), changed);
    return new SlashQueueState(round, next, evidence);
  }

  SlashQueueState with(BlockEvidence newEvidence) {
    return new SlashQueueState(round, cases, newEvidence);
  }

  /** Those that still stand in the queue, in the order of their indices. */
  public List<SlashCase> open() {
    var open = new ArrayList<>(cases.values());
    open.removeIf(each -> !each.isOpen());
    return open;
  }
}
