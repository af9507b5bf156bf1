package io.fairlead.twin.fact;

/** What a {@link Fact.Mark} marks; each kind says what its value is. */
public enum MarkKind {
  /** A block began; the value is its time in milliseconds since 1970. */
  BLOCK,
  /** A round began; the value is its number. */
  ROUND,
  /** An era of staking began; the value is its number. */
  ERA,
  /** Another runtime took over; the value is its spec version. */
  RUNTIME_UPGRADED,
  /** The history begins with the state after this block; the value is the number of keys read. */
  SEEDED,
  /** Blocks before this one are not here; the value is the number of the first of them. */
  HOLE
}
