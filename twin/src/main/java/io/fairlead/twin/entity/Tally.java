package io.fairlead.twin.entity;

import io.fairlead.substrate.primitive.Balance;
import io.fairlead.twin.fact.FactId;

/**
 * Many facts of one kind in a window, for an entity that needs only their number.
 *
 * @param count of facts
 * @param sum of their amounts; zero where there are none
 * @param first and {@code last} of them
 */
public record Tally(TallyKind kind, long count, Balance sum, FactId first, FactId last) {
  /** One fact. */
  public static Tally one(TallyKind kind, FactId id, Balance amount) {
    return new Tally(kind, 1, amount, id, id);
  }

  /** With a later one of the same kind. */
  public Tally plus(Tally later) {
    return new Tally(kind, count + later.count, sum.saturatingPlus(later.sum), first, later.last);
  }
}
