package io.fairlead.runtime;

import io.fairlead.runtime.system.RawState;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Decoded;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The raw face of a store. */
record StoreState(Store store) implements RawState {
  @Override
  public boolean write(Bytes key, @Nullable Bytes value) {
    return store.writeRaw(key.array(),
        value == null ? null : value.array()) instanceof Decoded.Value<Boolean>;
  }

  @Override
  public List<Bytes> keys(Bytes prefix) {
    return store.keys(prefix);
  }
}
