package io.fairlead.restaking;

/** Rule {@code restaking.departure}: what becomes of the delegations of an operator that leaves. */
public enum Departure {
  /** They stay in the records of the delegators, who cannot end them any more. */
  STRANDS_DELEGATORS,
  /** They end with it; deposits are free, locks go. */
  RELEASES_DELEGATORS
}
