package io.fairlead.node.chain;

/** How far authoring goes on, at least one block. */
public sealed interface Until {
  /** That many blocks. */
  record Count(long blocks) implements Until {}

  /** Up to this block. */
  record Number(long number) implements Until {}

  /** Up to the first block whose time is not before this Unix time in milliseconds. */
  record Time(long millis) implements Until {}

  /** Up to the first block after which the round is not less than this. */
  record Round(long round) implements Until {}
}
