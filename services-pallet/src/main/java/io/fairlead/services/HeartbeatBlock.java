package io.fairlead.services;

/** Rule {@code services.heartbeatBlock}: for which block a heartbeat has to be signed. */
public enum HeartbeatBlock {
  /** For the one that includes it, which its sender cannot know. */
  INCLUDING,
  /**
   * For that one or one of the fifteen before it, but behind the operator's last heartbeat, so that
   * none counts twice.
   */
  RECENT
}
