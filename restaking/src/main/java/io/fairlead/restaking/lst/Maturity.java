package io.fairlead.restaking.lst;

/** From when what left a pool can be withdrawn. */
public enum Maturity {
  /** On chain: only while an entry of the pool is ripe in just this era. */
  EXACT_ERA,
  /** When an entry of the pool is ripe, in this era or before. */
  DUE
}
