package io.fairlead.services;

/** Rule {@code services.jobPayment}: whether the price of a job is charged. */
public enum JobPayment {
  /** Never: no call of the chain reaches its payment code. */
  DORMANT,
  /**
   * A pay-once price above zero is charged when the job is called: it moves from the caller to the
   * account of Rewards and is booked as income.
   */
  CHARGED
}
