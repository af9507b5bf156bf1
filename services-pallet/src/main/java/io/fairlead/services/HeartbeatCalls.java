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
import io.fairlead.substrate.primitive.AccountId;

/** The call {@code heartbeat} and the three calls that set its defaults. */
final class HeartbeatCalls {
  /** How many blocks a signature may name, the block that includes it among them. */
  private static final long RECENT_BLOCKS = 16;

  private final ServicesStorage storage;
  private final ServiceQueries queries;
  private final Block block;
  private final HeartbeatCounts counts;
  private final HeartbeatRules rules;

  HeartbeatCalls(ServicesStorage storage, ServiceQueries queries, Block block,
      HeartbeatCounts counts, HeartbeatRules rules) {
    this.storage = storage;
    this.queries = queries;
    this.block = block;
    this.counts = counts;
    this.rules = rules;
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

  /** {@code heartbeat}. */
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
    ensureSender(instance, operator);
    ServiceBlueprint blueprint = queries.blueprint(blueprintId);
    HeartbeatStats before = storage.serviceOperatorHeartbeats.get(blueprintId, service, operator);
    ensureSigned(call, preferences, before);
    HeartbeatStats stats = counts
        .counted(new HeartbeatCounts.Post(blueprintId, blueprint, service, operator), before);
    storage.serviceHeartbeats.put(blueprintId, service,
        new HeartbeatStats.Heartbeat(block.number(), call.metricsData()));
    storage.serviceOperatorHeartbeats.put(blueprintId, service, operator, stats);
    block.deposit(
        new ServicesEvent.HeartbeatReceived(service, blueprintId, operator, block.number()));
  }

  private void ensureSender(Service service, AccountId operator) {
    switch (rules.sender()) {
      case ANY_OPERATOR -> {
      }
      case MEMBER -> ensure(service.isServedBy(operator), ServicesError.NOT_AN_OPERATOR);
    }
  }

  private void ensureSigned(ServicesCall.Heartbeat call, OperatorPreferences preferences,
      HeartbeatStats before) {
    byte[] key = Verifier.compressedEcdsa(preferences.key().array());
    if (key == null) {
      throw ServicesError.INVALID_SIGNATURE_BYTES.refusal();
    }
    long oldest = switch (rules.block()) {
      case INCLUDING -> block.number();
      case RECENT -> Math.min(block.number(),
          Math.max(block.number() - RECENT_BLOCKS + 1, before.lastHeartbeatBlock() + 1));
    };
    for (long signed = block.number(); signed >= oldest; signed--) {
      byte[] digest = OperatorSignature.heartbeatDigest(call.serviceId(), call.blueprintId(),
          signed, call.metricsData());
      if (Verifier.ecdsa(key, digest, call.signature().array())) {
        return;
      }
    }
    throw ServicesError.HEARTBEAT_SIGNATURE_VERIFICATION_FAILED.refusal();
  }
}
