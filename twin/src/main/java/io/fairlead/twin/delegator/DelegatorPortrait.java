package io.fairlead.twin.delegator;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.DelegatorMetadata;
import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.restaking.wire.RestakingEvent;
import io.fairlead.rewards.wire.ClaimedReward;
import io.fairlead.rewards.wire.RewardsCall;
import io.fairlead.rewards.wire.RewardsEvent;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.pallet.Key;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.entity.EntityType;
import io.fairlead.twin.entity.Maps;
import io.fairlead.twin.entity.Portrait;
import io.fairlead.twin.fact.Changed;
import io.fairlead.twin.fact.Fact;
import io.fairlead.twin.fact.KeyChange;
import io.fairlead.twin.fact.Keys;
import java.util.ArrayList;
import java.util.List;

/** A delegator, folded from facts. Amounts of deposits and delegations come from storage alone. */
public final class DelegatorPortrait implements Portrait<DelegatorState> {
  private static final Key<AccountId> ACCOUNT = Key.blake2Concat(AccountId.CODEC);
  private static final Key<Long> VAULT = Key.blake2Concat(Codecs.U32);
  private static final Key<Asset> ASSET = Key.blake2Concat(Asset.CODEC);

  @Override
  public EntityType type() {
    return EntityType.DELEGATOR;
  }

  @Override
  public DelegatorState blank(EntityKey key, long since) {
    return DelegatorState.blank(AccountId.hex(key.key()));
  }

  @Override
  public DelegatorState fold(DelegatorState state, Fact fact) {
    return switch (fact) {
      case Fact.Mark mark -> state;
      case Fact.Call call -> state;
      case Fact.Event event ->
          event.event().typed().map(it -> event(state, event, it)).orElse(state);
      case Fact.Change change -> change(state, change.changed());
    };
  }

  private static DelegatorState event(DelegatorState state, Fact.Event fact, Event event) {
    return switch (event) {
      case RewardsEvent.RewardsClaimed it -> state.plusPaid(it.asset(), it.amount());
      case RestakingEvent.DelegatorSlashed it ->
          state.plusSlashed(it.asset(), it.amount()).withSlash(fact.id());
      case RestakingEvent.NominatedSlash it ->
          state.plusSlashed(Asset.NATIVE, it.amount()).withSlash(fact.id());
      case ServicesEvent.UnappliedSlash it -> state.withSlash(fact.id());
      case ServicesEvent.SlashDiscarded it -> state.withSlash(fact.id());
      default -> state; // what it changed comes as a change
    };
  }

  private static DelegatorState change(DelegatorState state, Changed changed) {
    return switch (changed) {
      case Changed.Delegator it -> state.withRecord(it.value().orElse(null));
      case Changed.Claimed it -> state.withClaims(it.value()
          .map(now -> Maps.with(state.claims(), it.vault(), now))
          .orElseGet(() -> Maps.without(state.claims(), it.vault())));
      case Changed.ServiceReward it -> state.withServiceRewards(it.value()
          .map(now -> Maps.with(state.serviceRewards(), it.asset(), now))
          .orElseGet(() -> Maps.without(state.serviceRewards(), it.asset())));
      default -> state; // of others
    };
  }

  @Override
  public Codec<DelegatorState> codec() {
    return DelegatorState.CODEC;
  }

  @Override
  public List<KeyChange> rows(DelegatorState state) {
    var rows = new ArrayList<KeyChange>();
    AccountId account = state.account();
    if (state.record() != null) {
      rows.add(KeyChange.of(Keys.of(RestakingCall.PALLET, "Delegators", ACCOUNT, account),
          DelegatorMetadata.CODEC, state.record()));
    }
    state.claims().forEach((vault, it) -> rows.add(
        KeyChange.of(
            Keys.of(RewardsCall.PALLET, "UserClaimedReward", ACCOUNT, account, VAULT, vault),
            ClaimedReward.CODEC, it)));
    state.serviceRewards().forEach((asset, it) -> rows.add(
        KeyChange.of(
            Keys.of(RewardsCall.PALLET, "UserServiceReward", ACCOUNT, account, ASSET, asset),
            Balance.CODEC, it)));
    return rows;
  }
}
