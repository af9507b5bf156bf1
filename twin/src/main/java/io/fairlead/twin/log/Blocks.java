package io.fairlead.twin.log;

import io.fairlead.twin.fact.Fact;
import java.util.List;

/**
 * Consecutive blocks and their facts: the one event of the chain log. A block with more facts than fit
 * is cut into parts; all but the last have the same {@code from} and {@code to} and {@code isWhole}
 * false.
 *
 * @param from first block
 * @param to last block
 * @param lines one a block; in each part of a cut block the same
 * @param isWhole whether the last block is complete with this
 */
public record Blocks(long from, long to, List<BlockLine> lines, List<Fact> facts,
    boolean isWhole) {
  public Blocks {
    lines = List.copyOf(lines);
    facts = List.copyOf(facts);
    if (lines.size() != to - from + 1) {
      throw new IllegalArgumentException(lines.size() + " lines for blocks " + from + " to " + to);
    }
  }
}
