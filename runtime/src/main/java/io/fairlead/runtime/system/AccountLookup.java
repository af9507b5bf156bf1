package io.fairlead.runtime.system;

import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.primitive.AccountId;

/** Which account an address means ({@code frame_system::Config::Lookup}). */
@FunctionalInterface
public interface AccountLookup {
  /** Accounts by themselves; every other form is refused with CannotLookup. */
  AccountLookup ID_ONLY = address -> {
    if (address instanceof MultiAddress.Id(AccountId account)) {
      return account;
    }
    throw DispatchError.Plain.CANNOT_LOOKUP.refusal();
  };

  /** The account at {@code address}; none is refused with CannotLookup. */
  AccountId lookup(MultiAddress address);
}
