package io.fairlead.services;

/** Rule {@code services.silence}: operators who send no heartbeat at all. */
public enum Silence {
  /** Are never looked at: only a heartbeat is judged, and that of who never began never. */
  UNPUNISHED,
  /**
   * Are judged when a round starts, as if they had just sent one that does not count; from the start
   * of the service or their joining on.
   */
  JUDGED
}
