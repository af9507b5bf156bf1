package io.fairlead.slashing;

/** Rule {@code slashing.termination}: what the end of a service does to its own slashes. */
public enum Termination {
  /**
   * Those of this round and of the one before are taken at once, whatever window they had; in round
   * 0, where both rounds are the same, twice.
   */
  TAKES_AT_ONCE,
  /** They wait for their round like others. */
  LEAVES_QUEUED
}
