package io.fairlead.restaking.lst;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;

/** The bonds of pools (answered by Staking, with its events). Refuses with the errors of Staking. */
public interface PoolBonds {
  /** Eras from unbonding to withdrawing. */
  long bondingEras();

  /** Bonds {@code amount}; rewards go to {@code payee}. */
  void bond(AccountId stash, Balance amount, AccountId payee);

  /** Bonds {@code amount} more. */
  void bondExtra(AccountId stash, Balance amount);

  /** Starts to take {@code amount} out of the bond. */
  void unbond(AccountId stash, Balance amount);

  /** Frees what has left the bond; whether the bond ended with that. */
  boolean withdrawUnbonded(AccountId stash, long slashingSpans);
}
