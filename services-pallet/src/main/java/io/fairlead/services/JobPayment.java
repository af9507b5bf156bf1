package io.fairlead.services;

/** Rule {@code services.jobPayment}: whether the price of a job is charged. */
public enum JobPayment {
  /** Never: no call of the chain reaches its payment code. */
  DORMANT,
  /**
   * A price above zero is charged when the job is called: that of the call, of the first interval of
   * a subscription, of one event.
   */
  CHARGED
}
