package io.fairlead.rewards;

import io.fairlead.rewards.wire.PendingReward;
import io.fairlead.rewards.wire.RewardsEvent;
import io.fairlead.rewards.wire.RewardsLimits;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.ArrayList;
import java.util.List;

/** Where income waits to be claimed ({@code record_reward}). */
final class IncomeBook {
  /** Rule {@code rewards.backlog}: see {@link Backlog}. */
  private final Backlog backlog;
  private final RewardsStorage storage;
  private final Block block;

  IncomeBook(RewardsStorage storage, Block block, Backlog backlog) {
    this.storage = storage;
    this.block = block;
    this.backlog = backlog;
  }

  /** {@code account} earned {@code amount} planck by service {@code serviceId}; zero is nothing. */
  void enter(AccountId account, long serviceId, Balance amount) {
    if (amount.isZero()) {
      return;
    }
    List<PendingReward> waiting = storage.pending.get(account);
    List<PendingReward> next = switch (backlog) {
      case FULL_DROPS -> waiting.size() >= RewardsLimits.PENDING_REWARDS_MAX ? waiting
          : appended(waiting, new PendingReward(serviceId, amount));
      case MERGED -> merged(waiting, serviceId, amount);
    };
    if (next != waiting) {
      storage.pending.put(account, next);
      block.deposit(new RewardsEvent.RewardRecorded(account, serviceId, amount));
    }
  }

  private static List<PendingReward> appended(List<PendingReward> waiting, PendingReward added) {
    var next = new ArrayList<PendingReward>(waiting.size() + 1);
    next.addAll(waiting);
    next.add(added);
    return List.copyOf(next);
  }

  /** Adds to the entry of the service; to the last entry where the list is full of others. */
  private static List<PendingReward> merged(List<PendingReward> waiting, long serviceId,
      Balance amount) {
    int at = 0;
    while (at < waiting.size() && waiting.get(at).serviceId() != serviceId) {
      at++;
    }
    if (at == waiting.size() && at < RewardsLimits.PENDING_REWARDS_MAX) {
      return appended(waiting, new PendingReward(serviceId, amount));
    }
    int place = Math.min(at, waiting.size() - 1);
    PendingReward held = waiting.get(place);
    var next = new ArrayList<>(waiting);
    next.set(place, new PendingReward(held.serviceId(), held.amount().saturatingPlus(amount)));
    return List.copyOf(next);
  }
}
