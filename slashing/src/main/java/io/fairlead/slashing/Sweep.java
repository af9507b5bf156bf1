package io.fairlead.slashing;

/**
 * Rule {@code slashing.sweep}: which slashes of this round and of the one before are gone when a
 * service ends.
 */
public enum Sweep {
  /** Those of every service, so that any owner wipes them all. */
  ALL_SERVICES,
  /** Those of the service that ended, if they were taken. */
  OWN_SERVICE
}
