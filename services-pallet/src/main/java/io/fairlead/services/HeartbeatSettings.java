package io.fairlead.services;

import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.substrate.pallet.PalletError;
import io.fairlead.substrate.primitive.EvmAddress;
import java.util.function.Function;

/**
 * How often operators have to show life, and what missing it means: what the manager says or the
 * chain's default ({@code pallet_services::functions::qos}).
 */
final class HeartbeatSettings {
  private static final long THRESHOLD_MAX = 0xff;

  private final ServicesStorage storage;
  private final ServiceQueries queries;
  private final ManagerHooks hooks;
  private final ManagerSettings rule;

  HeartbeatSettings(ServicesStorage storage, ServiceQueries queries, ManagerHooks hooks,
      ManagerSettings rule) {
    this.storage = storage;
    this.queries = queries;
    this.hooks = hooks;
    this.rule = rule;
  }

  /** Blocks between two heartbeats, u64; refused with {@code GetHeartbeatIntervalFailure}. */
  long interval(long blueprintId, ServiceBlueprint blueprint, long serviceId) {
    return setting(blueprintId, blueprint,
        managed -> hooks.managers().getHeartbeatInterval(managed, serviceId),
        storage.defaultHeartbeatInterval.get(), ServicesError.GET_HEARTBEAT_INTERVAL_FAILURE);
  }

  /** The threshold, u8; refused with {@code GetHeartbeatThresholdFailure}. */
  long threshold(long blueprintId, ServiceBlueprint blueprint, long serviceId) {
    long threshold = setting(blueprintId, blueprint,
        managed -> hooks.managers().getHeartbeatThreshold(managed, serviceId),
        storage.defaultHeartbeatThreshold.get(), ServicesError.GET_HEARTBEAT_THRESHOLD_FAILURE);
    if (Long.compareUnsigned(threshold, THRESHOLD_MAX) > 0) {
      throw ServicesError.GET_HEARTBEAT_THRESHOLD_FAILURE.refusal();
    }
    return threshold;
  }

  /** Blocks in which missed heartbeats are slashed, u64; refused with {@code GetSlashingWindowFailure}. */
  long window(long blueprintId, ServiceBlueprint blueprint, long serviceId) {
    return setting(blueprintId, blueprint,
        managed -> hooks.managers().getSlashingWindow(managed, serviceId),
        storage.defaultSlashingWindow.get(), ServicesError.GET_SLASHING_WINDOW_FAILURE);
  }

  /** A manager that fails is one that does not say; a runner that refuses is an error. */
  private long setting(long blueprintId, ServiceBlueprint blueprint,
      Function<ManagedBlueprint, SettingAnswer> query, long fallback, PalletError failure) {
    EvmAddress master = queries.masterOrNull(blueprint.masterRevision());
    if (master == null) {
      throw failure.refusal();
    }
    SettingAnswer answer = query.apply(new ManagedBlueprint(blueprintId, blueprint, master));
    return switch (answer) {
      case SettingAnswer.Failed(HookAnswer.Refused refused) -> throw failure.refusal();
      case SettingAnswer.Failed(HookAnswer why) -> {
        if (hooks.allowed(why)) {
          throw new IllegalStateException("a query that failed was allowed");
        }
        yield fallback;
      }
      case SettingAnswer.Undecodable() -> throw failure.refusal();
      case SettingAnswer.Of(boolean useDefault, long value) -> switch (rule) {
        case UNREADABLE -> throw failure.refusal();
        case READ -> useDefault ? fallback : value;
      };
    };
  }
}
