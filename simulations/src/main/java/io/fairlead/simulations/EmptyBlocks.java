package io.fairlead.simulations;

/** What becomes of blocks without calls in which no hook has anything to do. */
public enum EmptyBlocks {
  /** They are run like others. */
  RUN,
  /** They are passed over: the state of pallets ends the same, in a fraction of the time. */
  SKIP
}
