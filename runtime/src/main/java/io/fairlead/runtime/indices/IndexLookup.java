package io.fairlead.runtime.indices;

import io.fairlead.runtime.system.AccountLookup;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.primitive.AccountId;

/** Accounts by themselves or by their index ({@code Indices} as {@code StaticLookup}). */
public final class IndexLookup implements AccountLookup {
  private final IndicesStorage storage;

  /** Looks indices up in {@code storage}. */
  public IndexLookup(IndicesStorage storage) {
    this.storage = storage;
  }

  /** Refuses with CannotLookup an index that nobody has, and every other form of address. */
  @Override
  public AccountId lookup(MultiAddress address) {
    if (address instanceof MultiAddress.Id(AccountId account)) {
      return account;
    }
    if (address instanceof MultiAddress.Index(long index)) {
      IndicesStorage.Holder holder = storage.accounts.orNull(index);
      if (holder != null) {
        return holder.account();
      }
    }
    throw DispatchError.Plain.CANNOT_LOOKUP.refusal();
  }
}
