package io.fairlead.twin.delegator;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.DelegatorMetadata;
import io.fairlead.rewards.wire.ClaimedReward;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.twin.entity.Maps;
import io.fairlead.twin.fact.FactId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A delegator.
 *
 * @param record in MultiAssetDelegation; null before its first deposit
 * @param claims by vault: when and how much it claimed
 * @param serviceRewards by asset, an item that the deployed chain never writes
 * @param paid rewards that it claimed, by asset, in the asset's smallest unit
 * @param slashed what slashes took, by asset
 * @param slashes facts of slashes that reach it, the last {@link #SLASHES_MAX}
 */
public record DelegatorState(AccountId account, @Nullable DelegatorMetadata record,
    SortedMap<Long, ClaimedReward> claims, SortedMap<Asset, Balance> serviceRewards,
    SortedMap<Asset, Balance> paid, SortedMap<Asset, Balance> slashed, List<FactId> slashes) {
  /** Facts of slashes kept. */
  public static final int SLASHES_MAX = 64;

  public DelegatorState {
    claims = Maps.copy(claims);
    serviceRewards = Maps.copy(serviceRewards);
    paid = Maps.copy(paid);
    slashed = Maps.copy(slashed);
    slashes = List.copyOf(slashes);
  }

  static DelegatorState blank(AccountId account) {
    return new DelegatorState(account, null, new TreeMap<>(), new TreeMap<>(), new TreeMap<>(),
        new TreeMap<>(), List.of());
  }

  private static final Codec<SortedMap<Asset, Balance>> AMOUNTS =
      Codecs.map(Asset.CODEC, Balance.CODEC, Codecs.UNBOUNDED);

  static final Codec<DelegatorState> CODEC = Codecs.struct("DelegatorState",
      Fields.of(DelegatorState::new,
          Fields.field("account", DelegatorState::account, AccountId.CODEC, ""),
          Fields.field("record", DelegatorState::record, Codecs.option(DelegatorMetadata.CODEC),
              ""),
          Fields.field("claims", DelegatorState::claims,
              Codecs.map(Codecs.U32, ClaimedReward.CODEC, Codecs.UNBOUNDED), ""),
          Fields.field("service_rewards", DelegatorState::serviceRewards, AMOUNTS, ""),
          Fields.field("paid", DelegatorState::paid, AMOUNTS, ""),
          Fields.field("slashed", DelegatorState::slashed, AMOUNTS, ""),
          Fields.field("slashes", DelegatorState::slashes, Codecs.list(FactId.CODEC), "")));

  DelegatorState withRecord(@Nullable DelegatorMetadata next) {
    return new DelegatorState(account, next, claims, serviceRewards, paid, slashed, slashes);
  }

  DelegatorState withClaims(SortedMap<Long, ClaimedReward> next) {
    return new DelegatorState(account, record, next, serviceRewards, paid, slashed, slashes);
  }

  DelegatorState withServiceRewards(SortedMap<Asset, Balance> next) {
    return new DelegatorState(account, record, claims, next, paid, slashed, slashes);
  }

  DelegatorState plusPaid(Asset asset, Balance amount) {
    return new DelegatorState(account, record, claims, serviceRewards, plus(paid, asset, amount),
        slashed, slashes);
  }

  DelegatorState plusSlashed(Asset asset, Balance amount) {
    return new DelegatorState(account, record, claims, serviceRewards, paid,
        plus(slashed, asset, amount), slashes);
  }

  DelegatorState withSlash(FactId fact) {
    return new DelegatorState(account, record, claims, serviceRewards, paid, slashed,
        Maps.newest(slashes, fact, SLASHES_MAX));
  }

  private static SortedMap<Asset, Balance> plus(SortedMap<Asset, Balance> amounts, Asset asset,
      Balance amount) {
    return Maps.with(amounts, asset,
        amounts.getOrDefault(asset, Balance.ZERO).saturatingPlus(amount));
  }
}
