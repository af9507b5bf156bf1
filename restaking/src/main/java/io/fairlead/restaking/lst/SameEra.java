package io.fairlead.restaking.lst;

/** What a second unbonding in an era does to the entry of the first. */
public enum SameEra {
  /** On chain: takes its place, and the points of the first are lost. */
  OVERWRITE,
  /** Adds to it; an entry of another pool is left alone and MaxUnbondingLimit refused. */
  ADD
}
