package io.fairlead.services.wire;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;

/**
 * Heartbeats of an operator for a service
 * ({@code tangle_primitives::services::qos::HeartbeatStats}). Counts and blocks are u32.
 */
public record HeartbeatStats(long expectedHeartbeats, long receivedHeartbeats,
    long lastCheckBlock, long lastHeartbeatBlock) {
  /** None yet. */
  public static final HeartbeatStats NONE = new HeartbeatStats(0, 0, 0, 0);

  /** Fields in order. */
  public static final Codec<HeartbeatStats> CODEC =
      Codecs.struct("tangle_primitives::services::qos::HeartbeatStats",
          Fields.of(HeartbeatStats::new,
              field("expected_heartbeats", HeartbeatStats::expectedHeartbeats, Codecs.U32, "u32"),
              field("received_heartbeats", HeartbeatStats::receivedHeartbeats, Codecs.U32, "u32"),
              field("last_check_block", HeartbeatStats::lastCheckBlock, Codecs.U32, "u32"),
              field("last_heartbeat_block", HeartbeatStats::lastHeartbeatBlock, Codecs.U32,
                  "u32")));

  /** A block and the metrics that came in it. */
  public record Heartbeat(long block, io.fairlead.substrate.primitive.Bytes metrics) {
    /** None yet. */
    public static final Heartbeat NONE =
        new Heartbeat(0, io.fairlead.substrate.primitive.Bytes.EMPTY);

    /** A pair. */
    public static final Codec<Heartbeat> CODEC = Codecs.pair(Codecs.U64,
        io.fairlead.substrate.primitive.Bytes
            .codec(Codecs.boundedBytes(Limits.FIELDS_SIZE_MAX)),
        Heartbeat::new, Heartbeat::block, Heartbeat::metrics);
  }
}
