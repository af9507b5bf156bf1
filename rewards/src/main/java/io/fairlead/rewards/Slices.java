package io.fairlead.rewards;

import io.fairlead.restaking.wire.Deposit;
import io.fairlead.restaking.wire.LockInfo;
import io.fairlead.rewards.VaultRules.Base;
import io.fairlead.rewards.VaultRules.Locks;
import io.fairlead.substrate.primitive.Balance;
import java.util.List;

/** Cuts a deposit into amounts, each with the blocks for which it earns. */
final class Slices {
  private final Base base;
  private final Locks locks;

  Slices(Base base, Locks locks) {
    this.base = base;
    this.locks = locks;
  }

  /** Takes the slices. */
  @FunctionalInterface
  interface Sink {
    /** {@code score} earns for {@code blocks}. */
    void add(Balance score, long blocks);
  }

  /**
   * The slices of {@code deposit} for the blocks behind {@code from} up to {@code now}.
   *
   * @param boosted whether locks count with their multipliers
   */
  void of(Deposit deposit, boolean boosted, long from, long now, Sink sink) {
    Balance amount = amount(deposit);
    List<LockInfo> held = deposit.locks();
    long blocks = saturatingMinus(now, from);
    if (!boosted || held == null) {
      sink.add(amount, blocks);
      return;
    }
    switch (locks) {
      case COUNTED_TWICE -> {
        sink.add(amount, blocks);
        for (LockInfo lock : held) {
          locked(lock, lock.amount(), from, now, sink);
        }
      }
      case COUNTED_ONCE -> {
        Balance rest = amount;
        for (LockInfo lock : held) {
          Balance part = lock.amount().min(rest);
          rest = rest.minus(part);
          locked(lock, part, from, now, sink);
        }
        sink.add(rest, blocks);
      }
    }
  }

  private Balance amount(Deposit deposit) {
    return switch (base) {
      case WHOLE_DEPOSIT -> deposit.amount();
      case DELEGATED_PART -> deposit.delegatedAmount();
    };
  }

  private static void locked(LockInfo lock, Balance amount, long from, long now, Sink sink) {
    long blocks = saturatingMinus(now, from);
    long expiry = lock.expiryBlock();
    if (Long.compareUnsigned(expiry, from) <= 0) {
      sink.add(amount, blocks);
      return;
    }
    Balance boosted = amount.saturatingTimes(lock.lockMultiplier().value());
    if (Long.compareUnsigned(expiry, now) > 0) {
      sink.add(boosted, blocks);
    } else {
      sink.add(boosted, expiry - from);
      sink.add(amount, saturatingMinus(blocks, expiry - from));
    }
  }

  static long saturatingMinus(long a, long b) {
    return Long.compareUnsigned(a, b) > 0 ? a - b : 0;
  }
}
