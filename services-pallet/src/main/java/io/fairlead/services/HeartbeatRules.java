package io.fairlead.services;

/**
 * The rules of heartbeats, one enum each.
 *
 * @param managerSettings whether a manager can set what heartbeats it wants
 */
public record HeartbeatRules(ManagerSettings managerSettings) {
  /** As on chain. */
  public static final HeartbeatRules DEPLOYED = new HeartbeatRules(ManagerSettings.UNREADABLE);
}
