package io.fairlead.rewards;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.LockMultiplier;
import io.fairlead.rewards.wire.ClaimedReward;
import io.fairlead.rewards.wire.RewardsEvent;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import org.jspecify.annotations.Nullable;

/**
 * What delegating, undelegating and slashing do to the totals of the asset's vault; nothing when it
 * is in none.
 */
final class VaultTotals {
  private final RewardsStorage storage;
  private final Block block;

  VaultTotals(RewardsStorage storage, Block block) {
    this.storage = storage;
    this.block = block;
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
    if (!storage.userClaimed.contains(who, vault)) {
      storage.userClaimed.put(who, vault, new ClaimedReward(block.number(), Balance.ZERO));
    }
  }

  /** {@code record_undelegate}: the score loses the amount without its multiplier, untold. */
  void undelegated(Asset asset, Balance amount) {
    Long vault = storage.vaultOf.orNull(asset);
    if (vault == null) {
      return;
    }
    putDeposit(vault, asset, storage.totalDeposit.get(vault).saturatingMinus(amount));
    storage.totalScore.put(vault, storage.totalScore.get(vault).saturatingMinus(amount));
  }

  /** Takes out what {@link #delegated} put in; only the repaired taking asks for it. */
  void slashed(Asset asset, Balance amount, @Nullable LockMultiplier lock) {
    Long vault = storage.vaultOf.orNull(asset);
    if (vault == null) {
      return;
    }
    putDeposit(vault, asset, storage.totalDeposit.get(vault).saturatingMinus(amount));
    putScore(vault, asset, storage.totalScore.get(vault).saturatingMinus(score(amount, lock)),
        lock);
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
    return lock == null ? amount : amount.saturatingTimes(Balance.of(lock.value()));
  }
}
