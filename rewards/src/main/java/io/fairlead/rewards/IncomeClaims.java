package io.fairlead.rewards;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.Currency;
import io.fairlead.rewards.wire.PendingReward;
import io.fairlead.rewards.wire.RewardsError;
import io.fairlead.rewards.wire.RewardsEvent;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.List;

/** {@code claim_rewards}. */
final class IncomeClaims {
  private final RewardsStorage storage;
  private final Block block;
  private final Currency currency;

  IncomeClaims(RewardsStorage storage, Block block, Currency currency) {
    this.storage = storage;
    this.block = block;
    this.currency = currency;
  }

  /** Pays {@code who} out of the pallet's account: NoRewardsToClaim, TransferFailed. */
  void pay(AccountId who) {
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
}
