package io.fairlead.cli.conformance;

import java.util.Map;
import java.util.TreeMap;

/**
 * Steps of one kind: a call by its name, a direct function by its path, {@code init} or
 * {@code final}.
 *
 * @param tried steps in the files
 * @param succeeded steps that were recorded as done
 * @param replayed steps that our pallets executed and that were compared
 * @param copied steps that are absent here and were taken as recorded
 * @param different steps that were replayed and differ
 */
record Tally(long tried, long succeeded, long replayed, long copied, long different) {
  static final Tally NONE = new Tally(0, 0, 0, 0, 0);

  /** One step. */
  static Tally of(boolean succeeded, Fate fate) {
    long done = succeeded ? 1 : 0;
    return switch (fate) {
      case SKIPPED -> new Tally(1, done, 0, 0, 0);
      case REPLAYED -> new Tally(1, done, 1, 0, 0);
      case COPIED -> new Tally(1, done, 0, 1, 0);
      case DIFFERENT -> new Tally(1, done, 1, 0, 1);
    };
  }

  /** Both together. */
  Tally plus(Tally other) {
    return new Tally(tried + other.tried, succeeded + other.succeeded, replayed + other.replayed,
        copied + other.copied, different + other.different);
  }

  /** What happened to one step. */
  enum Fate {
    /** It was not reached. */
    SKIPPED,
    /** It was executed and agrees. */
    REPLAYED,
    /** It was taken as recorded. */
    COPIED,
    /** It was executed and differs. */
    DIFFERENT
  }

  /** Two tables together. */
  static Map<String, Tally> joined(Map<String, Tally> first, Map<String, Tally> second) {
    var joined = new TreeMap<>(first);
    second.forEach((name, tally) -> joined.merge(name, tally, Tally::plus));
    return joined;
  }
}
