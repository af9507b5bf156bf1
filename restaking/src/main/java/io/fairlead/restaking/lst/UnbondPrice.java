package io.fairlead.restaking.lst;

/** At which price tokens are given back. */
public enum UnbondPrice {
  /** On chain: of the tokens without those that are burnt, so each is worth too much. */
  AFTER_BURN,
  /** Of all tokens. */
  BEFORE_BURN
}
