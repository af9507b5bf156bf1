package io.fairlead.services;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.services.wire.HeartbeatStats;
import io.fairlead.services.wire.Service;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.ChainPanic;
import io.fairlead.substrate.primitive.AccountId;

/** Counts the heartbeats of each operator and has those judged who miss them. */
final class HeartbeatCounts {
  private static final long U32_MAX = 0xffff_ffffL;

  /** An operator in a service. */
  record Post(long blueprintId, ServiceBlueprint blueprint, long serviceId, AccountId operator) {}

  private final ServicesStorage storage;
  private final ServiceQueries queries;
  private final Block block;
  private final HeartbeatSettings settings;
  private final HeartbeatJudge judge;
  private final ZeroInterval zeroInterval;
  private final HeartbeatPeriod period;
  private final Silence silence;

  HeartbeatCounts(ServicesStorage storage, ServiceQueries queries, Block block,
      Services.Ports ports) {
    this.storage = storage;
    this.queries = queries;
    this.block = block;
    HeartbeatRules rules = ports.heartbeats();
    this.zeroInterval = rules.zeroInterval();
    this.period = rules.period();
    this.silence = rules.silence();
    this.settings =
        new HeartbeatSettings(storage, queries, ports.hooks(), rules.managerSettings());
    this.judge = new HeartbeatJudge(ports.slashes(), rules.threshold(), rules.penalty());
  }

  /** The counts after a heartbeat in this block; has a slash of its sender queued. */
  HeartbeatStats counted(Post post, HeartbeatStats before) {
    long now = block.number();
    if (before.lastHeartbeatBlock() == 0) {
      return begun(now);
    }
    long interval = settings.interval(post.blueprintId(), post.blueprint(), post.serviceId());
    long passed = Math.max(now - before.lastHeartbeatBlock(), 0);
    ensure(Long.compareUnsigned(passed, interval) >= 0, ServicesError.HEARTBEAT_TOO_EARLY);
    var stats = new HeartbeatStats(
        Math.min(before.expectedHeartbeats() + due(before, interval, now), U32_MAX),
        Math.min(before.receivedHeartbeats() + 1, U32_MAX), before.lastCheckBlock(), u32(now));
    return switch (period) {
      case ENDLESS -> endless(post, stats, now);
      case WINDOW -> isOver(post, stats, now) ? begun(now) : stats;
    };
  }

  private static HeartbeatStats begun(long now) {
    return new HeartbeatStats(1, 1, u32(now), u32(now));
  }

  /** How many were due since the last one or, if it was later, since the last judgement. */
  private long due(HeartbeatStats before, long interval, long now) {
    if (interval == 0) {
      return switch (zeroInterval) {
        case PANICS -> throw new ChainPanic(
            "heartbeat: attempt to divide by zero, as the interval is 0 blocks");
        case NOTHING_EXPECTED -> 1;
      };
    }
    long since = Math.max(before.lastHeartbeatBlock(), before.lastCheckBlock());
    return u32(Long.divideUnsigned(Math.max(now - since, 0), interval));
  }

  private HeartbeatStats endless(Post post, HeartbeatStats stats, long now) {
    long threshold = settings.threshold(post.blueprintId(), post.blueprint(), post.serviceId());
    if (judge.tooMany(stats, threshold)) {
      long window = settings.window(post.blueprintId(), post.blueprint(), post.serviceId());
      if (now <= Math.min(stats.lastHeartbeatBlock() + u32(window), U32_MAX)) {
        judge.slash(post.operator(), post.blueprintId(), post.serviceId(), stats);
      }
    }
    return stats;
  }

  /** Whether the window that began at the last check has passed; it is judged then. */
  private boolean isOver(Post post, HeartbeatStats stats, long now) {
    long window = settings.window(post.blueprintId(), post.blueprint(), post.serviceId());
    if (Long.compareUnsigned(now - stats.lastCheckBlock(), window) <= 0) {
      return false;
    }
    long threshold = settings.threshold(post.blueprintId(), post.blueprint(), post.serviceId());
    if (judge.tooMany(stats, threshold)) {
      judge.slash(post.operator(), post.blueprintId(), post.serviceId(), stats);
    }
    return true;
  }

  /** The operator serves from this block on. */
  void serves(long blueprintId, long serviceId, AccountId operator) {
    switch (silence) {
      case UNPUNISHED -> {
      }
      case JUDGED -> storage.serviceOperatorHeartbeats.put(blueprintId, serviceId, operator,
          new HeartbeatStats(0, 0, u32(block.number()), 0));
    }
  }

  /** A round has started: judges who was silent. Refuses never. */
  void roundStarted() {
    switch (silence) {
      case UNPUNISHED -> {
      }
      case JUDGED -> storage.serviceOperatorHeartbeats.entries().forEach(each -> {
        Service service = queries.serviceOrNull(each.getKey().second());
        AccountId operator = each.getKey().third();
        if (service != null && service.blueprint() == each.getKey().first()
            && service.isServedBy(operator)) {
          // a hook of this rule alone: where a manager refuses to say, nothing is judged
          block.attemptTransactional(() -> judgeSilent(new Post(service.blueprint(),
              queries.blueprint(service.blueprint()), service.id(), operator), each.getValue()));
        }
      });
    }
  }

  private void judgeSilent(Post post, HeartbeatStats before) {
    long now = block.number();
    long interval = settings.interval(post.blueprintId(), post.blueprint(), post.serviceId());
    long due = interval == 0 ? 0 : due(before, interval, now);
    if (due == 0) {
      return;
    }
    var stats = new HeartbeatStats(Math.min(before.expectedHeartbeats() + due, U32_MAX),
        before.receivedHeartbeats(), before.lastCheckBlock(), before.lastHeartbeatBlock());
    if (isOver(post, stats, now)) {
      storage.serviceOperatorHeartbeats.put(post.blueprintId(), post.serviceId(), post.operator(),
          judged(stats, now));
    }
  }

  private HeartbeatStats judged(HeartbeatStats stats, long now) {
    return switch (period) {
      case ENDLESS -> new HeartbeatStats(stats.expectedHeartbeats(), stats.receivedHeartbeats(),
          u32(now), stats.lastHeartbeatBlock());
      case WINDOW -> new HeartbeatStats(0, 0, u32(now), stats.lastHeartbeatBlock());
    };
  }

  /** The number as u32; what does not fit is 0 ({@code try_into().unwrap_or_default()}). */
  private static long u32(long number) {
    return Long.compareUnsigned(number, U32_MAX) > 0 ? 0 : number;
  }
}
