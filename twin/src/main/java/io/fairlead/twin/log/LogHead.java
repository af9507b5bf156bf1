package io.fairlead.twin.log;

import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;

/**
 * The last block of the log.
 *
 * @param number height; -1 when the log is empty
 * @param first height of the first block whose facts are here; -1 when there is none
 * @param sequence number of the last event
 */
public record LogHead(long number, Hash hash, long first, long sequence, boolean isWhole) {
  /** The stored form {@code log-head/1}. */
  public static final Codec<LogHead> CODEC = Codecs.struct("LogHead",
      Fields.of(LogHead::new, Fields.field("number", LogHead::number, Codecs.I64, ""),
          Fields.field("hash", LogHead::hash, Hash.CODEC, ""),
          Fields.field("first", LogHead::first, Codecs.I64, ""),
          Fields.field("sequence", LogHead::sequence, Codecs.I64, ""),
          Fields.field("is_whole", LogHead::isWhole, Codecs.BOOL, "")));

  /** A log without blocks. */
  public static final LogHead EMPTY = new LogHead(-1, Hash.ZERO, -1, 0, true);

  LogHead after(Blocks blocks) {
    return new LogHead(blocks.to(), blocks.lines().getLast().hash(),
        first < 0 ? blocks.from() : first, sequence + 1, blocks.isWhole());
  }
}
