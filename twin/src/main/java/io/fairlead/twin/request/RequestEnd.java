package io.fairlead.twin.request;

/** How a request ended. */
public enum RequestEnd {
  /** It waits for approvals. */
  OPEN,
  /** A service began. */
  INITIATED,
  /** Its entry is gone without a service. */
  REMOVED
}
