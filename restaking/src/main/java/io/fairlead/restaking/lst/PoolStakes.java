package io.fairlead.restaking.lst;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;

/** What is bonded and which era it is (answered by Staking). Amounts are planck. */
public interface PoolStakes {
  /** Active planck of a stash; zero without a bond. */
  Balance active(AccountId stash);

  /** Active and unlocking planck of a stash; zero without a bond. */
  Balance total(AccountId stash);

  /** The era that is planned or runs, u32. */
  long era();

  /** Least active planck of a nominator. */
  Balance minNominatorBond();
}
