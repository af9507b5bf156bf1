package io.fairlead.restaking.lst;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;

/** What else pools do with accounts of the native currency (answered by Balances). */
public interface PoolAccounts {
  /** Least free planck of an account of its own. */
  Balance existentialDeposit();

  /** Reserved planck of {@code who}. */
  Balance reserved(AccountId who);

  /** Gives an account just so many free planck; the issuance follows ({@code make_free_balance_be}). */
  void makeFree(AccountId who, Balance free);
}
