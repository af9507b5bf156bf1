package io.fairlead.services;

/** Rule {@code services.heartbeatPenalty}: how much missed heartbeats cost. */
public enum HeartbeatPenalty {
  /** Half of the stake, whatever was missed. */
  HALF,
  /** The share that was missed in hundredths, rounded down, one at least and a half at most. */
  MISSED_SHARE
}
