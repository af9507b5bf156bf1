package io.fairlead.services;

import io.fairlead.services.wire.HeartbeatStats;
import io.fairlead.substrate.primitive.AccountId;

/** Who has shown life: answers from storage alone. */
public final class HeartbeatQueries {
  private final ServicesStorage storage;

  /** Answers from {@code storage}. */
  public HeartbeatQueries(ServicesStorage storage) {
    this.storage = storage;
  }

  /** What holds where a manager does not say: blocks, heartbeats, blocks. */
  public record Defaults(long interval, int threshold, long window) {}

  /** The chain's defaults. */
  public Defaults defaults() {
    return new Defaults(storage.defaultHeartbeatInterval.get(),
        storage.defaultHeartbeatThreshold.get(), storage.defaultSlashingWindow.get());
  }

  /** The counts of an operator; zeroes before its first heartbeat. */
  public HeartbeatStats statsOf(long blueprintId, long serviceId, AccountId operator) {
    return storage.serviceOperatorHeartbeats.get(blueprintId, serviceId, operator);
  }

  /** The newest heartbeat of a service, whoever sent it; block 0 before the first. */
  public HeartbeatStats.Heartbeat newest(long blueprintId, long serviceId) {
    return storage.serviceHeartbeats.get(blueprintId, serviceId);
  }
}
