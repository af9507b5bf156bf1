package io.fairlead.substrate.extrinsic;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Input;
import io.fairlead.substrate.scale.Output;
import io.fairlead.substrate.scale.Shape;
import java.util.ArrayList;
import java.util.List;

/** One byte, or a number of 16 bits: the logarithm of the period and the phase. */
final class EraCodec implements Codec<Era> {
  private static final Shape SHAPE = shapeOf();

  private static Shape shapeOf() {
    var cases = new ArrayList<Shape.Case>();
    cases.add(new Shape.Case("Immortal", 0, List.of()));
    var second = List.of(new Shape.Field(null, Codecs.U8.shape(), null));
    for (int i = 1; i < 256; i++) {
      cases.add(new Shape.Case("Mortal" + i, i, second));
    }
    return new Shape.Variants("sp_runtime::generic::era::Era", List.of(), cases);
  }

  /** Phases are multiples of this many blocks. */
  static int quantum(int period) {
    return Math.max(period >> 12, 1);
  }

  @Override
  public void write(Era era, Output out) {
    switch (era) {
      case Era.Immortal() -> out.u8(0);
      case Era.Mortal(int period, int phase) -> {
        int log = Integer.numberOfTrailingZeros(period);
        out.u16(Math.min(15, Math.max(1, log - 1)) | phase / quantum(period) << 4);
      }
    }
  }

  @Override
  public Era read(Input in) {
    int first = in.u8();
    if (first == 0) {
      return Era.IMMORTAL;
    }
    int bits = first | in.u8() << 8;
    int period = 2 << (bits & 15);
    int phase = (bits >>> 4) * quantum(period);
    if (period < Era.PERIOD_MIN || phase >= period) {
      throw in.malformed("period and phase of an era", "period " + period + ", phase " + phase);
    }
    return new Era.Mortal(period, phase);
  }

  @Override
  public int size(Era era) {
    return era instanceof Era.Immortal ? 1 : 2;
  }

  @Override
  public Shape shape() {
    return SHAPE;
  }
}
