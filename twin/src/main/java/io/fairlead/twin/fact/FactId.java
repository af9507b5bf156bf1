package io.fairlead.twin.fact;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;

/**
 * Where a fact stands: facts are ordered by block, then by their place in it.
 *
 * @param block height, from 0
 * @param index place among the facts of the block, from 0
 */
public record FactId(long block, int index) implements Comparable<FactId> {
  /** Block as u64, index as u32. */
  public static final Codec<FactId> CODEC = Codecs.pair(Codecs.U64, Codecs.U32,
      (block, index) -> new FactId(block, Math.toIntExact(index)), FactId::block,
      id -> (long) id.index);

  public FactId {
    if (block < 0 || index < 0) {
      throw new IllegalArgumentException("fact " + block + "-" + index);
    }
  }

  @Override
  public int compareTo(FactId other) {
    int byBlock = Long.compare(block, other.block);
    return byBlock != 0 ? byBlock : Integer.compare(index, other.index);
  }

  /** {@code block-index}, as streams and commands name it. */
  @Override
  public String toString() {
    return block + "-" + index;
  }
}
