package io.fairlead.restaking;

import io.fairlead.restaking.wire.BondInfoDelegator;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.List;

/** The lock on an account that restakes nominations, by the rule {@code nominationLock}. */
final class NominationLocks {
  private final Nominations nominations;
  private final NominationLock rule;

  NominationLocks(Nominations nominations, NominationLock rule) {
    this.nominations = nominations;
    this.rule = rule;
  }

  /**
   * Sets the lock after a change.
   *
   * @param delegations all of {@code who}, as they are now
   * @param touched planck now restaked with the operator that changed
   */
  void changed(AccountId who, List<BondInfoDelegator> delegations, Balance touched) {
    Balance amount = switch (rule) {
      case LAST_OPERATOR -> touched;
      case ALL_OPERATORS -> RestakedNominations.total(delegations);
    };
    if (amount.isZero()) {
      nominations.unlock(who);
    } else {
      nominations.lock(who, amount);
    }
  }
}
