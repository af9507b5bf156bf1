package io.fairlead.restaking.lst;

/** How many pool tokens can be burnt. */
public enum Burning {
  /** On chain: all but the least holding, one unit, so that nobody leaves with everything. */
  KEEP_LAST_UNIT,
  /** All of them. */
  TO_THE_END
}
