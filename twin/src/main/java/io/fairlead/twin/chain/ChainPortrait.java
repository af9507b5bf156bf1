package io.fairlead.twin.chain;

import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.entity.EntityType;
import io.fairlead.twin.entity.Maps;
import io.fairlead.twin.entity.Portrait;
import io.fairlead.twin.entity.Tally;
import io.fairlead.twin.entity.TallyKind;
import io.fairlead.twin.fact.Changed;
import io.fairlead.twin.fact.Fact;
import io.fairlead.twin.fact.KeyChange;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** The chain as a whole, folded from facts. */
public final class ChainPortrait implements Portrait<ChainState> {
  private static final String ROUND = "MultiAssetDelegation.CurrentRound";

  @Override
  public EntityType type() {
    return EntityType.CHAIN;
  }

  @Override
  public ChainState blank(EntityKey key, long since) {
    return ChainState.BLANK;
  }

  @Override
  public ChainState fold(ChainState it, Fact fact) {
    return switch (fact) {
      case Fact.Mark mark -> mark(it, mark);
      case Fact.Call call -> it;
      case Fact.Event event -> it;
      case Fact.Change change -> change(it, change);
    };
  }

  private static ChainState mark(ChainState it, Fact.Mark mark) {
    return switch (mark.kind()) {
      case ROUND -> new ChainState(mark.value(), mark.id().block(), it.era(), it.specVersion(),
          it.parameters(), it.values(), it.reverted());
      case ERA -> new ChainState(it.round(), it.roundSince(), mark.value(), it.specVersion(),
          it.parameters(), it.values(), it.reverted());
      case RUNTIME_UPGRADED -> new ChainState(it.round(), it.roundSince(), it.era(),
          mark.value(), it.parameters(), it.values(), it.reverted());
      case BLOCK, SEEDED, HOLE -> it;
    };
  }

  private static ChainState change(ChainState it, Fact.Change change) {
    SortedMap<Bytes, Bytes> values = change.after().isPresent()
        ? Maps.with(it.values(), change.key(), change.after().get())
        : Maps.without(it.values(), change.key());
    if (!(change.changed() instanceof Changed.Parameter(String pallet, String item, long value))) {
      return new ChainState(it.round(), it.roundSince(), it.era(), it.specVersion(),
          it.parameters(), values, it.reverted());
    }
    String name = pallet + "." + item;
    boolean isFirstRound = name.equals(ROUND) && it.round() < 0;
    return new ChainState(isFirstRound ? value : it.round(), it.roundSince(), it.era(),
        it.specVersion(), Maps.with(it.parameters(), name, value), values, it.reverted());
  }

  @Override
  public ChainState tally(ChainState it, Tally tally) {
    return tally.kind() == TallyKind.REVERTED
        ? new ChainState(it.round(), it.roundSince(), it.era(), it.specVersion(), it.parameters(),
            it.values(), it.reverted() + tally.count())
        : it;
  }

  @Override
  public Codec<ChainState> codec() {
    return ChainState.CODEC;
  }

  @Override
  public List<KeyChange> rows(ChainState it) {
    return it.values().entrySet().stream()
        .map(pair -> new KeyChange(pair.getKey(), Optional.of(pair.getValue()))).toList();
  }
}
