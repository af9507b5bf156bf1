package io.fairlead.twin.table;

/** How a request of a service ended. */
public enum RequestEnd {
  /** The service began. */
  INITIATED,
  /** An operator rejected it. */
  REJECTED,
  /** Gone for no reason that the block shows. */
  VANISHED
}
