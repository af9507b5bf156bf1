package io.fairlead.twin.entity;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;

/**
 * Every entity of a lane has the facts of all blocks up to {@code to}.
 *
 * @param sequence number of the last event of the log that it took
 */
public record LaneAdvanced(long to, long sequence) {
  /** The stored form {@code lane-advanced/1}. */
  public static final Codec<LaneAdvanced> CODEC = Codecs.pair(Codecs.I64, Codecs.I64,
      LaneAdvanced::new, LaneAdvanced::to, LaneAdvanced::sequence);
}
