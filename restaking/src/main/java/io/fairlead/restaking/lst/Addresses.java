package io.fairlead.restaking.lst;

import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.primitive.AccountId;

/** Which account an address means (answered by the lookup of the runtime). */
@FunctionalInterface
public interface Addresses {
  /** The account at {@code address}; none is refused with CannotLookup. */
  AccountId lookup(MultiAddress address);
}
