package io.fairlead.twin;

/** How a generation begins. Kept beside it, so that a build that was cut off is taken up again. */
sealed interface Plan {
  /** With the state of the chain after a block. */
  record Seed(From from) implements Plan {
    @Override
    public String toString() {
      return "from " + from;
    }
  }

  /** With the log of another generation up to a block; what that one has after it stays there. */
  record Copy(int of, long to) implements Plan {
    @Override
    public String toString() {
      return "copy of " + of + " to block " + to;
    }
  }

  /**
   * What its {@code toString} gave.
   *
   * @throws IllegalArgumentException when it is something else
   */
  static Plan parse(String text) {
    String[] words = text.strip().split(" ");
    if (words.length == 2 && words[0].equals("from")) {
      return new Seed(From.parse(words[1]));
    }
    if (words.length == 6 && words[0].equals("copy")) {
      return new Copy(Integer.parseInt(words[2]), Long.parseLong(words[5]));
    }
    throw new IllegalArgumentException("no plan of a generation: " + text);
  }
}
