package io.fairlead.twin.api;

import io.fairlead.twin.log.BlockLine;
import java.util.List;
import java.util.Optional;

/**
 * What is kept in memory of the newest blocks. Immutable.
 *
 * @param standing as it was when it was last asked
 * @param last number of the last of {@code lines}; -1 without any
 * @param lines of consecutive blocks, at most {@link #LINES_MAX}
 * @param readers of the stream
 */
record Live(TwinView.Standing standing, long last, List<BlockLine> lines, int readers) {
  /** Lines kept. */
  static final int LINES_MAX = 512;

  Live {
    lines = List.copyOf(lines);
  }

  /** The line of a block, if it is among the newest. */
  Optional<BlockLine> line(long number) {
    long place = number - (last - lines.size() + 1);
    return place >= 0 && place < lines.size() ? Optional.of(lines.get((int) place))
        : Optional.empty();
  }

  /** Mean time between blocks, in milliseconds; empty with less than two blocks, or without time. */
  Optional<Long> blockMillis() {
    if (lines.size() < 2) {
      return Optional.empty();
    }
    long span = lines.getLast().time() - lines.getFirst().time();
    return span <= 0 ? Optional.empty() : Optional.of(span / (lines.size() - 1));
  }
}
