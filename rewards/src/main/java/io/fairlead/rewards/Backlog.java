package io.fairlead.rewards;

/** Rule {@code rewards.backlog}: what becomes of income when a hundred entries wait. */
public enum Backlog {
  /** Each payment is an entry; with a hundred of them a further one is dropped without an error. */
  FULL_DROPS,
  /**
   * Payments of one service are one entry; with a hundred services waiting, those of a further one go
   * into the last entry.
   */
  MERGED
}
