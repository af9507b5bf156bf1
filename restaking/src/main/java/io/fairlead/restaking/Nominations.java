package io.fairlead.restaking;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.Optional;

/** What restaking asks Staking and Balances about accounts that nominate or validate. */
public interface Nominations {
  /** Nobody has anything bonded. */
  Nominations NONE = new Nominations() {
    @Override
    public Optional<Bonded> bonded(AccountId stash) {
      return Optional.empty();
    }

    @Override
    public void lock(AccountId who, Balance amount) {
      // nobody restakes
    }

    @Override
    public void unlock(AccountId who) {
      // nobody restakes
    }
  };

  /**
   * What an account has in Staking, planck.
   *
   * @param total with what is unbonding
   * @param active without
   */
  record Bonded(Balance total, Balance active) {}

  /** {@code StakingInterface::stake}; empty for an account without a ledger. */
  Optional<Bonded> bonded(AccountId stash);

  /**
   * {@code LockableCurrency::set_lock} of id {@code delegate} against transfers: {@code amount}
   * planck, instead of what it was before.
   */
  void lock(AccountId who, Balance amount);

  /** {@code LockableCurrency::remove_lock} of the same id. */
  void unlock(AccountId who);
}
