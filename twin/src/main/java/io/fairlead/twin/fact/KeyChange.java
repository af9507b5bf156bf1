package io.fairlead.twin.fact;

import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import java.util.Optional;

/** A storage key and its value after a block; empty: it is gone. */
public record KeyChange(Bytes key, Optional<Bytes> after) {

  /** A key with a value encoded by {@code codec}. */
  public static <T> KeyChange of(Bytes key, Codec<T> codec, T value) {
    return new KeyChange(key, Optional.of(Bytes.wrap(codec.encode(value))));
  }
}
