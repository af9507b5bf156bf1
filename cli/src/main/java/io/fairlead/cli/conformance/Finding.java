package io.fairlead.cli.conformance;

import org.jspecify.annotations.Nullable;

/**
 * One thing of a step that differs.
 *
 * @param what item and key, event number, or part of the result
 */
record Finding(String what, String expected, String found) {

  static Finding of(String what, @Nullable Object expected, @Nullable Object found) {
    return new Finding(what, expected == null ? "nothing" : expected.toString(),
        found == null ? "nothing" : found.toString());
  }
}
