package io.fairlead.services;

/** Rule {@code services.failedBilling}: a subscriber who cannot pay when it is due. */
public enum FailedBilling {
  /** Ends the billing of the block: nobody behind is billed, block after block. */
  STOPS,
  /** Is passed over, and tried again in the next block. */
  SKIPPED
}
