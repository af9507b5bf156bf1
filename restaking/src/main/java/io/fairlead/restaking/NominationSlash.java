package io.fairlead.restaking;

/** Rule {@code restaking.nominationSlash}: what the exact taking of a restaked nomination takes. */
public enum NominationSlash {
  /** Nothing: the delegation is less, the bond is whole. */
  RECORD_ONLY,
  /** The bond in Staking loses the share, the recipient gets it. */
  TAKEN_FROM_BOND
}
