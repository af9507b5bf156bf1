package io.fairlead.rewards;

/** Rule {@code rewards.onward}: who gets what a service pays to one of its operators. */
public enum Onward {
  /** The operator, all of it. */
  OPERATOR_KEEPS,
  /** The operator and those whose TNT stands behind it in that service, by amount. */
  BACKERS_SHARE
}
