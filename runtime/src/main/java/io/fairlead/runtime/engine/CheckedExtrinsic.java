package io.fairlead.runtime.engine;

import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;

/** An extrinsic whose form and signature were checked, once. Immutable. */
public interface CheckedExtrinsic {
  /** The whole extrinsic with its length in front, as it stands in a block. */
  Bytes bytes();

  /** BLAKE2b-256 of {@link #bytes}. */
  Hash hash();
}
