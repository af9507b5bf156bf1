package io.fairlead.slashing;

/** Rule {@code slashing.disputeWindow}: how long a slash may be disputed. */
public enum DisputeWindow {
  /** While it is in the queue, which for a stranded one is for ever. */
  UNTIL_TAKEN,
  /** Until it is due. */
  UNTIL_DUE
}
