package io.fairlead.runtime;

import io.fairlead.runtime.engine.Validity;
import io.fairlead.substrate.pallet.Outcome;

/** What became of a signed call in a block. */
public sealed interface Dispatched {
  /** Included: the nonce is used, the fee is paid, the call ran or was refused. */
  record Included(Outcome outcome) implements Dispatched {}

  /** Not included, nothing changed. */
  record NotIncluded(Validity.Unfit reason) implements Dispatched {}

  /** Not included, nothing changed: the chain's own code would panic. */
  record Panicked(String reason) implements Dispatched {}
}
