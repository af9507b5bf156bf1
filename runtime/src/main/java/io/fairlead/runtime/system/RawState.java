package io.fairlead.runtime.system;

import io.fairlead.substrate.primitive.Bytes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The state as keys and bytes, for the calls of Root that write it past every pallet. */
public interface RawState {
  /**
   * Writes or, with null, removes the value of {@code key}.
   *
   * @return false where key or value do not fit the item at that key; then nothing changed
   */
  boolean write(Bytes key, @Nullable Bytes value);

  /** The keys that begin with {@code prefix} and have a value, ascending. */
  List<Bytes> keys(Bytes prefix);
}
