package io.fairlead.slashing;

/** Rule {@code slashing.disputeAfterEnd}: whether slashes of a service that ended can be disputed. */
public enum DisputeAfterEnd {
  /** Not any more, though they wait in the queue and will be taken. */
  REFUSED,
  /** By the account that the manager names, as before the end. */
  ALLOWED
}
