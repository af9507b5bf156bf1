package io.fairlead.slashing;

/** Rule {@code slashing.deferral}: when a queued slash is due. */
public enum Deferral {
  /**
   * While the current round is its round + 7, never later; slashes of round 0 at once
   * ({@code pallet_services::process_unapplied_slashes}).
   */
  EXACT_ROUND,
  /** From its round + 7 on, until it is taken. */
  HELD_UNTIL_DUE
}
