package io.fairlead.rewards.credits;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;

/** What Credits asks Balances before it takes money ({@code Currency::ensure_can_withdraw}). */
@FunctionalInterface
public interface Liquidity {
  /**
   * Refuses with LiquidityRestrictions where {@code who} would keep less free than is frozen after giving
   * {@code amount} planck away.
   *
   * @param amount at most what is free
   */
  void ensureCanWithdraw(AccountId who, Balance amount);
}
