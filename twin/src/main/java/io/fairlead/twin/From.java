package io.fairlead.twin;

/** With which block a history begins. */
public sealed interface From {
  /** With the first. */
  record Genesis() implements From {
    @Override
    public String toString() {
      return "genesis";
    }
  }

  /** With the state after block {@code number}. */
  record Block(long number) implements From {
    public Block {
      if (number < 0) {
        throw new IllegalArgumentException("--from: expected a block from 0, found " + number);
      }
    }

    @Override
    public String toString() {
      return Long.toString(number);
    }
  }

  /** With the last final block. A history that exists goes on, with every block since. */
  record Now() implements From {
    @Override
    public String toString() {
      return "now";
    }
  }

  /**
   * As {@link Now}; and where no node has the state of the next block of a history that exists, the
   * blocks up to the last final one are left out and stated as a hole.
   */
  record NowOrHole() implements From {
    @Override
    public String toString() {
      return "now";
    }
  }

  /**
   * What its {@code toString} gave.
   *
   * @throws IllegalArgumentException telling what was expected
   */
  static From parse(String text) {
    return switch (text) {
      case "genesis" -> new Genesis();
      case "now" -> new Now();
      default -> {
        if (!text.matches("[0-9]{1,18}")) {
          throw new IllegalArgumentException("expected genesis, now or a block, found " + text);
        }
        yield new Block(Long.parseLong(text));
      }
    };
  }
}
