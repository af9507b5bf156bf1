package io.fairlead.runtime.timestamp;

import io.fairlead.substrate.pallet.StorageValue;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.scale.Codecs;

/** The items of Timestamp. */
public final class TimestampStorage {
  /** Time of the last block that set it, in milliseconds since 1970. */
  public final StorageValue<Long> now;
  /** Whether this block has set it; absent between blocks. */
  public final StorageValue<Boolean> didUpdate;

  /** The items in {@code store}. */
  public TimestampStorage(Store store) {
    now = StorageValue.of(store, TimestampCall.PALLET, "Now", Codecs.U64, 0L);
    didUpdate = StorageValue.of(store, TimestampCall.PALLET, "DidUpdate", Codecs.BOOL, false);
  }
}
