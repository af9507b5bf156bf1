package io.fairlead.restaking;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;

/** The native currency, as the pallets use it (answered by Balances). Refuses with its errors. */
public interface Currency {
  /** Whether the sender's account must live on ({@code ExistenceRequirement}). */
  enum Existence {
    KEEP_ALIVE, ALLOW_DEATH
  }

  /** {@code ReservableCurrency::reserve}: moves planck from free to reserved; event Reserved. */
  void reserve(AccountId who, Balance amount);

  /** {@code unreserve}: moves back what is there; event Unreserved of what was moved. */
  void unreserve(AccountId who, Balance amount);

  /** {@code Currency::transfer}: nothing for zero or the same account. */
  void transfer(AccountId from, AccountId to, Balance amount, Existence existence);

  /** Free planck of {@code who}. */
  Balance free(AccountId who);

  /** All planck there is. */
  Balance totalIssuance();
}
