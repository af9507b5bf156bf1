package io.fairlead.restaking;

import io.fairlead.substrate.primitive.Balance;

/** Rule {@code restaking.unbondGuard}: how much of a bond its owner may unbond by a transaction. */
public enum UnbondGuard {
  /** Not all of it, not even where nothing is restaked. */
  LEAVES_ONE,
  /** All but what is restaked. */
  LEAVES_RESTAKED;

  /** Whether {@code restaked} planck let {@code left} active planck remain. */
  public boolean passes(Balance left, Balance restaked) {
    return switch (this) {
      case LEAVES_ONE -> left.compareTo(restaked) > 0;
      case LEAVES_RESTAKED -> left.compareTo(restaked) >= 0;
    };
  }
}
