package io.fairlead.rewards;

import io.fairlead.restaking.Currency;
import io.fairlead.restaking.UserDeposits;
import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.Deposit;
import io.fairlead.rewards.wire.RewardConfig;
import io.fairlead.rewards.wire.RewardsError;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.Optional;

/** Answers from the storage of Rewards and the deposits of restaking. */
public final class RewardsQueries {
  private final RewardsStorage storage;
  private final Block block;
  private final UserDeposits deposits;
  private final Currency currency;

  /** Answers from {@code storage}, for the block in execution. */
  public RewardsQueries(RewardsStorage storage, Block block, UserDeposits deposits,
      Currency currency) {
    this.storage = storage;
    this.block = block;
    this.deposits = deposits;
    this.currency = currency;
  }

  /**
   * Planck that a claim would pay now ({@code calculate_rewards},
   * {@code RewardsApi_query_user_rewards}). Refuses: AssetNotInVault, NoRewardsAvailable,
   * RewardConfigNotFound and the errors of the formula.
   */
  public Balance userRewards(AccountId account, Asset asset) {
    long vault = vaultOf(asset);
    Deposit deposit = deposits.deposit(account, asset)
        .orElseThrow(RewardsError.NO_REWARDS_AVAILABLE::refusal);
    RewardConfig config =
        storage.configs.orRefuse(vault, RewardsError.REWARD_CONFIG_NOT_FOUND);
    var formula = new RewardFormula(config, storage.totalDeposit.get(vault),
        storage.totalScore.get(vault), currency.totalIssuance(), block.number(),
        storage.apyBlocks.get(), storage.decayStart.get(), storage.decayRate.get());
    return formula.reward(deposit, storage.userClaimed.orNull(account, vault));
  }

  /** The vault of an asset, u32; AssetNotInVault. */
  long vaultOf(Asset asset) {
    return storage.vaultOf.orRefuse(asset, RewardsError.ASSET_NOT_IN_VAULT);
  }

  /** Deposit cap less the total score of the asset's vault; empty without vault or config. */
  Optional<Balance> depositCapRemaining(Asset asset) {
    Long vault = storage.vaultOf.orNull(asset);
    RewardConfig config = vault == null ? null : storage.configs.orNull(vault);
    return vault == null || config == null ? Optional.empty()
        : Optional.of(config.depositCap().saturatingMinus(storage.totalScore.get(vault)));
  }
}
