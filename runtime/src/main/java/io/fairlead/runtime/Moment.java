package io.fairlead.runtime;

/**
 * A point in time.
 *
 * @param millis since the Unix epoch
 */
public record Moment(long millis) implements Comparable<Moment> {
  public Moment {
    if (millis < 0) {
      throw new IllegalArgumentException("a moment before 1970: " + millis);
    }
  }

  @Override
  public int compareTo(Moment other) {
    return Long.compare(millis, other.millis);
  }
}
