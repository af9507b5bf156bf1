package io.fairlead.twin.entity;

import io.fairlead.twin.fact.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The state of an entity with what all entities have.
 *
 * @param asOf last block whose facts are in it; before the first -1
 * @param since first block of it
 * @param state what its portrait folds
 * @param recent its last facts, at most {@link #RECENT_MAX}
 * @param corrections values that the auditor put right
 * @param previous the same before the last window; empty after a restart from a snapshot
 */
public record Held<S>(EntityKey key, long asOf, long since, S state, List<Fact> recent,
    long corrections, Optional<Held<S>> previous) {
  /** Facts kept beside the state. */
  public static final int RECENT_MAX = 32;

  public Held {
    recent = List.copyOf(recent);
  }

  /** An entity without facts. */
  static <S> Held<S> blank(Portrait<S> portrait, EntityKey key) {
    return new Held<>(key, -1, -1, portrait.blank(key, -1), List.of(), 0, Optional.empty());
  }

  /**
   * After an event. Blocks that are in already are passed over, so that a journal with duplicates, or
   * written by two, gives the same.
   */
  Held<S> after(Portrait<S> portrait, EntityEvent event) {
    return switch (event) {
      case Advanced advanced -> after(portrait, advanced);
      case Corrected(Fact.Change change, String reason) -> new Held<>(key, asOf, since,
          portrait.fold(state, change), recent, corrections + 1, Optional.empty());
    };
  }

  private Held<S> after(Portrait<S> portrait, Advanced advanced) {
    if (advanced.to() <= asOf) {
      return this;
    }
    List<Fact> fresh = advanced.after(asOf);
    S next = since < 0 ? portrait.blank(key, advanced.first()) : state;
    for (Fact fact : fresh) {
      next = portrait.fold(next, fact);
    }
    for (Tally tally : advanced.tallies()) {
      if (tally.first().block() > asOf) {
        next = portrait.tally(next, tally);
      }
    }
    var last = new ArrayList<>(recent);
    last.addAll(fresh);
    return new Held<>(key, advanced.to(), since < 0 ? advanced.first() : since, next,
        last.subList(Math.max(0, last.size() - RECENT_MAX), last.size()), corrections,
        Optional.of(withoutPrevious()));
  }

  private Held<S> withoutPrevious() {
    return new Held<>(key, asOf, since, state, recent, corrections, Optional.empty());
  }

  /** Whether no fact has come. */
  boolean isBlank() {
    return since < 0;
  }

  /** The state at block {@code watermark}: this, or the one before it. */
  Held<S> at(long watermark) {
    return asOf <= watermark ? this : previous.orElse(this);
  }
}
