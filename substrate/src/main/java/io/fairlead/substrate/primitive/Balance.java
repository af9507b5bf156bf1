package io.fairlead.substrate.primitive;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Input;
import io.fairlead.substrate.scale.Output;
import io.fairlead.substrate.scale.Shape;
import java.math.BigInteger;

/**
 * An amount of money in planck (10^18 planck are one TNT) or of an asset in its smallest unit:
 * unsigned, 128 bits. Arithmetic never wraps; what saturates says so.
 *
 * @param high upper 64 bits, unsigned
 * @param low lower 64 bits, unsigned
 */
public record Balance(long high, long low) implements Comparable<Balance> {
  public static final Balance ZERO = new Balance(0, 0);
  public static final Balance MAX = new Balance(-1, -1);
  /** One TNT: 10^18 planck. */
  public static final Balance UNIT = new Balance(0, 1_000_000_000_000_000_000L);

  /** {@code u128}. */
  public static final Codec<Balance> CODEC = new Plain();
  /** {@code Compact<u128>}. */
  public static final Codec<Balance> COMPACT = new Compact();

  /** An amount below 2^63. */
  public static Balance of(long planck) {
    if (planck < 0) {
      throw new IllegalArgumentException("negative amount " + planck);
    }
    return new Balance(0, planck);
  }

  /** {@code tnt} · 10^18. */
  public static Balance tnt(long tnt) {
    return UNIT.times(tnt);
  }

  /** An amount of 0 to 2^128 − 1. */
  public static Balance of(BigInteger planck) {
    if (planck.signum() < 0 || planck.bitLength() > 128) {
      throw new IllegalArgumentException("not an unsigned 128-bit number: " + planck);
    }
    return new Balance(planck.shiftRight(64).longValue(), planck.longValue());
  }

  /** An amount written in decimal digits. */
  public static Balance parse(String digits) {
    return of(new BigInteger(digits));
  }

  /** The amount as a big integer. */
  public BigInteger toBigInteger() {
    BigInteger lower = BigInteger.valueOf(low);
    if (low < 0) {
      lower = lower.add(BigInteger.ONE.shiftLeft(64));
    }
    BigInteger upper = BigInteger.valueOf(high);
    if (high < 0) {
      upper = upper.add(BigInteger.ONE.shiftLeft(64));
    }
    return upper.shiftLeft(64).add(lower);
  }

  /** Whether this is nothing. */
  public boolean isZero() { return (high | low) == 0; }

  /** Whether {@code this + other} still fits. */
  public boolean canAdd(Balance other) {
    return other.compareTo(new Balance(~high, ~low)) <= 0;
  }

  /** The sum; more than 2^128 − 1 is an {@link ArithmeticException}. */
  public Balance plus(Balance other) {
    if (!canAdd(other)) {
      throw new ArithmeticException(this + " + " + other + " overflows");
    }
    return wrappingPlus(other);
  }

  private Balance wrappingPlus(Balance other) {
    long sum = low + other.low;
    long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
    return new Balance(high + other.high + carry, sum);
  }

  /** The difference; below zero is an {@link ArithmeticException}. */
  public Balance minus(Balance other) {
    if (compareTo(other) < 0) {
      throw new ArithmeticException(this + " - " + other + " underflows");
    }
    long borrow = Long.compareUnsigned(low, other.low) < 0 ? 1 : 0;
    return new Balance(high - other.high - borrow, low - other.low);
  }

  /** The sum, at most 2^128 − 1. */
  public Balance saturatingPlus(Balance other) {
    return canAdd(other) ? wrappingPlus(other) : MAX;
  }

  /** The difference, at least zero. */
  public Balance saturatingMinus(Balance other) {
    return compareTo(other) < 0 ? ZERO : minus(other);
  }

  /** The product with a number ≥ 0; overflow is an {@link ArithmeticException}. */
  public Balance times(long factor) {
    if (factor < 0) {
      throw new IllegalArgumentException("negative factor " + factor);
    }
    long overflow = Math.unsignedMultiplyHigh(high, factor);
    long upper = high * factor;
    long carry = Math.unsignedMultiplyHigh(low, factor);
    long sum = upper + carry;
    if (overflow != 0 || Long.compareUnsigned(sum, upper) < 0) {
      throw new ArithmeticException(this + " · " + factor + " overflows");
    }
    return new Balance(sum, low * factor);
  }

  /** The product with a number ≥ 0, at most 2^128 − 1. */
  public Balance saturatingTimes(long factor) {
    if (factor < 0) {
      throw new IllegalArgumentException("negative factor " + factor);
    }
    long upper = high * factor;
    long sum = upper + Math.unsignedMultiplyHigh(low, factor);
    boolean fits = Math.unsignedMultiplyHigh(high, factor) == 0
        && Long.compareUnsigned(sum, upper) >= 0;
    return fits ? new Balance(sum, low * factor) : MAX;
  }

  /** The product, at most 2^128 − 1. */
  public Balance saturatingTimes(Balance factor) {
    if (factor.high == 0 && factor.low >= 0) {
      return saturatingTimes(factor.low);
    }
    BigInteger product = toBigInteger().multiply(factor.toBigInteger());
    return product.bitLength() > 128 ? MAX : of(product);
  }

  /** {@code ⌊this / divisor⌋} for a divisor above zero. */
  public Balance divideFloor(Balance divisor) {
    return high == 0 && divisor.high == 0
        ? new Balance(0, Long.divideUnsigned(low, divisor.low)) : Wide.divide(this, divisor);
  }

  /**
   * {@code ⌊this · factor / divisor⌋} through 256 bits, for a divisor above zero; a result that does not
   * fit is an {@link ArithmeticException}.
   */
  public Balance mulDivFloor(Balance factor, Balance divisor) {
    if (high == 0 && factor.high == 0 && divisor.high == 0
        && Math.unsignedMultiplyHigh(low, factor.low) == 0) {
      return new Balance(0, Long.divideUnsigned(low * factor.low, divisor.low));
    }
    return Wide.mulDiv(this, factor, divisor);
  }

  /** {@code ⌊this · factor / divisor⌋} for small numbers: factor ≥ 0, 0 < divisor < 2^31. */
  public Balance mulDivFloor(int factor, int divisor) {
    // 128 × 31 bits is at most 159 bits: three words of product, then schoolbook division
    long carry = Math.unsignedMultiplyHigh(low, factor);
    long word0 = low * factor;
    long word1 = high * factor;
    long word2 = Math.unsignedMultiplyHigh(high, factor);
    word1 += carry;
    if (Long.compareUnsigned(word1, carry) < 0) {
      word2++;
    }
    long rest = word2 % divisor;
    if (word2 / divisor != 0) {
      throw new ArithmeticException(this + " · " + factor + " / " + divisor + " overflows");
    }
    long upper = 0;
    long lower = 0;
    for (int shift = 32; shift >= 0; shift -= 32) {
      long part = rest << 32 | word1 >>> shift & 0xffff_ffffL;
      upper = upper << 32 | part / divisor;
      rest = part % divisor;
    }
    for (int shift = 32; shift >= 0; shift -= 32) {
      long part = rest << 32 | word0 >>> shift & 0xffff_ffffL;
      lower = lower << 32 | part / divisor;
      rest = part % divisor;
    }
    return new Balance(upper, lower);
  }

  /** The smaller of both. */
  public Balance min(Balance other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** The larger of both. */
  public Balance max(Balance other) {
    return compareTo(other) >= 0 ? this : other;
  }

  @Override
  public int compareTo(Balance other) {
    int order = Long.compareUnsigned(high, other.high);
    return order != 0 ? order : Long.compareUnsigned(low, other.low);
  }

  /** Decimal digits of the smallest unit. */
  @Override
  public String toString() {
    return high == 0 ? Long.toUnsignedString(low) : toBigInteger().toString();
  }

  private static final Shape SHAPE = new Shape.Primitive(Shape.Kind.U128);

  private record Plain() implements Codec<Balance> {
    @Override
    public void write(Balance value, Output out) {
      out.u128(value.high, value.low);
    }

    @Override
    public Balance read(Input in) {
      if (in.remaining() < 16) {
        throw in.malformed("u128", in.remaining() + " bytes");
      }
      long low = in.u64();
      return new Balance(in.u64(), low);
    }

    @Override
    public int size(Balance value) {
      return 16;
    }

    @Override
    public Shape shape() {
      return SHAPE;
    }
  }

  private record Compact() implements Codec<Balance> {
    @Override
    public void write(Balance value, Output out) {
      out.compact(value.high, value.low);
    }

    @Override
    public Balance read(Input in) {
      return in.compactU128(Balance::new);
    }

    @Override
    public int size(Balance value) {
      return Output.compactSize(value.high, value.low);
    }

    @Override
    public Shape shape() {
      return Codecs.compactOf(SHAPE);
    }
  }
}
