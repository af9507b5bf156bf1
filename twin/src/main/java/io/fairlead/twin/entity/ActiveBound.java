package io.fairlead.twin.entity;

import java.time.Duration;

/**
 * How many entities stay in memory; the others sleep in the journal until a fact or a question comes.
 *
 * @param max entities of a type on a node, at least one; those used least recently go first
 * @param idle an entity that nothing reached for so long goes too
 */
public record ActiveBound(int max, Duration idle) {
  /** {@code entities.active.max} and {@code entities.idle}. */
  public static final ActiveBound DEFAULT = new ActiveBound(100_000, Duration.ofMinutes(2));

  public ActiveBound {
    if (max < 1 || !idle.isPositive()) {
      throw new IllegalArgumentException(
          "expected at least one active entity and an idle time, found " + max + ", " + idle);
    }
  }
}
