package io.fairlead.restaking;

/** Rule {@code restaking.deselection}: whether a delegator may drop a blueprint in face of a slash. */
public enum Deselection {
  /** It may, and the slash does not reach it. */
  EVADES,
  /** Not while a slash of that blueprint waits for one of its operators: LockViolation. */
  WAITS
}
