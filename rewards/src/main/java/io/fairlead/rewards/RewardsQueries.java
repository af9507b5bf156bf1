package io.fairlead.rewards;

import io.fairlead.restaking.Currency;
import io.fairlead.restaking.UserDeposits;
import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.Deposit;
import io.fairlead.rewards.VaultRules.CapMeasure;
import io.fairlead.rewards.wire.PendingReward;
import io.fairlead.rewards.wire.RewardConfig;
import io.fairlead.rewards.wire.RewardsError;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers from the storage of Rewards and the deposits of restaking. */
public final class RewardsQueries {
  private final RewardsStorage storage;
  private final Block block;
  private final UserDeposits deposits;
  private final Currency currency;
  private final RewardFormula formula;
  private final CapMeasure capMeasure;

  /** Answers from {@code storage} under {@code rules}, for the block in execution. */
  public RewardsQueries(RewardsStorage storage, Block block, UserDeposits deposits,
      Currency currency, VaultRules rules) {
    this.storage = storage;
    this.block = block;
    this.deposits = deposits;
    this.currency = currency;
    this.formula = RewardFormula.of(rules);
    this.capMeasure = rules.capMeasure();
  }

  /**
   * Planck that the deposit of {@code asset} has earned up to now ({@code calculate_rewards},
   * {@code RewardsApi_query_user_rewards}). Refuses: AssetNotInVault, NoRewardsAvailable,
   * RewardConfigNotFound and the errors of the formula.
   */
  public Balance userRewards(AccountId account, Asset asset) {
    return userRewards(account, asset, vaultOf(asset));
  }

  Balance userRewards(AccountId account, Asset asset, long vault) {
    Deposit deposit = deposits.deposit(account, asset)
        .orElseThrow(RewardsError.NO_REWARDS_AVAILABLE::refusal);
    RewardConfig config =
        storage.configs.orRefuse(vault, RewardsError.REWARD_CONFIG_NOT_FOUND);
    return formula.reward(new RewardFormula.Vault(config, storage.totalDeposit.get(vault),
        storage.totalScore.get(vault), currency.totalIssuance(), block.number(),
        storage.apyBlocks.get(), storage.decayStart.get(), storage.decayRate.get()), deposit,
        storage.userClaimed.orNull(account, vault));
  }

  /** The vault of an asset, u32; AssetNotInVault. */
  long vaultOf(Asset asset) {
    return storage.vaultOf.orRefuse(asset, RewardsError.ASSET_NOT_IN_VAULT);
  }

  /** What the deposit cap of the asset's vault still leaves; empty without vault or config. */
  Optional<Balance> depositCapRemaining(Asset asset) {
    Long vault = storage.vaultOf.orNull(asset);
    RewardConfig config = vault == null ? null : storage.configs.orNull(vault);
    if (vault == null || config == null) {
      return Optional.empty();
    }
    return Optional.of(config.depositCap().saturatingMinus(switch (capMeasure) {
      case SCORE -> storage.totalScore.get(vault);
      case DEPOSIT -> storage.totalDeposit.get(vault);
    }));
  }

  /** Income that waits for {@code account}, in the order it came. */
  public List<PendingReward> pendingIncome(AccountId account) {
    return storage.pending.get(account);
  }

  /**
   * A vault as it is told to people.
   *
   * @param id u32
   * @param config null where assets entered a vault that was never made
   * @param pot null likewise
   * @param assets in the order they came
   * @param totalDeposit delegated, planck or smallest unit
   * @param totalScore the same with multipliers
   */
  public record VaultView(long id, @Nullable RewardConfig config, @Nullable AccountId pot,
      List<Asset> assets, Balance totalDeposit, Balance totalScore) {
    public VaultView {
      assets = List.copyOf(assets);
    }
  }

  /** The vault of {@code asset}; empty where it is in none. */
  public Optional<VaultView> vault(Asset asset) {
    return Optional.ofNullable(storage.vaultOf.orNull(asset)).map(this::vault);
  }

  /** Vault {@code id}, which need not have been made. */
  public VaultView vault(long id) {
    List<Asset> assets = storage.vaults.orNull(id);
    return new VaultView(id, storage.configs.orNull(id), storage.pots.orNull(id),
        assets == null ? List.of() : assets, storage.totalDeposit.get(id),
        storage.totalScore.get(id));
  }
}
