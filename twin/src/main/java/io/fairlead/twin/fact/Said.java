package io.fairlead.twin.fact;

import io.fairlead.substrate.metadata.DynamicValue;
import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.pallet.Phase;
import java.util.Optional;

/**
 * An event as a block holds it.
 *
 * @param known the event of a known pallet; empty for others
 * @param described the event of another pallet, by the chain's metadata; for a known one the unit
 */
record Said(Phase phase, String pallet, String name, Optional<Fact.Known<Event>> known,
    DynamicValue described) {

  boolean is(String otherPallet, String otherName) {
    return pallet.equals(otherPallet) && name.equals(otherName);
  }
}
