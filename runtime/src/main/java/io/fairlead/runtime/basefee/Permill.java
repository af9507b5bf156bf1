package io.fairlead.runtime.basefee;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Input;
import io.fairlead.substrate.scale.Output;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/**
 * Millionths ({@code sp_arithmetic::Permill}).
 *
 * @param parts millionths, 0 to 1,000,000
 */
public record Permill(long parts) {
  /** How many parts are the whole. */
  public static final long WHOLE = 1_000_000;
  /** No part at all. */
  public static final Permill ZERO = new Permill(0);

  /** Four bytes; above the whole it is malformed. */
  public static final Codec<Permill> CODEC = new Plain(
      new Shape.Composite("sp_arithmetic::per_things::Permill", List.of(),
          List.of(new Shape.Field(null, Codecs.U32.shape(), "u32"))));

  public Permill {
    if (parts < 0 || parts > WHOLE) {
      throw new IllegalArgumentException("millionths: " + parts);
    }
  }

  private record Plain(Shape shape) implements Codec<Permill> {
    @Override
    public void write(Permill value, Output out) {
      out.u32(value.parts);
    }

    @Override
    public Permill read(Input in) {
      long parts = in.u32();
      if (parts > WHOLE) {
        throw in.malformed("millionths, at most " + WHOLE, Long.toString(parts));
      }
      return new Permill(parts);
    }

    @Override
    public int size(Permill value) {
      return Integer.BYTES;
    }
  }
}
