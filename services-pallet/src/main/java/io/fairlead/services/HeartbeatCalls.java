package io.fairlead.services;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.services.wire.HeartbeatStats;
import io.fairlead.services.wire.Limits;
import io.fairlead.services.wire.OperatorPreferences;
import io.fairlead.services.wire.OperatorSignature;
import io.fairlead.services.wire.Service;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.keys.Verifier;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.ChainPanic;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Percent;

/** The call {@code heartbeat} and the three calls that set its defaults. */
final class HeartbeatCalls {
  private static final Percent SLASH = new Percent(50);
  private static final long U32_MAX = 0xffff_ffffL;

  private final ServicesStorage storage;
  private final ServiceQueries queries;
  private final Block block;
  private final SlashIntake slashes;
  private final HeartbeatSettings settings;

  HeartbeatCalls(ServicesStorage storage, ServiceQueries queries, Block block,
      Services.Ports ports) {
    this.storage = storage;
    this.queries = queries;
    this.block = block;
    this.slashes = ports.slashes();
    this.settings = new HeartbeatSettings(storage, queries, ports.hooks(),
        ports.heartbeats().managerSettings());
  }

  /** {@code update_default_heartbeat_threshold}; nothing is checked. */
  void setThreshold(int threshold) {
    storage.defaultHeartbeatThreshold.put(threshold);
    block.deposit(new ServicesEvent.DefaultHeartbeatThresholdUpdated(threshold));
  }

  /** {@code update_default_heartbeat_interval}; nothing is checked. */
  void setInterval(long interval) {
    storage.defaultHeartbeatInterval.put(interval);
    block.deposit(new ServicesEvent.DefaultHeartbeatIntervalUpdated(interval));
  }

  /** {@code update_default_heartbeat_slashing_window}; nothing is checked. */
  void setWindow(long window) {
    storage.defaultSlashingWindow.put(window);
    block.deposit(new ServicesEvent.DefaultHeartbeatSlashingWindowUpdated(window));
  }

  /** {@code heartbeat}: from any operator of the blueprint, signed for this very block. */
  void heartbeat(AccountId operator, ServicesCall.Heartbeat call) {
    long service = call.serviceId();
    long blueprintId = call.blueprintId();
    ensure(call.metricsData().size() <= Limits.METRICS_DATA_SIZE_MAX,
        ServicesError.METRICS_DATA_TOO_LARGE);
    ensure(storage.serviceStatus.contains(blueprintId, service),
        ServicesError.SERVICE_NOT_FOUND);
    Service instance = queries.service(service);
    ensure(instance.blueprint() == blueprintId, ServicesError.SERVICE_NOT_FOUND);
    OperatorPreferences preferences =
        storage.operators.orRefuse(blueprintId, operator, ServicesError.NOT_REGISTERED);
    ServiceBlueprint blueprint = queries.blueprint(blueprintId);
    ensureSigned(call, preferences);
    HeartbeatStats stats =
        counted(operator, blueprintId, blueprint, service,
            storage.serviceOperatorHeartbeats.get(blueprintId, service, operator));
    storage.serviceHeartbeats.put(blueprintId, service,
        new HeartbeatStats.Heartbeat(block.number(), call.metricsData()));
    storage.serviceOperatorHeartbeats.put(blueprintId, service, operator, stats);
    block.deposit(
        new ServicesEvent.HeartbeatReceived(service, blueprintId, operator, block.number()));
  }

  private void ensureSigned(ServicesCall.Heartbeat call, OperatorPreferences preferences) {
    byte[] key = Verifier.compressedEcdsa(preferences.key().array());
    if (key == null) {
      throw ServicesError.INVALID_SIGNATURE_BYTES.refusal();
    }
    byte[] digest = OperatorSignature.heartbeatDigest(call.serviceId(), call.blueprintId(),
        block.number(), call.metricsData());
    ensure(Verifier.ecdsa(key, digest, call.signature().array()),
        ServicesError.HEARTBEAT_SIGNATURE_VERIFICATION_FAILED);
  }

  /** The counts after this heartbeat; proposes a slash of the one that sends it. */
  private HeartbeatStats counted(AccountId operator, long blueprintId, ServiceBlueprint blueprint,
      long service, HeartbeatStats before) {
    long now = block.number();
    if (before.lastHeartbeatBlock() == 0) {
      return new HeartbeatStats(1, 1, u32(now), u32(now));
    }
    long interval = settings.interval(blueprintId, blueprint, service);
    long passed = Math.max(now - before.lastHeartbeatBlock(), 0);
    ensure(Long.compareUnsigned(passed, interval) >= 0, ServicesError.HEARTBEAT_TOO_EARLY);
    if (interval == 0) {
      throw new ChainPanic("heartbeat: attempt to divide by zero, as the interval is 0 blocks");
    }
    long due = u32(Long.divideUnsigned(passed, interval));
    var stats =
        new HeartbeatStats(Math.min(before.expectedHeartbeats() + due, U32_MAX),
            Math.min(before.receivedHeartbeats() + 1, U32_MAX), before.lastCheckBlock(),
            u32(now));
    long threshold = settings.threshold(blueprintId, blueprint, service);
    long missed = Math.max(stats.expectedHeartbeats() - stats.receivedHeartbeats(), 0);
    if (stats.expectedHeartbeats() > threshold && missed > threshold) {
      long window = settings.window(blueprintId, blueprint, service);
      if (now <= Math.min(stats.lastHeartbeatBlock() + u32(window), U32_MAX)) {
        slashes.missedHeartbeats(operator, blueprintId, service, SLASH);
      }
    }
    return stats;
  }

  /** The number as u32; what does not fit is 0 ({@code try_into().unwrap_or_default()}). */
  private static long u32(long number) {
    return Long.compareUnsigned(number, U32_MAX) > 0 ? 0 : number;
  }
}
