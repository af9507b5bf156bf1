package io.fairlead.restaking;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;

/** Takes slashed nominations out of bonds in Staking. Chosen once by the rule {@code nominationSlash}. */
@FunctionalInterface
public interface BondSlasher {
  /** What the chain does: the bond stays whole. */
  BondSlasher NOTHING = (stash, amount) -> {
  };

  /** Takes up to {@code amount} planck of what {@code stash} has bonded, for the slash recipient. */
  void slash(AccountId stash, Balance amount);
}
