package io.fairlead.services;

/** Rule {@code services.heartbeatPeriod}: over what time missed heartbeats count. */
public enum HeartbeatPeriod {
  /**
   * Over the whole life of the service: nothing takes back what was missed once, and every further
   * heartbeat is slashed for it. The slashing window is asked for, and always open.
   */
  ENDLESS,
  /**
   * Over one slashing window after the other: when it has passed, it is judged once and the counts
   * begin again.
   */
  WINDOW
}
