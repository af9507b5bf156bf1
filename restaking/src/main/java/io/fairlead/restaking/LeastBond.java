package io.fairlead.restaking;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.wire.RestakingError;
import io.fairlead.restaking.wire.RestakingLimits;
import io.fairlead.substrate.primitive.Balance;

/** Rule {@code restaking.leastBond}: when the least bond of an operator is asked for. */
public enum LeastBond {
  /** When an unstake is scheduled; after a slash less may remain, or nothing at all goes. */
  WHEN_SCHEDULED,
  /** When it is executed, too: so much goes as leaves the least bond. */
  WHEN_EXECUTED_TOO;

  /** How many planck of {@code wanted} go of a stake. UnstakeAmountTooLarge. */
  Balance due(Balance wanted, Balance stake) {
    return switch (this) {
      case WHEN_SCHEDULED -> {
        ensure(stake.compareTo(wanted) >= 0, RestakingError.UNSTAKE_AMOUNT_TOO_LARGE);
        yield wanted;
      }
      case WHEN_EXECUTED_TOO ->
          wanted.min(stake.saturatingMinus(RestakingLimits.OPERATOR_BOND_MIN));
    };
  }
}
