package io.fairlead.services;

/** Rule {@code services.firstBilling}: a subscription begun before block {@code interval}. */
public enum FirstBilling {
  /**
   * Not due, so nothing is stored; but it has been counted, and is again with each try, until the
   * subscriber's hundred are used up.
   */
  FORGOTTEN,
  /** Billed at once like any other. */
  AT_ONCE
}
