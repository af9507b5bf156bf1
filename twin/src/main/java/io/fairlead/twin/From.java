package io.fairlead.twin;

/** With which block a history begins. */
public sealed interface From {
  /** With the first. */
  record Genesis() implements From {}

  /** With the state after block {@code number}. */
  record Block(long number) implements From {
    public Block {
      if (number < 0) {
        throw new IllegalArgumentException("--from: expected a block from 0, found " + number);
      }
    }
  }

  /** With the last final block. */
  record Now() implements From {}
}
