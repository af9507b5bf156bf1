package io.fairlead.twin.entity;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.twin.fact.Fact;
import io.fairlead.twin.fact.KeyChange;
import java.util.List;

/**
 * What is particular to one type of entity. Pure; the only thing that a new type has to write.
 *
 * @param <S> its state: an immutable record
 */
public interface Portrait<S> {
  /** The type. */
  EntityType type();

  /** The state before the first fact. */
  S blank(EntityKey key, long since);

  /**
   * The state after a fact. Total: a fact that it does not expect leaves the values as they are; what
   * storage says always wins, since it comes as a change of its own.
   */
  S fold(S state, Fact fact);

  /** The state after facts that are only counted for it. */
  default S tally(S state, Tally tally) {
    return state;
  }

  /** The stored form of the state. */
  Codec<S> codec();

  /** The keys and values of the chain that the state claims to hold, for the auditor. */
  List<KeyChange> rows(S state);

  /** Version of the stored form: the manifest of a snapshot is {@code code/version}. */
  default int version() {
    return 1;
  }
}
