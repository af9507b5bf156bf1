package io.fairlead.rewards;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.rewards.wire.ClaimedReward;
import io.fairlead.rewards.wire.PendingReward;
import io.fairlead.rewards.wire.RewardConfig;
import io.fairlead.rewards.wire.RewardsCall;
import io.fairlead.rewards.wire.RewardsLimits;
import io.fairlead.rewards.wire.VaultMetadata;
import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.pallet.Key;
import io.fairlead.substrate.pallet.StorageDoubleMap;
import io.fairlead.substrate.pallet.StorageMap;
import io.fairlead.substrate.pallet.StorageValue;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Perbill;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import java.util.List;

/** The items of Rewards. Vaults are u32. */
public final class RewardsStorage {
  private static final Key<Long> VAULT = Key.blake2Concat(Codecs.U32);
  private static final Key<AccountId> ACCOUNT = Key.blake2Concat(AccountId.CODEC);
  private static final Key<Asset> ASSET = Key.blake2Concat(Asset.CODEC);

  /** Delegated amounts times their multipliers, by vault. */
  final StorageMap<Long, Balance> totalScore;
  /** Delegated amounts, by vault. */
  final StorageMap<Long, Balance> totalDeposit;
  /** Never written by anything that is called. */
  final StorageDoubleMap<AccountId, Asset, Balance> userServiceReward;
  /** When and how much an account claimed of a vault. */
  final StorageDoubleMap<AccountId, Long, ClaimedReward> userClaimed;
  /** Assets of a vault in the order they came. */
  final StorageMap<Long, List<Asset>> vaults;
  /** The vault of an asset. */
  final StorageMap<Asset, Long> vaultOf;
  /** How a vault rewards. */
  final StorageMap<Long, RewardConfig> configs;
  /** Who pays the rewards of a vault. */
  final StorageMap<Long, AccountId> pots;
  /** Blocks of a year; 0: nothing can be claimed. */
  final StorageValue<Long> apyBlocks;
  /** Blocks since the last claim up to which rewards do not shrink. */
  final StorageValue<Long> decayStart;
  /** How much they shrink then; see {@link RewardFormula}. */
  final StorageValue<Perbill> decayRate;
  /** Names of vaults. */
  final StorageMap<Long, VaultMetadata> vaultMetadata;
  /** Income by account, in the order it came. */
  final StorageMap<AccountId, List<PendingReward>> pending;

  /** Declares the items in {@code store}. */
  public RewardsStorage(Store store) {
    totalScore = ofVault(store, "TotalRewardVaultScore");
    totalDeposit = ofVault(store, "TotalRewardVaultDeposit");
    userServiceReward = StorageDoubleMap.of(store, RewardsCall.PALLET, "UserServiceReward",
        ACCOUNT, ASSET, Balance.CODEC, Balance.ZERO);
    userClaimed = StorageDoubleMap.optional(store, RewardsCall.PALLET, "UserClaimedReward",
        ACCOUNT, VAULT, ClaimedReward.CODEC);
    vaults = optional(store, "RewardVaults", VAULT, Codecs.list(Asset.CODEC));
    vaultOf = optional(store, "AssetLookupRewardVaults", ASSET, Codecs.U32);
    configs = optional(store, "RewardConfigStorage", VAULT, RewardConfig.CODEC);
    pots = optional(store, "RewardVaultsPotAccount", VAULT, AccountId.CODEC);
    apyBlocks = StorageValue.of(store, RewardsCall.PALLET, "ApyBlocks", Codecs.U64, 0L);
    decayStart = StorageValue.of(store, RewardsCall.PALLET, "DecayStartPeriod", Codecs.U64, 0L);
    decayRate = StorageValue.of(store, RewardsCall.PALLET, "DecayRate", Perbill.CODEC,
        new Perbill(0));
    vaultMetadata = optional(store, "VaultMetadataStore", VAULT, VaultMetadata.CODEC);
    pending = StorageMap.of(store, RewardsCall.PALLET, "PendingOperatorRewards", ACCOUNT,
        Codecs.boundedVec(PendingReward.CODEC, RewardsLimits.PENDING_REWARDS_MAX), List.of());
  }

  private static StorageMap<Long, Balance> ofVault(Store store, String name) {
    return StorageMap.of(store, RewardsCall.PALLET, name, VAULT, Balance.CODEC, Balance.ZERO);
  }

  private static <K, V> StorageMap<K, V> optional(Store store, String name, Key<K> key,
      Codec<V> codec) {
    return StorageMap.optional(store, RewardsCall.PALLET, name, key, codec);
  }

  /** The items in metadata order. */
  List<Item> items() {
    return List.of(totalScore, totalDeposit, userServiceReward, userClaimed, vaults, vaultOf,
        configs, pots, apyBlocks, decayStart, decayRate, vaultMetadata, pending);
  }
}
