package io.fairlead.runtime;

import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.primitive.Bytes;

/**
 * An event of a pallet that is not here, kept as the bytes it has on the wire: pallet index, event
 * index, fields. Recorded contract calls bring such events of the EVM.
 */
public record OpaqueEvent(Bytes encoded) implements Event {
  @Override
  public String pallet() {
    return "";
  }
}
