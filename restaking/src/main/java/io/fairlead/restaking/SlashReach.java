package io.fairlead.restaking;

/** Rule {@code slashing.reach}: which operators a slash reaches, when reported and when due. */
public enum SlashReach {
  /** Active ones: going offline or beginning to leave in time saves the stake. */
  ACTIVE_ONLY,
  /** All that are operators, whatever their status. */
  ANY_STATUS
}
