package io.fairlead.runtime.extensions;

import io.fairlead.runtime.engine.Validity;
import io.fairlead.substrate.primitive.Balance;

/** Whether a signed extrinsic may run in the block being built. */
public sealed interface Admission {
  /**
   * It may. Its nonce is used, its weight and length are counted.
   *
   * @param withdrawn planck taken from the signer, to be settled after dispatch
   */
  record Admitted(Balance withdrawn) implements Admission {}

  /** It may not; the caller takes back what was written meanwhile. */
  record Refused(Validity.Unfit reason) implements Admission {}
}
