package io.fairlead.twin.log;

import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The last block of the log.
 *
 * @param number height; -1 when the log is empty
 * @param first height of the first block whose facts are here; -1 when there is none
 * @param sequence number of the last event
 * @param holes blocks between the first and the last that are not here, ascending
 */
public record LogHead(long number, Hash hash, long first, long sequence, boolean isWhole,
    List<Hole> holes) {
  /** Blocks that were left out, both ends included. */
  public record Hole(long from, long to) {
    static final Codec<Hole> CODEC = Codecs.struct("Hole",
        Fields.of(Hole::new, Fields.field("from", Hole::from, Codecs.I64, ""),
            Fields.field("to", Hole::to, Codecs.I64, "")));
  }

  /** The stored form {@code log-head/1}. */
  public static final Codec<LogHead> CODEC = Codecs.struct("LogHead",
      Fields.of(LogHead::new, Fields.field("number", LogHead::number, Codecs.I64, ""),
          Fields.field("hash", LogHead::hash, Hash.CODEC, ""),
          Fields.field("first", LogHead::first, Codecs.I64, ""),
          Fields.field("sequence", LogHead::sequence, Codecs.I64, ""),
          Fields.field("is_whole", LogHead::isWhole, Codecs.BOOL, ""),
          Fields.field("holes", LogHead::holes, Codecs.list(Hole.CODEC), "")));

  /** A log without blocks. */
  public static final LogHead EMPTY = new LogHead(-1, Hash.ZERO, -1, 0, true, List.of());

  public LogHead {
    holes = List.copyOf(holes);
  }

  /** The hole that a block is in. */
  public Optional<Hole> hole(long block) {
    return holes.stream().filter(it -> it.from() <= block && block <= it.to()).findFirst();
  }

  LogHead after(Blocks blocks) {
    var all = new ArrayList<>(holes);
    if (number >= 0 && blocks.from() > number + 1) {
      all.add(new Hole(number + 1, blocks.from() - 1));
    }
    return new LogHead(blocks.to(), blocks.lines().getLast().hash(),
        first < 0 ? blocks.from() : first, sequence + 1, blocks.isWhole(), all);
  }
}
