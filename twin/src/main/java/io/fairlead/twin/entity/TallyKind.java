package io.fairlead.twin.entity;

/** What is counted for an entity that is not the fact's own; the stored code never changes. */
public enum TallyKind {
  /** A job of one of its services was called. */
  JOB_CALLED,
  /** A result was submitted. */
  RESULT_SUBMITTED,
  /** A heartbeat was received. */
  HEARTBEAT,
  /** An operator announced itself. */
  PRE_REGISTERED,
  /** An operator registered. */
  REGISTERED,
  /** An operator left a blueprint. */
  UNREGISTERED,
  /** A service was requested. */
  REQUESTED,
  /** A service began. */
  INITIATED,
  /** A service ended. */
  TERMINATED,
  /** A slash was recorded. */
  SLASHED,
  /** A slash was disputed. */
  DISCARDED,
  /** An asset was deposited; the sum is in its smallest unit. */
  DEPOSITED,
  /** A reward was claimed; the sum is in planck. */
  CLAIMED,
  /** A contract reverted. */
  REVERTED,
  /** An operator moved the address that it answers at. */
  RPC_MOVED
}
