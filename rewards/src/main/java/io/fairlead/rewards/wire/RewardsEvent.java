package io.fairlead.rewards.wire;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.LockMultiplier;
import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Perbill;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of Rewards. Vault ids are u32, blocks and service ids u64, amounts planck. */
public sealed interface RewardsEvent extends Event {
  /** {@code account} got its vault reward, which may be nothing. */
  record RewardsClaimed(AccountId account, Asset asset, Balance amount) implements RewardsEvent {}

  /** Never emitted. */
  record IncentiveAPYAndCapSet(long vaultId, Perbill apy, Balance cap) implements RewardsEvent {}

  /** Never emitted. */
  record BlueprintWhitelisted(long blueprintId) implements RewardsEvent {}

  /** An asset came into a vault or left it. */
  record AssetUpdatedInVault(long vaultId, Asset asset, AssetAction action)
      implements RewardsEvent {}

  /** A vault rewards in another way. */
  record VaultRewardConfigUpdated(long vaultId, RewardConfig newConfig) implements RewardsEvent {}

  /** There is a new vault; {@code potAccount} pays its rewards. */
  record RewardVaultCreated(long vaultId, RewardConfig newConfig, AccountId potAccount)
      implements RewardsEvent {}

  /** The score of all delegations to a vault changed. */
  record TotalScoreUpdated(long vaultId, Asset asset, Balance totalScore,
      @Nullable LockMultiplier lockMultiplier) implements RewardsEvent {}

  /** The sum of all delegations to a vault changed. */
  record TotalDepositUpdated(long vaultId, Asset asset, Balance totalDeposit)
      implements RewardsEvent {}

  /** Late claims shrink in another way. */
  record DecayConfigUpdated(long startPeriod, Perbill rate) implements RewardsEvent {}

  /** A year has so many blocks. */
  record ApyBlocksUpdated(long blocks) implements RewardsEvent {}

  /** A vault was named. */
  record VaultMetadataSet(long vaultId, Bytes name, Bytes logo) implements RewardsEvent {}

  /** A vault lost its name. */
  record VaultMetadataRemoved(long vaultId) implements RewardsEvent {}

  /** {@code operator} earned so many planck by a service. */
  record RewardRecorded(AccountId operator, long serviceId, Balance amount)
      implements RewardsEvent {}

  /** {@code operator} got what it had earned. */
  record OperatorRewardsClaimed(AccountId operator, Balance amount) implements RewardsEvent {}

  /** One byte of index, then the fields. */
  EnumCodec<RewardsEvent> CODEC = Codecs.enumOf("pallet_rewards::pallet::Event",
      List.of(Shape.skipped("T")),
      variant(0, "RewardsClaimed", RewardsClaimed.class,
          Fields.of(RewardsClaimed::new,
              field("account", RewardsClaimed::account, AccountId.CODEC, "T::AccountId"),
              field("asset", RewardsClaimed::asset, Asset.CODEC, "Asset<T::AssetId>"),
              field("amount", RewardsClaimed::amount, Balance.CODEC, "BalanceOf<T>"))),
      variant(1, "IncentiveAPYAndCapSet", IncentiveAPYAndCapSet.class,
          Fields.of(IncentiveAPYAndCapSet::new,
              field("vault_id", IncentiveAPYAndCapSet::vaultId, Codecs.U32, "T::VaultId"),
              field("apy", IncentiveAPYAndCapSet::apy, Perbill.CODEC, "sp_runtime::Perbill"),
              field("cap", IncentiveAPYAndCapSet::cap, Balance.CODEC, "BalanceOf<T>"))),
      variant(2, "BlueprintWhitelisted", BlueprintWhitelisted.class,
          Fields.of(BlueprintWhitelisted::new,
              field("blueprint_id", BlueprintWhitelisted::blueprintId, Codecs.U64, "BlueprintId"))),
      variant(3, "AssetUpdatedInVault", AssetUpdatedInVault.class,
          Fields.of(AssetUpdatedInVault::new,
              field("vault_id", AssetUpdatedInVault::vaultId, Codecs.U32, "T::VaultId"),
              field("asset", AssetUpdatedInVault::asset, Asset.CODEC, "Asset<T::AssetId>"),
              field("action", AssetUpdatedInVault::action, AssetAction.CODEC, "AssetAction"))),
      variant(4, "VaultRewardConfigUpdated", VaultRewardConfigUpdated.class,
          Fields.of(VaultRewardConfigUpdated::new,
              field("vault_id", VaultRewardConfigUpdated::vaultId, Codecs.U32, "T::VaultId"),
              field("new_config", VaultRewardConfigUpdated::newConfig, RewardConfig.CODEC,
                  "RewardConfigForAssetVault<BalanceOf<T>>"))),
      variant(5, "RewardVaultCreated", RewardVaultCreated.class,
          Fields.of(RewardVaultCreated::new,
              field("vault_id", RewardVaultCreated::vaultId, Codecs.U32, "T::VaultId"),
              field("new_config", RewardVaultCreated::newConfig, RewardConfig.CODEC,
                  "RewardConfigForAssetVault<BalanceOf<T>>"),
              field("pot_account", RewardVaultCreated::potAccount, AccountId.CODEC,
                  "T::AccountId"))),
      variant(6, "TotalScoreUpdated", TotalScoreUpdated.class,
          Fields.of(TotalScoreUpdated::new,
              field("vault_id", TotalScoreUpdated::vaultId, Codecs.U32, "T::VaultId"),
              field("asset", TotalScoreUpdated::asset, Asset.CODEC, "Asset<T::AssetId>"),
              field("total_score", TotalScoreUpdated::totalScore, Balance.CODEC, "BalanceOf<T>"),
              field("lock_multiplier", TotalScoreUpdated::lockMultiplier,
                  Codecs.option(LockMultiplier.CODEC), "Option<LockMultiplier>"))),
      variant(7, "TotalDepositUpdated", TotalDepositUpdated.class,
          Fields.of(TotalDepositUpdated::new,
              field("vault_id", TotalDepositUpdated::vaultId, Codecs.U32, "T::VaultId"),
              field("asset", TotalDepositUpdated::asset, Asset.CODEC, "Asset<T::AssetId>"),
              field("total_deposit", TotalDepositUpdated::totalDeposit, Balance.CODEC,
                  "BalanceOf<T>"))),
      variant(8, "DecayConfigUpdated", DecayConfigUpdated.class,
          Fields.of(DecayConfigUpdated::new,
              field("start_period", DecayConfigUpdated::startPeriod, Codecs.U64,
                  "BlockNumberFor<T>"),
              field("rate", DecayConfigUpdated::rate, Perbill.CODEC, "Perbill"))),
      variant(9, "ApyBlocksUpdated", ApyBlocksUpdated.class,
          Fields.of(ApyBlocksUpdated::new,
              field("blocks", ApyBlocksUpdated::blocks, Codecs.U64, "BlockNumberFor<T>"))),
      variant(10, "VaultMetadataSet", VaultMetadataSet.class,
          Fields.of(VaultMetadataSet::new,
              field("vault_id", VaultMetadataSet::vaultId, Codecs.U32, "T::VaultId"),
              field("name", VaultMetadataSet::name, VaultMetadata.NAME,
                  "BoundedVec<u8, T::MaxVaultNameLength>"),
              field("logo", VaultMetadataSet::logo, VaultMetadata.LOGO,
                  "BoundedVec<u8, T::MaxVaultLogoLength>"))),
      variant(11, "VaultMetadataRemoved", VaultMetadataRemoved.class,
          Fields.of(VaultMetadataRemoved::new,
              field("vault_id", VaultMetadataRemoved::vaultId, Codecs.U32, "T::VaultId"))),
      variant(12, "RewardRecorded", RewardRecorded.class,
          Fields.of(RewardRecorded::new,
              field("operator", RewardRecorded::operator, AccountId.CODEC, "T::AccountId"),
              field("service_id", RewardRecorded::serviceId, Codecs.U64, "ServiceId"),
              field("amount", RewardRecorded::amount, Balance.CODEC, "BalanceOf<T>"))),
      variant(13, "OperatorRewardsClaimed", OperatorRewardsClaimed.class,
          Fields.of(OperatorRewardsClaimed::new,
              field("operator", OperatorRewardsClaimed::operator, AccountId.CODEC, "T::AccountId"),
              field("amount", OperatorRewardsClaimed::amount, Balance.CODEC, "BalanceOf<T>"))));

  @Override
  default String pallet() {
    return RewardsCall.PALLET;
  }
}
