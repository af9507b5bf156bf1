package io.fairlead.rewards.credits;

/** Rule {@code credits.stake}: which deposits earn credits by the tiers of an asset. */
public enum CreditStake {
  /** All that are not tokens of a contract, whatever asset they are, added up. */
  ANY_ASSET,
  /** Those of that asset alone. */
  THAT_ASSET
}
