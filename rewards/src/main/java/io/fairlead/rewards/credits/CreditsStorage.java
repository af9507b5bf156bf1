package io.fairlead.rewards.credits;

import io.fairlead.restaking.wire.AssetId;
import io.fairlead.rewards.credits.wire.CreditsCall;
import io.fairlead.rewards.credits.wire.CreditsLimits;
import io.fairlead.rewards.credits.wire.StakeTier;
import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.pallet.Key;
import io.fairlead.substrate.pallet.StorageMap;
import io.fairlead.substrate.pallet.StorageValue;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import java.util.List;

/** The items of Credits. */
public final class CreditsStorage {
  /** Block of an account's last claim or burn; one clock for all assets. */
  final StorageMap<AccountId, Long> lastUpdate;
  /** Tiers of TNT, by threshold ascending. */
  final StorageValue<List<StakeTier>> tiers;
  /** Tiers of other assets, by threshold ascending. */
  final StorageMap<AssetId, List<StakeTier>> assetTiers;

  /** Declares the items in {@code store}. */
  public CreditsStorage(Store store) {
    Codec<List<StakeTier>> table =
        Codecs.boundedVec(StakeTier.CODEC, CreditsLimits.STAKE_TIERS_MAX);
    lastUpdate = StorageMap.of(store, CreditsCall.PALLET, "LastRewardUpdateBlock",
        Key.blake2Concat(AccountId.CODEC), Codecs.U64, 0L);
    tiers =
        StorageValue.of(store, CreditsCall.PALLET, "StoredStakeTiers", table, List.of());
    assetTiers = StorageMap.optional(store, CreditsCall.PALLET, "AssetStakeTiers",
        Key.blake2Concat(AssetId.CODEC), table);
  }

  /** The items in metadata order. */
  List<Item> items() {
    return List.of(lastUpdate, tiers, assetTiers);
  }
}
