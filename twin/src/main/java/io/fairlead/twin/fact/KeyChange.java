package io.fairlead.twin.fact;

import io.fairlead.substrate.primitive.Bytes;
import java.util.Optional;

/** A storage key and its value after a block; empty: it is gone. */
public record KeyChange(Bytes key, Optional<Bytes> after) {}
