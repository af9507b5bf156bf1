package io.fairlead.restaking.lst;

/** When a pool is dissolved. */
public enum Dissolution {
  /** On chain: when the depositor has withdrawn all that was leaving, whatever others have. */
  WITH_DEPOSITOR,
  /** When it is being destroyed and nobody has tokens or waits for planck. */
  WHEN_EMPTY
}
