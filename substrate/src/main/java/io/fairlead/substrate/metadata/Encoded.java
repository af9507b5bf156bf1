package io.fairlead.substrate.metadata;

import io.fairlead.substrate.primitive.Bytes;

/** What came of encoding a dynamic value. */
public sealed interface Encoded {

  /** The encoded form. */
  record Value(Bytes bytes) implements Encoded {}

  /**
   * The value is not one of the type.
   *
   * @param where names and places from the outside in, such as {@code dest.Id.0}
   */
  record Misfit(String where, String expected, String found) implements Encoded {
    /** One line for people. */
    public String message() {
      return (where.isEmpty() ? "" : "at " + where + ": ") + "expected " + expected + ", found "
          + found;
    }
  }
}
