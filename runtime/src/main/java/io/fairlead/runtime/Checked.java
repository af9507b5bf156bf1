package io.fairlead.runtime;

import io.fairlead.runtime.engine.CheckedExtrinsic;
import io.fairlead.substrate.extrinsic.SignedExtra;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;

/** An extrinsic of the typed engine: decoded and, if signed, with a good signature. */
sealed interface Checked extends CheckedExtrinsic {
  /** What it does. */
  Call call();

  /** Length in bytes, its own length included: what the length fee counts. */
  default int length() {
    return bytes().size();
  }

  /** Without a signature: an inherent, or nothing that may be included. */
  record Bare(Bytes bytes, Hash hash, Call call) implements Checked {}

  /**
   * Signed.
   *
   * @param birth first block of its era, whose hash was signed; the era may end later
   */
  record Signed(Bytes bytes, Hash hash, Call call, AccountId signer, SignedExtra extra,
      long birth) implements Checked {}
}
