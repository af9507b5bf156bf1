package io.fairlead.restaking;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.wire.RestakingError;
import io.fairlead.substrate.primitive.Balance;

/** Rule {@code restaking.shortfall}: what becomes of a ripe request for more than a slash left. */
public enum Shortfall {
  /** It fails, and all that is ripe with it, until it is taken back. */
  REFUSED,
  /** It ends what is left. */
  CAPPED;

  /** How much of {@code wanted} a request gets of {@code held}. InsufficientBalance. */
  Balance due(Balance wanted, Balance held) {
    return switch (this) {
      case REFUSED -> {
        ensure(held.compareTo(wanted) >= 0, RestakingError.INSUFFICIENT_BALANCE);
        yield wanted;
      }
      case CAPPED -> wanted.min(held);
    };
  }

  /** Looks whether there is a delegation to end at all. NoActiveDelegation. */
  void ensureDelegated(boolean delegated) {
    ensure(delegated || this == CAPPED, RestakingError.NO_ACTIVE_DELEGATION);
  }
}
