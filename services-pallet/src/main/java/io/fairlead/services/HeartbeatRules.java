package io.fairlead.services;

/**
 * The rules of heartbeats, one enum each.
 *
 * @param managerSettings whether a manager can set what heartbeats it wants
 * @param sender whose heartbeats count
 * @param block for which block they are signed
 * @param zeroInterval an interval of no blocks
 * @param threshold what the threshold is a number of
 * @param period over what time missed ones count
 * @param penalty what missed ones cost
 * @param silence who sends none
 */
public record HeartbeatRules(ManagerSettings managerSettings, HeartbeatSender sender,
    HeartbeatBlock block, ZeroInterval zeroInterval, HeartbeatThreshold threshold,
    HeartbeatPeriod period, HeartbeatPenalty penalty, Silence silence) {
  /** As on chain. */
  public static final HeartbeatRules DEPLOYED = new HeartbeatRules(ManagerSettings.UNREADABLE,
      HeartbeatSender.ANY_OPERATOR, HeartbeatBlock.INCLUDING, ZeroInterval.PANICS,
      HeartbeatThreshold.COUNT, HeartbeatPeriod.ENDLESS, HeartbeatPenalty.HALF,
      Silence.UNPUNISHED);
}
