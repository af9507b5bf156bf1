package io.fairlead.restaking;

/** Rule {@code restaking.nominationLock}: how much of an account restaked nominations lock. */
public enum NominationLock {
  /** What is restaked with the operator that was touched last. */
  LAST_OPERATOR,
  /** What is restaked with all operators together. */
  ALL_OPERATORS
}
