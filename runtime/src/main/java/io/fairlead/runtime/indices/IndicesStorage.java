package io.fairlead.runtime.indices;

import io.fairlead.substrate.pallet.Key;
import io.fairlead.substrate.pallet.StorageMap;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;

/** The item of Indices. */
public final class IndicesStorage {
  /** Who has an index. */
  public final StorageMap<Long, Holder> accounts;

  /**
   * Who has an index.
   *
   * @param deposit planck reserved for it
   * @param permanent whether it stays there for good
   */
  public record Holder(AccountId account, Balance deposit, boolean permanent) {
    static final Codec<Holder> CODEC = Codecs.triple(AccountId.CODEC, Balance.CODEC, Codecs.BOOL,
        Holder::new, Holder::account, Holder::deposit, Holder::permanent);
  }

  /** The item in {@code store}. */
  public IndicesStorage(Store store) {
    accounts = StorageMap.optional(store, IndicesCall.PALLET, "Accounts",
        Key.blake2Concat(Codecs.U32), Holder.CODEC);
  }
}
