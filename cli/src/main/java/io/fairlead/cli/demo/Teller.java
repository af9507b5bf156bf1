package io.fairlead.cli.demo;

import io.fairlead.cli.Failure;
import java.io.PrintWriter;

/** Tells the story on standard output, or to nobody, and counts that each step did what it says. */
final class Teller {
  private final PrintWriter out;
  private final boolean isQuiet;

  Teller(PrintWriter out, boolean isQuiet) {
    this.out = out;
    this.isQuiet = isQuiet;
  }

  /** A heading. */
  void chapter(String title) {
    line("");
    line(title);
  }

  /** One thing that happened in a block. */
  void at(long block, String words) {
    line(String.format("  #%-6d %s", block, words));
  }

  /** One thing more. */
  void line(String words) {
    if (!isQuiet) {
      out.println(words);
      out.flush();
    }
  }

  /** Where a command that is shown writes. */
  PrintWriter writer() {
    return isQuiet ? new PrintWriter(java.io.Writer.nullWriter()) : out;
  }

  /** A step that must hold; otherwise the demo ends with exit code 4. */
  static void check(boolean holds, String what) {
    if (!holds) {
      throw Failure.check("the demo found that this does not hold: " + what);
    }
  }

  /** A value that must be the expected one. */
  static void checkEquals(Object expected, Object found, String what) {
    if (!expected.equals(found)) {
      throw Failure
          .check("the demo found " + what + ": expected " + expected + ", found " + found);
    }
  }
}
