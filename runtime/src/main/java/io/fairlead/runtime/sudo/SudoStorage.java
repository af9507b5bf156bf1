package io.fairlead.runtime.sudo;

import io.fairlead.substrate.pallet.StorageValue;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.AccountId;

/** The item of Sudo. */
public final class SudoStorage {
  /** The account that may do anything; absent: nobody may. */
  public final StorageValue<AccountId> key;

  /** The item in {@code store}. */
  public SudoStorage(Store store) {
    key = StorageValue.optional(store, SudoCall.PALLET, "Key", AccountId.CODEC);
  }
}
