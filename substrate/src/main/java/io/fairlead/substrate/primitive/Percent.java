package io.fairlead.substrate.primitive;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Input;
import io.fairlead.substrate.scale.Output;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/**
 * Hundredths, as {@code sp_arithmetic::Percent}.
 *
 * @param parts hundredths, 0 to 100
 */
public record Percent(int parts) implements Comparable<Percent> {
  private static final Shape SHAPE = new Shape.Composite("sp_arithmetic::per_things::Percent",
      List.of(), List.of(new Shape.Field(null, Codecs.U8.shape(), "u8")));

  /** One byte; above 100 it is malformed. */
  public static final Codec<Percent> CODEC = new Plain(SHAPE);

  /** {@code Compact<Percent>}; above 100 it counts as 100. */
  public static final Codec<Percent> COMPACT = Codecs.COMPACT_U8
      .as(Percent::saturating, Percent::parts).shaped(Codecs.compactOf(SHAPE));

  public Percent {
    if (parts < 0 || parts > 100) {
      throw new IllegalArgumentException("percent of " + parts);
    }
  }

  /** {@code parts} hundredths, at most 100 ({@code from_percent}). */
  public static Percent saturating(int parts) {
    return new Percent(Math.min(parts, 100));
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

  private record Plain(Shape shape) implements Codec<Percent> {
    @Override
    public void write(Percent value, Output out) {
      out.u8(value.parts);
    }

    @Override
    public Percent read(Input in) {
      int parts = in.u8();
      if (parts > 100) {
        throw in.malformed("at most 100 hundredths", Integer.toString(parts));
      }
      return new Percent(parts);
    }

    @Override
    public int size(Percent value) {
      return 1;
    }
  }
}
