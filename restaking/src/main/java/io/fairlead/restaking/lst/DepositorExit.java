package io.fairlead.restaking.lst;

/** When the depositor of a pool may unbond everything. */
public enum DepositorExit {
  /** On chain: when all tokens together are what is left to him, which is never. */
  NEVER,
  /** In a pool that is being destroyed, when nobody else has tokens or waits for planck. */
  WHEN_LAST
}
