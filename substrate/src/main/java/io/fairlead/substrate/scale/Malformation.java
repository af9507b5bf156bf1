package io.fairlead.substrate.scale;

/** The one jump out of a reader. Stackless; never seen outside total entry points. */
final class Malformation extends RuntimeException {
  private static final long serialVersionUID = 1L;

  final int offset;
  final String expected;
  final String found;

  Malformation(int offset, String expected, String found) {
    super(expected, null, false, false);
    this.offset = offset;
    this.expected = expected;
    this.found = found;
  }
}
