package io.fairlead.services;

import io.fairlead.services.wire.HeartbeatStats;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Percent;

/** Whether too many heartbeats were missed, and what that costs. */
final class HeartbeatJudge {
  private static final int HALF = 50;

  private final SlashIntake slashes;
  private final HeartbeatThreshold threshold;
  private final HeartbeatPenalty penalty;

  HeartbeatJudge(SlashIntake slashes, HeartbeatThreshold threshold, HeartbeatPenalty penalty) {
    this.slashes = slashes;
    this.threshold = threshold;
    this.penalty = penalty;
  }

  private static long missed(HeartbeatStats stats) {
    return Math.max(stats.expectedHeartbeats() - stats.receivedHeartbeats(), 0);
  }

  /** Whether more was missed than {@code limit}, a u8, allows. */
  boolean tooMany(HeartbeatStats stats, long limit) {
    return switch (threshold) {
      case COUNT -> stats.expectedHeartbeats() > limit && missed(stats) > limit;
      case PERCENT -> missed(stats) * 100 > stats.expectedHeartbeats() * limit;
    };
  }

  /** Queues a slash of the operator, which missed some. */
  void slash(AccountId operator, long blueprintId, long serviceId, HeartbeatStats stats) {
    Percent percent = switch (penalty) {
      case HALF -> new Percent(HALF);
      case MISSED_SHARE -> new Percent(
          Math.clamp(missed(stats) * 100 / stats.expectedHeartbeats(), 1, HALF));
    };
    slashes.missedHeartbeats(operator, blueprintId, serviceId, percent);
  }
}
