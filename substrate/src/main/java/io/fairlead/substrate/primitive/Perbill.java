package io.fairlead.substrate.primitive;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/**
 * Parts per billion, as {@code sp_arithmetic::Perbill}.
 *
 * @param parts 0 to 1,000,000,000
 */
public record Perbill(int parts) implements Comparable<Perbill> {
  /** Parts of the whole. */
  public static final int ONE = 1_000_000_000;

  /** Four bytes. */
  public static final Codec<Perbill> CODEC = Codecs.U32
      .as(parts -> new Perbill((int) Math.min(parts, ONE)), (Perbill p) -> (long) p.parts)
      .shaped(new Shape.Composite("sp_arithmetic::per_things::Perbill", List.of(),
          List.of(new Shape.Field(null, Codecs.U32.shape(), "u32"))));

  public Perbill {
    if (parts < 0 || parts > ONE) {
      throw new IllegalArgumentException("perbill of " + parts);
    }
  }

  /** {@code ⌊amount · parts / 10^9⌋}, in the unit of {@code amount}. */
  public Balance mulFloor(Balance amount) {
    return amount.mulDivFloor(parts, ONE);
  }

  @Override
  public int compareTo(Perbill other) {
    return Integer.compare(parts, other.parts);
  }
}
