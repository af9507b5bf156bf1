package io.fairlead.twin.table;

/**
 * Which part of a list is wanted.
 *
 * @param after key of the last row of the page before, as {@code Rows.key} tells it; empty: from the
 *     start
 * @param limit rows at most, 1 to {@link #LIMIT_MAX}
 */
public record Page(String after, int limit) {
  /** Rows in one page, at most. */
  public static final int LIMIT_MAX = 500;
  /** The first hundred. */
  public static final Page FIRST = new Page("", 100);

  public Page {
    if (limit < 1 || limit > LIMIT_MAX) {
      throw new IllegalArgumentException(
          "limit: expected 1 to " + LIMIT_MAX + ", found " + limit);
    }
  }
}
