package io.fairlead.services;

/** Rule {@code rewards.earner}: to whom the income of a job is booked. */
public enum Earner {
  /** To the payer, at the call: the account that the chain's payment code passes. */
  PAYER,
  /**
   * To the operator of the first result that is submitted, then; a later result earns nothing. What
   * a subscription pays is divided among the operators of the service.
   */
  OPERATOR
}
