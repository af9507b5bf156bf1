package io.fairlead.restaking;

/** Rule {@code restaking.ripeRequests}: which ripe requests {@code execute_delegator_unstake} takes. */
public enum RipeRequests {
  /** All, those about nominations as if they were about native deposits. */
  MIXED,
  /** Those about deposits alone; {@code execute_nomination_unstake} takes the others. */
  APART
}
