package io.fairlead.twin.entity;

import io.fairlead.twin.fact.Fact;
import java.util.List;

/**
 * What a window of blocks says of an entity: one event of its journal.
 *
 * @param from first block of the window
 * @param to last block of it
 * @param facts in order
 * @param tallies in order; each is new or known as a whole
 */
public record Advanced(long from, long to, List<Fact> facts, List<Tally> tallies)
    implements EntityEvent {
  public Advanced {
    facts = List.copyOf(facts);
    tallies = List.copyOf(tallies);
  }

  /** The first block that says something of the entity, however the window was cut. */
  long first() {
    long first = facts.isEmpty() ? to : facts.getFirst().id().block();
    for (Tally tally : tallies) {
      first = Math.min(first, tally.first().block());
    }
    return first;
  }

  /** Those of blocks after {@code block}. */
  List<Fact> after(long block) {
    return facts.stream().filter(fact -> fact.id().block() > block).toList();
  }
}
