package io.fairlead.services;

/** Rule {@code services.heartbeatSender}: whose heartbeats count for a service. */
public enum HeartbeatSender {
  /** Those of every operator of the blueprint, who can be slashed for missing them. */
  ANY_OPERATOR,
  /** Those of the operators of the service; others are refused with {@code NotAnOperator}. */
  MEMBER
}
