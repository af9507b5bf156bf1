package io.fairlead.runtime.engine;

import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import org.jspecify.annotations.Nullable;

/** Decodes an extrinsic and checks its signature. Thread-safe; sees no state. */
public interface ExtrinsicChecker {
  /**
   * Checks {@code extrinsic} for inclusion after block {@code best}.
   *
   * @param hashes the chain's block hashes, for the birth block of an era
   */
  Checked check(Bytes extrinsic, long best, BlockHashes hashes);

  /** Hash of block {@code number} of the best chain; null when it is not known. */
  @FunctionalInterface
  interface BlockHashes {
    @Nullable Hash of(long number);
  }

  /** What came of the check. */
  sealed interface Checked {
    /** Form and signature are good. */
    record Good(CheckedExtrinsic extrinsic) implements Checked {}

    /** The bytes are no extrinsic of this runtime: where and why. */
    record Undecodable(String reason) implements Checked {}

    /** The extrinsic can never be valid here: bad proof, ancient birth block, …. */
    record Bad(Validity.Unfit reason) implements Checked {}
  }
}
