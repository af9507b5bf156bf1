package io.fairlead.restaking.lst;

/** What becomes of the rewards of a pool behind its commission. */
public enum PoolRewards {
  /** On chain: they stay on the reward account; no call takes them from there. */
  STRANDED,
  /** They are bonded for all members whenever they are looked at. */
  COMPOUNDED
}
