package io.fairlead.restaking.lst;

/** Which entries of a member a withdrawal from a pool takes. */
public enum TakenEntries {
  /** On chain: all that are ripe, those of other pools against the sub pools of this one. */
  ALL_POOLS,
  /** Those of this pool that are ripe. */
  OWN_POOL
}
