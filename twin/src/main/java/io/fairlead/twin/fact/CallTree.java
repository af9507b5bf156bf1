package io.fairlead.twin.fact;

import io.fairlead.substrate.metadata.DynamicValue;
import io.fairlead.substrate.pallet.Call;
import java.util.List;
import java.util.Optional;

/**
 * A call and the calls inside it.
 *
 * @param known the call of a followed pallet; empty for others
 * @param value the call by the chain's metadata: its fields
 * @param inner calls that it carries, in order
 */
record CallTree(String pallet, String name, Optional<Fact.Known<Call>> known, DynamicValue value,
    List<CallTree> inner) {
  CallTree {
    inner = List.copyOf(inner);
  }

  boolean is(String otherPallet, String otherName) {
    return pallet.equals(otherPallet) && name.equals(otherName);
  }

  /** Whether it or a call inside it is of a followed pallet. */
  boolean reachesFollowed() {
    return known.isPresent() || inner.stream().anyMatch(CallTree::reachesFollowed);
  }
}
