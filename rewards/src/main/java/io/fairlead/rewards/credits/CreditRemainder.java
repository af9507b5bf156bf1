package io.fairlead.rewards.credits;

/** Rule {@code credits.remainder}: what becomes of accrued credits that a claim does not ask for. */
public enum CreditRemainder {
  /** They are lost. */
  LOST,
  /** The clock moves only as far as the claim is worth, in whole blocks. */
  KEPT
}
