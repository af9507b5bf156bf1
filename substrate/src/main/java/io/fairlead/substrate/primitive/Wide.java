package io.fairlead.substrate.primitive;

/**
 * Products of 256 bits and their quotients, for {@link Balance}. A number of four words is written from
 * the highest to the lowest; all words are unsigned.
 */
final class Wide {
  private static final long LOW_HALF = 0xffff_ffffL;

  private Wide() {}

  /** {@code ⌊a · b / d⌋}; more than 128 bits is an {@link ArithmeticException}. */
  static Balance mulDiv(Balance a, Balance b, Balance d) {
    // a · b in words p3 … p0
    long p0 = a.low() * b.low();
    long p1 = Math.unsignedMultiplyHigh(a.low(), b.low());
    long p2 = 0;
    long p3 = 0;
    if ((a.high() | b.high()) != 0) {
      long mid = a.low() * b.high();
      p1 += mid;
      long carry = Long.compareUnsigned(p1, mid) < 0 ? 1 : 0;
      long other = a.high() * b.low();
      p1 += other;
      carry += Long.compareUnsigned(p1, other) < 0 ? 1 : 0;
      p2 = a.high() * b.high();
      p3 = Math.unsignedMultiplyHigh(a.high(), b.high());
      p2 += carry;
      p3 += Long.compareUnsigned(p2, carry) < 0 ? 1 : 0;
      long upper = Math.unsignedMultiplyHigh(a.low(), b.high());
      p2 += upper;
      p3 += Long.compareUnsigned(p2, upper) < 0 ? 1 : 0;
      upper = Math.unsignedMultiplyHigh(a.high(), b.low());
      p2 += upper;
      p3 += Long.compareUnsigned(p2, upper) < 0 ? 1 : 0;
    }
    return divide(p3, p2, p1, p0, d);
  }

  /** {@code ⌊a / d⌋}. */
  static Balance divide(Balance a, Balance d) {
    return divide(0, 0, a.high(), a.low(), d);
  }

  private static Balance divide(long p3, long p2, long p1, long p0, Balance d) {
    if (d.isZero()) {
      throw new ArithmeticException("division by zero");
    }
    boolean fits = Long.compareUnsigned(p3, d.high()) < 0
        || p3 == d.high() && Long.compareUnsigned(p2, d.low()) < 0;
    if (!fits) {
      throw new ArithmeticException("a quotient of more than 128 bits");
    }
    return d.high() == 0 ? byOneWord(p2, p1, p0, d.low()) : byTwoWords(p3, p2, p1, p0, d);
  }

  private static Balance byOneWord(long p2, long p1, long p0, long d) {
    long upper = quotient(p2, p1, d);
    return new Balance(upper, quotient(p1 - upper * d, p0, d));
  }

  /** The divisor has its highest bit set; the dividend's upper two words are less than it. */
  private static Balance byTwoWords(long p3, long p2, long p1, long p0, Balance d) {
    int shift = Long.numberOfLeadingZeros(d.high());
    if (shift == 0) {
      return byTwoWords(p3, p2, p1, p0, d.high(), d.low());
    }
    int back = Long.SIZE - shift;
    return byTwoWords(p3 << shift | p2 >>> back, p2 << shift | p1 >>> back,
        p1 << shift | p0 >>> back, p0 << shift, d.high() << shift | d.low() >>> back,
        d.low() << shift);
  }

  private static Balance byTwoWords(long p3, long p2, long p1, long p0, long d1, long d0) {
    long upper = digit(p3, p2, p1, d1, d0);
    // the rest p3:p2:p1 - upper · d1:d0, which is less than d1:d0
    long low = upper * d0;
    long r0 = p1 - low;
    long borrow = Long.compareUnsigned(p1, low) < 0 ? 1 : 0;
    long r1 = p2 - upper * d1 - Math.unsignedMultiplyHigh(upper, d0) - borrow;
    return new Balance(upper, digit(r1, r0, p0, d1, d0));
  }

  /** The word {@code ⌊u2:u1:u0 / d1:d0⌋} for u2:u1 below d1:d0 and d1 with its highest bit set. */
  private static long digit(long u2, long u1, long u0, long d1, long d0) {
    long q;
    long rest;
    if (u2 == d1) {
      q = -1;
      rest = u1 + d1;
      if (Long.compareUnsigned(rest, d1) < 0) {
        return q;
      }
    } else {
      q = quotient(u2, u1, d1);
      rest = u1 - q * d1;
    }
    // q is too large by two at most
    while (isMore(q, d0, rest, u0)) {
      q--;
      rest += d1;
      if (Long.compareUnsigned(rest, d1) < 0) {
        break;
      }
    }
    return q;
  }

  /** Whether {@code q · d > high:low}. */
  private static boolean isMore(long q, long d, long high, long low) {
    int order = Long.compareUnsigned(Math.unsignedMultiplyHigh(q, d), high);
    return order > 0 || order == 0 && Long.compareUnsigned(q * d, low) > 0;
  }

  /** {@code ⌊high:low / d⌋} for high below d: two digits of half a word. */
  private static long quotient(long high, long low, long d) {
    if (high == 0) {
      return Long.divideUnsigned(low, d);
    }
    int shift = Long.numberOfLeadingZeros(d);
    long divisor = d << shift;
    long upper = shift == 0 ? high : high << shift | low >>> Long.SIZE - shift;
    long lower = low << shift;
    long first = half(upper, lower >>> 32, divisor);
    long rest = (upper << 32 | lower >>> 32) - first * divisor;
    return first << 32 | half(rest, lower & LOW_HALF, divisor);
  }

  /** {@code ⌊(u · 2^32 + next) / d⌋} for u below d and d with its highest bit set. */
  private static long half(long u, long next, long d) {
    long upper = d >>> 32;
    long q = Long.divideUnsigned(u, upper);
    long rest = u - q * upper;
    while (q > LOW_HALF
        || Long.compareUnsigned(q * (d & LOW_HALF), rest << 32 | next) > 0) {
      q--;
      rest += upper;
      if (rest > LOW_HALF) {
        break;
      }
    }
    return q;
  }
}
