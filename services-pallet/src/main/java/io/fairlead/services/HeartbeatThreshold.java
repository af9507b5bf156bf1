package io.fairlead.services;

/** Rule {@code services.heartbeatThreshold}: what the threshold is a number of. */
public enum HeartbeatThreshold {
  /** Of heartbeats: more than so many missed are too many. */
  COUNT,
  /** Of hundredths: a larger share of those expected is too much, as its documentation says. */
  PERCENT
}
