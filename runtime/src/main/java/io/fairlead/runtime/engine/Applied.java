package io.fairlead.runtime.engine;

import io.fairlead.substrate.primitive.Bytes;

/** What became of an extrinsic in a block. */
public sealed interface Applied {
  /** Included; its call ran. */
  record Done() implements Applied {}

  /** Included; its call was refused. {@code error} is the SCALE of the DispatchError. */
  record Failed(Bytes error) implements Applied {}

  /** Not included, nothing changed. */
  record Refused(Validity.Unfit reason) implements Applied {}

  /** Not included, nothing changed: the chain's own code would panic. */
  record Panicked(String reason) implements Applied {}
}
