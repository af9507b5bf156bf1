package io.fairlead.services;

/**
 * Rule {@code services.endedBilling}: a subscription whose last block has passed, or whose service or
 * job is gone.
 */
public enum EndedBilling {
  /** Stays stored for ever, and in the subscriber's count. */
  KEPT,
  /** Is removed by the hook, at most 50 a block, and the subscriber's count falls. */
  REMOVED
}
