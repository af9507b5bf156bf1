package io.fairlead.twin.table;

import java.util.List;

/**
 * One page of a list.
 *
 * @param next {@link Page#after} of the next page; empty when this is the last
 */
public record Rows<T>(List<T> rows, String next) {
  public Rows {
    rows = List.copyOf(rows);
  }
}
