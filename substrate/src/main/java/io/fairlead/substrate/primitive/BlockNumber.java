package io.fairlead.substrate.primitive;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;

/**
 * The height of a block: 64 bits on this chain, below 2^63 here.
 *
 * @param value blocks since genesis
 */
public record BlockNumber(long value) implements Comparable<BlockNumber> {
  /** Genesis. */
  public static final BlockNumber ZERO = new BlockNumber(0);

  /** {@code u64}. */
  public static final Codec<BlockNumber> CODEC =
      Codecs.U64.as(BlockNumber::new, BlockNumber::value);

  /** The block after this. */
  public BlockNumber next() {
    return new BlockNumber(value + 1);
  }

  @Override
  public int compareTo(BlockNumber other) {
    return Long.compareUnsigned(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toUnsignedString(value);
  }
}
