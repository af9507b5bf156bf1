package io.fairlead.rewards;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.Currency;
import io.fairlead.restaking.DelegationRewards;
import io.fairlead.restaking.UserDeposits;
import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.LockMultiplier;
import io.fairlead.rewards.wire.ClaimedReward;
import io.fairlead.rewards.wire.PendingReward;
import io.fairlead.rewards.wire.RewardsCall;
import io.fairlead.rewards.wire.RewardsError;
import io.fairlead.rewards.wire.RewardsEvent;
import io.fairlead.rewards.wire.RewardsLimits;
import io.fairlead.services.JobIncome;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Pallet;
import io.fairlead.substrate.pallet.PalletDeclaration;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pallet Rewards: vaults pay depositors out of pots that somebody fills, and the pallet's account
 * pays what services earned. No hooks.
 */
public final class Rewards implements Pallet<RewardsCall>, DelegationRewards, JobIncome {
  private final RewardsStorage storage;
  private final Block block;
  private final Currency currency;
  private final RewardsQueries queries;
  private final Vaults vaults;
  private final VaultTotals totals;

  /** The pallet over {@code storage}, paying with {@code currency}. */
  public Rewards(RewardsStorage storage, Block block, UserDeposits deposits, Currency currency) {
    this.storage = storage;
    this.block = block;
    this.currency = currency;
    this.queries = new RewardsQueries(storage, block, deposits, currency);
    this.vaults = new Vaults(storage, block);
    this.totals = new VaultTotals(storage, block);
  }

  /** What metadata tells of the pallet. */
  public PalletDeclaration declaration() {
    return RewardsDeclaration.of(storage);
  }

  @Override
  public String name() {
    return RewardsCall.PALLET;
  }

  @Override
  public DispatchInfo info(RewardsCall call) {
    return RewardsWeights.of(call);
  }

  @Override
  public PostDispatch dispatch(Origin origin, RewardsCall call) {
    switch (call) {
      case RewardsCall.ClaimRewardsOther claim -> {
        origin.ensureSigned();
        claimVaultReward(claim.who(), claim.asset());
      }
      case RewardsCall.ClaimRewards claim -> claimIncome(origin.ensureSigned());
      case RewardsCall.ManageAssetRewardVault manage -> {
        origin.ensureRoot();
        vaults.manage(manage);
      }
      case RewardsCall.CreateRewardVault create -> {
        origin.ensureRoot();
        vaults.create(create);
      }
      case RewardsCall.UpdateVaultRewardConfig update -> {
        origin.ensureRoot();
        vaults.update(update);
      }
      case RewardsCall.UpdateDecayConfig decay -> {
        origin.ensureRoot();
        vaults.decay(decay);
      }
      case RewardsCall.UpdateApyBlocks blocks -> {
        origin.ensureRoot();
        vaults.apyBlocks(blocks);
      }
      case RewardsCall.SetVaultMetadata name -> {
        origin.ensureRoot();
        vaults.name(name);
      }
      case RewardsCall.RemoveVaultMetadata unname -> {
        origin.ensureRoot();
        vaults.unname(unname);
      }
    }
    return PostDispatch.AS_DECLARED;
  }

  /**
   * {@code calculate_and_payout_rewards}: the errors of {@link RewardsQueries#userRewards},
   * PotAccountNotFound, those of the transfer. The clock of all assets of the vault starts anew.
   */
  private void claimVaultReward(AccountId who, Asset asset) {
    Balance reward = queries.userRewards(who, asset);
    long vault = queries.vaultOf(asset);
    AccountId pot = storage.pots.orRefuse(vault, RewardsError.POT_ACCOUNT_NOT_FOUND);
    currency.transfer(pot, who, reward, Currency.Existence.ALLOW_DEATH);
    ClaimedReward last = storage.userClaimed.orNull(who, vault);
    Balance before = last == null ? Balance.ZERO : last.total();
    storage.userClaimed.put(who, vault,
        new ClaimedReward(block.number(), before.saturatingPlus(reward)));
    block.deposit(new RewardsEvent.RewardsClaimed(who, asset, reward));
  }

  /** {@code claim_rewards}: NoRewardsToClaim, TransferFailed. */
  private void claimIncome(AccountId who) {
    List<PendingReward> waiting = storage.pending.get(who);
    storage.pending.remove(who);
    ensure(!waiting.isEmpty(), RewardsError.NO_REWARDS_TO_CLAIM);
    Balance sum = Balance.ZERO;
    for (PendingReward reward : waiting) {
      sum = sum.saturatingPlus(reward.amount());
    }
    Balance total = sum;
    // rewards.md 7: any error of the transfer becomes TransferFailed, and the whole call rolls back
    ensure(block.attempt(() -> currency.transfer(RewardsAccounts.PALLET, who, total,
        Currency.Existence.KEEP_ALIVE)).isDone(), RewardsError.TRANSFER_FAILED);
    block.deposit(new RewardsEvent.OperatorRewardsClaimed(who, total));
  }

  /** {@code record_reward}. */
  @Override
  public void record(AccountId account, long serviceId, Balance amount) {
    List<PendingReward> waiting = storage.pending.get(account);
    if (amount.isZero() || waiting.size() >= RewardsLimits.PENDING_REWARDS_MAX) {
      return;
    }
    var next = new ArrayList<PendingReward>(waiting.size() + 1);
    next.addAll(waiting);
    next.add(new PendingReward(serviceId, amount));
    storage.pending.put(account, List.copyOf(next));
    block.deposit(new RewardsEvent.RewardRecorded(account, serviceId, amount));
  }

  @Override
  public void recordDelegate(AccountId who, AccountId operator, Asset asset, Balance amount,
      @Nullable LockMultiplier lock) {
    totals.delegated(who, asset, amount, lock);
  }

  @Override
  public void recordUndelegate(AccountId who, AccountId operator, Asset asset, Balance amount) {
    totals.undelegated(asset, amount);
  }

  @Override
  public Optional<Balance> depositCapRemaining(Asset asset) {
    return queries.depositCapRemaining(asset);
  }

  @Override
  public void recordSlash(AccountId who, AccountId operator, Asset asset, Balance amount,
      @Nullable LockMultiplier lock) {
    totals.slashed(asset, amount, lock);
  }
}
