package io.fairlead.twin.blueprint;

import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.pallet.Key;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.entity.EntityType;
import io.fairlead.twin.entity.Maps;
import io.fairlead.twin.entity.Portrait;
import io.fairlead.twin.entity.Tally;
import io.fairlead.twin.fact.Changed;
import io.fairlead.twin.fact.Fact;
import io.fairlead.twin.fact.KeyChange;
import io.fairlead.twin.fact.Keys;
import java.util.List;

/** A blueprint, folded from facts. */
public final class BlueprintPortrait implements Portrait<BlueprintState> {
  private static final Codec<Changed.OwnedBlueprint> OWNED = Codecs.pair(AccountId.CODEC,
      ServiceBlueprint.CODEC, Changed.OwnedBlueprint::new, Changed.OwnedBlueprint::owner,
      Changed.OwnedBlueprint::blueprint);

  @Override
  public EntityType type() {
    return EntityType.BLUEPRINT;
  }

  @Override
  public BlueprintState blank(EntityKey key, long since) {
    return BlueprintState.blank(Long.parseLong(key.key()));
  }

  @Override
  public BlueprintState fold(BlueprintState state, Fact fact) {
    return switch (fact) {
      case Fact.Mark mark -> state;
      case Fact.Call call -> state;
      case Fact.Event event ->
          event.event().typed().orElse(null) instanceof ServicesEvent.BlueprintCreated
              ? new BlueprintState(state.id(), state.owner(), state.definition(),
                  event.id().block(), state.counts())
              : state;
      case Fact.Change change -> change.changed() instanceof Changed.Blueprint it
          ? new BlueprintState(state.id(),
              it.value().map(Changed.OwnedBlueprint::owner).orElse(null),
              it.value().map(Changed.OwnedBlueprint::blueprint).orElse(null), state.published(),
              state.counts())
          : state;
    };
  }

  @Override
  public BlueprintState tally(BlueprintState state, Tally tally) {
    return new BlueprintState(state.id(), state.owner(), state.definition(), state.published(),
        Maps.with(state.counts(), tally.kind(), state.count(tally.kind()) + tally.count()));
  }

  @Override
  public Codec<BlueprintState> codec() {
    return BlueprintState.CODEC;
  }

  @Override
  public List<KeyChange> rows(BlueprintState state) {
    AccountId owner = state.owner();
    ServiceBlueprint definition = state.definition();
    return owner == null || definition == null ? List.of()
        : List.of(KeyChange.of(
            Keys.of(ServicesCall.PALLET, "Blueprints", Key.identity(Codecs.U64), state.id()),
            OWNED, new Changed.OwnedBlueprint(owner, definition)));
  }
}
