package io.fairlead.restaking.wire;

import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codec;

/**
 * Number of an asset of the Assets pallet: 128 bits, unsigned. 0 is TNT where an {@link Asset} is
 * meant.
 *
 * @param high upper 64 bits
 * @param low lower 64 bits
 */
public record AssetId(long high, long low) implements Comparable<AssetId> {
  /** The native currency, TNT. */
  public static final AssetId NATIVE = new AssetId(0, 0);

  /** {@code u128}. */
  public static final Codec<AssetId> CODEC =
      Balance.CODEC.as(b -> new AssetId(b.high(), b.low()), a -> new Balance(a.high, a.low));

  /** {@code Compact<u128>}. */
  public static final Codec<AssetId> COMPACT =
      Balance.COMPACT.as(b -> new AssetId(b.high(), b.low()), a -> new Balance(a.high, a.low));

  /** A number below 2^63. */
  public static AssetId of(long number) {
    return new AssetId(0, number);
  }

  @Override
  public int compareTo(AssetId other) {
    int order = Long.compareUnsigned(high, other.high);
    return order != 0 ? order : Long.compareUnsigned(low, other.low);
  }

  @Override
  public String toString() {
    return new Balance(high, low).toString();
  }
}
