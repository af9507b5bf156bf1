package io.fairlead.rewards;

import io.fairlead.restaking.UserDeposits;
import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.Deposit;
import io.fairlead.restaking.wire.LockMultiplier;
import io.fairlead.rewards.VaultRules.Ghosts;
import io.fairlead.rewards.VaultRules.TopUp;
import io.fairlead.rewards.wire.ClaimedReward;
import io.fairlead.rewards.wire.RewardsEvent;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What delegating, undelegating and slashing do to the totals of the asset's vault; nothing when it
 * is in none.
 */
final class VaultTotals {
  private final RewardsStorage storage;
  private final Block block;
  private final UserDeposits deposits;
  private final Ghosts ghosts;
  private final TopUp topUp;

  VaultTotals(RewardsStorage storage, Block block, UserDeposits deposits, Ghosts ghosts,
      TopUp topUp) {
    this.storage = storage;
    this.block = block;
    this.deposits = deposits;
    this.ghosts = ghosts;
    this.topUp = topUp;
  }

  /** {@code record_delegate}: the reward clock of a new delegator starts. */
  void delegated(AccountId who, Asset asset, Balance amount, @Nullable LockMultiplier lock) {
    Long vault = storage.vaultOf.orNull(asset);
    if (vault == null) {
      return;
    }
    putDeposit(vault, asset, storage.totalDeposit.get(vault).saturatingPlus(amount));
    putScore(vault, asset, storage.totalScore.get(vault).saturatingPlus(score(amount, lock)),
        lock);
    ClaimedReward last = storage.userClaimed.orNull(who, vault);
    if (last == null) {
      storage.userClaimed.put(who, vault, new ClaimedReward(block.number(), Balance.ZERO));
    } else {
      switch (topUp) {
        case FROM_LAST_CLAIM -> {
        }
        case FROM_NOW -> storage.userClaimed.put(who, vault,
            new ClaimedReward(movedClock(who, vault, amount, last.lastBlock()), last.total()));
      }
    }
  }

  /** The block since which the grown delegation has been earning what the smaller one earned. */
  private long movedClock(AccountId who, long vault, Balance amount, long last) {
    long now = block.number();
    if (Long.compareUnsigned(last, now) >= 0) {
      return last;
    }
    Balance after = delegatedTo(who, vault);
    Balance before = after.saturatingMinus(amount);
    return after.isZero() ? now
        : now - before.mulDivFloor(new Balance(0, now - last), after).low();
  }

  /** All that {@code who} has delegated of the vault's assets, this delegation included. */
  private Balance delegatedTo(AccountId who, long vault) {
    List<Asset> assets = storage.vaults.orNull(vault);
    Balance sum = Balance.ZERO;
    for (Asset asset : assets == null ? List.<Asset>of() : assets) {
      Deposit deposit = deposits.deposit(who, asset).orElse(null);
      sum = deposit == null ? sum : sum.saturatingPlus(deposit.delegatedAmount());
    }
    return sum;
  }

  /** {@code record_undelegate}: the change of the score is not told. */
  void undelegated(Asset asset, Balance amount, @Nullable LockMultiplier lock) {
    Long vault = storage.vaultOf.orNull(asset);
    if (vault == null) {
      return;
    }
    Balance deposit = storage.totalDeposit.get(vault).saturatingMinus(amount);
    putDeposit(vault, asset, deposit);
    storage.totalScore.put(vault, switch (ghosts) {
      case STAY -> storage.totalScore.get(vault).saturatingMinus(amount);
      case LEAVE -> lessened(vault, deposit, score(amount, lock));
    });
  }

  /** Takes out what {@link #delegated} put in; only the repaired taking asks for it. */
  void slashed(Asset asset, Balance amount, @Nullable LockMultiplier lock) {
    Long vault = storage.vaultOf.orNull(asset);
    if (vault == null) {
      return;
    }
    Balance deposit = storage.totalDeposit.get(vault).saturatingMinus(amount);
    putDeposit(vault, asset, deposit);
    putScore(vault, asset, lessened(vault, deposit, score(amount, lock)), lock);
  }

  /** The score without {@code lost}; no less than the deposits, and nothing without them. */
  private Balance lessened(long vault, Balance deposit, Balance lost) {
    return deposit.isZero() ? Balance.ZERO
        : storage.totalScore.get(vault).saturatingMinus(lost).max(deposit);
  }

  private void putDeposit(long vault, Asset asset, Balance total) {
    storage.totalDeposit.put(vault, total);
    block.deposit(new RewardsEvent.TotalDepositUpdated(vault, asset, total));
  }

  private void putScore(long vault, Asset asset, Balance total, @Nullable LockMultiplier lock) {
    storage.totalScore.put(vault, total);
    block.deposit(new RewardsEvent.TotalScoreUpdated(vault, asset, total, lock));
  }

  private static Balance score(Balance amount, @Nullable LockMultiplier lock) {
    return lock == null ? amount : amount.saturatingTimes(lock.value());
  }
}
