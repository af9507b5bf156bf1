package io.fairlead.twin.log;

import io.fairlead.substrate.primitive.Hash;
import io.fairlead.twin.fact.Fact;
import java.util.List;

/** A block ready for the log. */
public record BlockFacts(long number, Hash parent, BlockLine line, List<Fact> facts) {
  public BlockFacts {
    facts = List.copyOf(facts);
  }
}
