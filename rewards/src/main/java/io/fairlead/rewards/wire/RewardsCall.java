package io.fairlead.rewards.wire;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Perbill;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/** The calls of Rewards. Vault ids are u32, periods u64. */
public sealed interface RewardsCall extends Call {
  /** Name of the pallet and prefix of its storage. */
  String PALLET = "Rewards";

  /** Pays the vault reward of {@code who} for its deposit of {@code asset}; anybody may ask. */
  record ClaimRewardsOther(AccountId who, Asset asset) implements RewardsCall {}

  /** Takes an asset into a vault or out of it. */
  record ManageAssetRewardVault(long vaultId, Asset asset,
      AssetAction action) implements RewardsCall {}

  /** Makes a vault and its pot. */
  record CreateRewardVault(long vaultId, RewardConfig newConfig) implements RewardsCall {}

  /** Replaces how a vault rewards. */
  record UpdateVaultRewardConfig(long vaultId, RewardConfig newConfig) implements RewardsCall {}

  /**
   * Sets how rewards shrink for who claims late.
   *
   * @param startPeriod blocks since the last claim up to which nothing shrinks
   */
  record UpdateDecayConfig(long startPeriod, Perbill rate) implements RewardsCall {}

  /** Sets how many blocks a year has; without it nothing can be claimed. */
  record UpdateApyBlocks(long blocks) implements RewardsCall {}

  /** Names a vault, one that does not exist too. */
  record SetVaultMetadata(long vaultId, Bytes name, Bytes logo) implements RewardsCall {}

  /** Takes the name of a vault away. */
  record RemoveVaultMetadata(long vaultId) implements RewardsCall {}

  /** Pays the signer what jobs earned it. */
  record ClaimRewards() implements RewardsCall {}

  /** {@code Vec<u8>}. */
  Codec<Bytes> BYTES = Bytes.codec(Codecs.byteVec(Codecs.UNBOUNDED));

  /** One byte of index, then the arguments. */
  EnumCodec<RewardsCall> CODEC = Codecs.enumOf("pallet_rewards::pallet::Call",
      List.of(Shape.skipped("T")),
      variant(2, "claim_rewards_other", ClaimRewardsOther.class,
          Fields.of(ClaimRewardsOther::new,
              field("who", ClaimRewardsOther::who, AccountId.CODEC, "T::AccountId"),
              field("asset", ClaimRewardsOther::asset, Asset.CODEC, "Asset<T::AssetId>"))),
      variant(3, "manage_asset_reward_vault", ManageAssetRewardVault.class,
          Fields.of(ManageAssetRewardVault::new,
              field("vault_id", ManageAssetRewardVault::vaultId, Codecs.U32, "T::VaultId"),
              field("asset", ManageAssetRewardVault::asset, Asset.CODEC, "Asset<T::AssetId>"),
              field("action", ManageAssetRewardVault::action, AssetAction.CODEC,
                  "AssetAction"))),
      variant(4, "create_reward_vault", CreateRewardVault.class,
          Fields.of(CreateRewardVault::new,
              field("vault_id", CreateRewardVault::vaultId, Codecs.U32, "T::VaultId"),
              field("new_config", CreateRewardVault::newConfig, RewardConfig.CODEC,
                  "RewardConfigForAssetVault<BalanceOf<T>>"))),
      variant(5, "update_vault_reward_config", UpdateVaultRewardConfig.class,
          Fields.of(UpdateVaultRewardConfig::new,
              field("vault_id", UpdateVaultRewardConfig::vaultId, Codecs.U32, "T::VaultId"),
              field("new_config", UpdateVaultRewardConfig::newConfig, RewardConfig.CODEC,
                  "RewardConfigForAssetVault<BalanceOf<T>>"))),
      variant(6, "update_decay_config", UpdateDecayConfig.class,
          Fields.of(UpdateDecayConfig::new,
              field("start_period", UpdateDecayConfig::startPeriod, Codecs.U64,
                  "BlockNumberFor<T>"),
              field("rate", UpdateDecayConfig::rate, Perbill.CODEC, "Perbill"))),
      variant(7, "update_apy_blocks", UpdateApyBlocks.class,
          Fields.of(UpdateApyBlocks::new,
              field("blocks", UpdateApyBlocks::blocks, Codecs.U64, "BlockNumberFor<T>"))),
      variant(8, "set_vault_metadata", SetVaultMetadata.class,
          Fields.of(SetVaultMetadata::new,
              field("vault_id", SetVaultMetadata::vaultId, Codecs.U32, "T::VaultId"),
              field("name", SetVaultMetadata::name, BYTES, "Vec<u8>"),
              field("logo", SetVaultMetadata::logo, BYTES, "Vec<u8>"))),
      variant(9, "remove_vault_metadata", RemoveVaultMetadata.class,
          Fields.of(RemoveVaultMetadata::new,
              field("vault_id", RemoveVaultMetadata::vaultId, Codecs.U32, "T::VaultId"))),
      variant(10, "claim_rewards", ClaimRewards.class, new ClaimRewards()));

  @Override
  default String pallet() {
    return PALLET;
  }
}
