package io.fairlead.substrate.primitive;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Input;
import io.fairlead.substrate.scale.Output;
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

  private static final Shape SHAPE =
      new Shape.Composite("sp_arithmetic::per_things::Perbill", List.of(),
          List.of(new Shape.Field(null, Codecs.U32.shape(), "u32")));

  /** Four bytes; above one billion they are malformed. */
  public static final Codec<Perbill> CODEC = new Plain(SHAPE);

  /** {@code Compact<Perbill>}; above one billion it counts as one billion. */
  public static final Codec<Perbill> COMPACT = Codecs.COMPACT_U32
      .as(parts -> new Perbill((int) Math.min(parts, ONE)), it -> (long) it.parts())
      .shaped(Codecs.compactOf(SHAPE));

  public Perbill {
    if (parts < 0 || parts > ONE) {
      throw new IllegalArgumentException("perbill of " + parts);
    }
  }

  /** {@code ⌊amount · parts / 10^9⌋}, in the unit of {@code amount}. */
  public Balance mulFloor(Balance amount) {
    return parts == ONE ? amount : amount.mulDivFloor(parts, ONE);
  }

  @Override
  public int compareTo(Perbill other) {
    return Integer.compare(parts, other.parts);
  }

  private record Plain(Shape shape) implements Codec<Perbill> {
    @Override
    public void write(Perbill value, Output out) {
      out.u32(value.parts);
    }

    @Override
    public Perbill read(Input in) {
      long parts = in.u32();
      if (parts > ONE) {
        throw in.malformed("at most " + ONE + " parts", Long.toString(parts));
      }
      return new Perbill((int) parts);
    }

    @Override
    public int size(Perbill value) {
      return 4;
    }
  }
}
