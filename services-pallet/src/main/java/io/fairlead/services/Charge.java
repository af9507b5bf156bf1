package io.fairlead.services;

/** Rule {@code services.charge}: what becomes of the money that a job costs. */
public enum Charge {
  /** It is reserved on the payer and stays there; no event of Services tells of it. */
  RESERVED,
  /** It moves to the account of Rewards, which pays income out; an event tells of it. */
  MOVED
}
