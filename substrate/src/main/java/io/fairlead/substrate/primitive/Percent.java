package io.fairlead.substrate.primitive;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/**
 * Hundredths, as {@code sp_arithmetic::Percent}. Decoding takes any byte, as the chain does; the
 * parts above 100 count as they are.
 *
 * @param parts hundredths, 0 to 255
 */
public record Percent(int parts) implements Comparable<Percent> {
  private static final Shape SHAPE = new Shape.Composite("sp_arithmetic::per_things::Percent",
      List.of(), List.of(new Shape.Field(null, Codecs.U8.shape(), "u8")));

  /** One byte. */
  public static final Codec<Percent> CODEC =
      Codecs.U8.as(Percent::new, Percent::parts).shaped(SHAPE);

  /** {@code Compact<Percent>}. */
  public static final Codec<Percent> COMPACT =
      Codecs.COMPACT_U8.as(Percent::new, Percent::parts).shaped(Codecs.compactOf(SHAPE));

  public Percent {
    if (parts < 0 || parts > 255) {
      throw new IllegalArgumentException("percent of " + parts);
    }
  }

  /** Whether this is no part at all. */
  public boolean isZero() { return parts == 0; }

  /** {@code ⌊amount · parts / 100⌋}, in the unit of {@code amount}. */
  public Balance mulFloor(Balance amount) {
    return amount.mulDivFloor(parts, 100);
  }

  @Override
  public int compareTo(Percent other) {
    return Integer.compare(parts, other.parts);
  }

  @Override
  public String toString() {
    return parts + " %";
  }
}
