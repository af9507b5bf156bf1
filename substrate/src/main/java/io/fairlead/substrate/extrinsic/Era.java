package io.fairlead.substrate.extrinsic;

import io.fairlead.substrate.scale.Codec;

/** For which blocks a signed extrinsic is valid ({@code sp_runtime::generic::Era}). */
public sealed interface Era {
  /** Shortest period in blocks. */
  int PERIOD_MIN = 4;
  /** Longest period in blocks. */
  int PERIOD_MAX = 1 << 16;

  /** For ever. */
  record Immortal() implements Era {}

  /**
   * For {@code period} blocks from a block whose number leaves {@code phase} modulo the period.
   *
   * @param period in blocks, a power of two from {@link #PERIOD_MIN} to {@link #PERIOD_MAX}
   * @param phase below the period, a multiple of {@code period / 4096}
   */
  record Mortal(int period, int phase) implements Era {
    public Mortal {
      if (period < PERIOD_MIN || period > PERIOD_MAX || Integer.bitCount(period) != 1 || phase < 0
          || phase >= period || phase % EraCodec.quantum(period) != 0) {
        throw new IllegalArgumentException("era of period " + period + " and phase " + phase);
      }
    }
  }

  Era IMMORTAL = new Immortal();

  /** One byte {@code 00}, or two. */
  Codec<Era> CODEC = new EraCodec();

  /**
   * The era that begins at {@code current} or, where the phase must be rounded, just before it
   * ({@code Era::mortal}).
   *
   * @param period in blocks; rounded up to a power of two between the bounds
   * @param current number of a block, not negative
   */
  static Era mortal(long period, long current) {
    int powerOfTwo = period <= PERIOD_MIN ? PERIOD_MIN
        : period >= PERIOD_MAX ? PERIOD_MAX : Integer.highestOneBit((int) period - 1) << 1;
    int phase = (int) (current % powerOfTwo);
    return new Mortal(powerOfTwo, phase - phase % EraCodec.quantum(powerOfTwo));
  }

  /** First block of the era that {@code current} is in; 0 when immortal ({@code Era::birth}). */
  default long birth(long current) {
    return switch (this) {
      case Immortal() -> 0;
      case Mortal(int period, int phase) ->
          (Math.max(current, phase) - phase) / period * period + phase;
    };
  }

  /** First block after the era; {@link Long#MAX_VALUE} when immortal ({@code Era::death}). */
  default long death(long current) {
    return switch (this) {
      case Immortal() -> Long.MAX_VALUE;
      case Mortal(int period, int phase) -> birth(current) + period;
    };
  }
}
