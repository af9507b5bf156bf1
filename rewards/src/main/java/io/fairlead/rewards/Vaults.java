package io.fairlead.rewards;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.rewards.VaultRules.ApyLimit;
import io.fairlead.rewards.VaultRules.AssetEntry;
import io.fairlead.rewards.VaultRules.PotOfZero;
import io.fairlead.rewards.wire.RewardConfig;
import io.fairlead.rewards.wire.RewardsCall;
import io.fairlead.rewards.wire.RewardsError;
import io.fairlead.rewards.wire.RewardsEvent;
import io.fairlead.rewards.wire.RewardsLimits;
import io.fairlead.rewards.wire.VaultMetadata;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.ArrayList;
import java.util.List;

/** The calls by which vaults are made and changed. The origin has been checked. */
final class Vaults {
  private final RewardsStorage storage;
  private final Block block;
  private final RewardsNetwork network;
  private final ApyLimit apyLimit;
  private final AssetEntry assetEntry;
  private final PotOfZero potOfZero;

  Vaults(RewardsStorage storage, Block block, RewardsNetwork network, ApyLimit apyLimit,
      AssetEntry assetEntry, PotOfZero potOfZero) {
    this.storage = storage;
    this.block = block;
    this.network = network;
    this.apyLimit = apyLimit;
    this.assetEntry = assetEntry;
    this.potOfZero = potOfZero;
  }

  /**
   * Adds to a vault, or removes and leaves the totals as they are.
   * AssetAlreadyInVault, VaultNotFound, AssetNotInVault.
   */
  void manage(RewardsCall.ManageAssetRewardVault call) {
    switch (call.action()) {
      case ADD -> add(call.vaultId(), call.asset());
      case REMOVE -> remove(call.vaultId(), call.asset());
    }
    block.deposit(
        new RewardsEvent.AssetUpdatedInVault(call.vaultId(), call.asset(), call.action()));
  }

  private void add(long vault, Asset asset) {
    switch (assetEntry) {
      case ANY_NUMBER -> {
      }
      case MADE_VAULT ->
          ensure(storage.configs.contains(vault), RewardsError.VAULT_NOT_FOUND);
    }
    ensure(!storage.vaultOf.contains(asset), RewardsError.ASSET_ALREADY_IN_VAULT);
    List<Asset> held = storage.vaults.orNull(vault);
    var assets = new ArrayList<Asset>(held == null ? List.of() : held);
    ensure(!assets.contains(asset), RewardsError.ASSET_ALREADY_IN_VAULT);
    assets.add(asset);
    storage.vaults.put(vault, List.copyOf(assets));
    storage.vaultOf.put(asset, vault);
  }

  private void remove(long vault, Asset asset) {
    var assets =
        new ArrayList<>(storage.vaults.orRefuse(vault, RewardsError.VAULT_NOT_FOUND));
    ensure(assets.remove(asset), RewardsError.ASSET_NOT_IN_VAULT);
    storage.vaults.put(vault, List.copyOf(assets));
    storage.vaultOf.remove(asset);
  }

  /** VaultAlreadyExists, the errors of {@link #validate}, PotAlreadyExists. */
  void create(RewardsCall.CreateRewardVault call) {
    long vault = call.vaultId();
    ensure(!storage.configs.contains(vault), RewardsError.VAULT_ALREADY_EXISTS);
    validate(call.newConfig());
    ensure(!storage.pots.contains(vault), RewardsError.POT_ALREADY_EXISTS);
    AccountId pot = pot(vault);
    storage.pots.put(vault, pot);
    storage.configs.put(vault, call.newConfig());
    block.deposit(new RewardsEvent.RewardVaultCreated(vault, call.newConfig(), pot));
  }

  private AccountId pot(long vault) {
    return switch (potOfZero) {
      case INCOME_ACCOUNT -> RewardsAccounts.pot(vault);
      case OWN_ACCOUNT ->
          vault == 0 ? RewardsAccounts.OWN_POT_OF_ZERO : RewardsAccounts.pot(vault);
    };
  }

  /** The errors of {@link #validate}, VaultNotFound. */
  void update(RewardsCall.UpdateVaultRewardConfig call) {
    validate(call.newConfig());
    ensure(storage.configs.contains(call.vaultId()), RewardsError.VAULT_NOT_FOUND);
    storage.configs.put(call.vaultId(), call.newConfig());
    block.deposit(new RewardsEvent.VaultRewardConfigUpdated(call.vaultId(), call.newConfig()));
  }

  /** {@code validate_reward_config}; the least caps are zero. InvalidAPY is the last, by rule. */
  private void validate(RewardConfig config) {
    Balance incentive = config.incentiveCap();
    Balance deposit = config.depositCap();
    ensure(incentive.compareTo(deposit) <= 0,
        RewardsError.INCENTIVE_CAP_GREATER_THAN_DEPOSIT_CAP);
    ensure(incentive.compareTo(network.incentiveCapMax()) <= 0,
        RewardsError.INCENTIVE_CAP_GREATER_THAN_MAX_INCENTIVE_CAP);
    ensure(deposit.compareTo(network.depositCapMax()) <= 0,
        RewardsError.DEPOSIT_CAP_GREATER_THAN_MAX_DEPOSIT_CAP);
    Long boost = config.boostMultiplier();
    ensure(boost == null || boost == 1, RewardsError.BOOST_MULTIPLIER_MUST_BE_ONE);
    switch (apyLimit) {
      case UNCHECKED -> {
      }
      case CHECKED -> ensure(config.apy().compareTo(network.apyMax()) <= 0,
          RewardsError.INVALID_APY);
    }
  }

  /** InvalidDecayRate. */
  void decay(RewardsCall.UpdateDecayConfig call) {
    ensure(call.rate().compareTo(RewardsLimits.DECAY_RATE_MAX) <= 0,
        RewardsError.INVALID_DECAY_RATE);
    storage.decayStart.put(call.startPeriod());
    storage.decayRate.put(call.rate());
    block.deposit(new RewardsEvent.DecayConfigUpdated(call.startPeriod(), call.rate()));
  }

  void apyBlocks(RewardsCall.UpdateApyBlocks call) {
    storage.apyBlocks.put(call.blocks());
    block.deposit(new RewardsEvent.ApyBlocksUpdated(call.blocks()));
  }

  /** NameTooLong, LogoTooLong. */
  void name(RewardsCall.SetVaultMetadata call) {
    ensure(call.name().size() <= RewardsLimits.VAULT_NAME_BYTES_MAX, RewardsError.NAME_TOO_LONG);
    ensure(call.logo().size() <= RewardsLimits.VAULT_LOGO_BYTES_MAX, RewardsError.LOGO_TOO_LONG);
    storage.vaultMetadata.put(call.vaultId(), new VaultMetadata(call.name(), call.logo()));
    block.deposit(new RewardsEvent.VaultMetadataSet(call.vaultId(), call.name(), call.logo()));
  }

  /** VaultMetadataNotFound. */
  void unname(RewardsCall.RemoveVaultMetadata call) {
    ensure(storage.vaultMetadata.contains(call.vaultId()), RewardsError.VAULT_METADATA_NOT_FOUND);
    storage.vaultMetadata.remove(call.vaultId());
    block.deposit(new RewardsEvent.VaultMetadataRemoved(call.vaultId()));
  }
}
