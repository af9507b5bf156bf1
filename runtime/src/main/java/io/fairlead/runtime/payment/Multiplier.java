package io.fairlead.runtime.payment;

import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/**
 * A factor with 18 decimals ({@code sp_arithmetic::FixedU128}). Products are rounded down and
 * saturate.
 *
 * @param inner the factor in units of 10^-18
 */
public record Multiplier(Balance inner) {
  private static final long DECIMALS = 1_000_000_000_000_000_000L;
  /** 10^18 is divided by in two steps of this divisor, which fits into 31 bits. */
  private static final int HALF_DECIMALS = 1_000_000_000;

  /** 1. */
  public static final Multiplier ONE = new Multiplier(Balance.UNIT);

  static final Codec<Multiplier> CODEC = Balance.CODEC.as(Multiplier::new, Multiplier::inner)
      .shaped(new Shape.Composite("sp_arithmetic::fixed_point::FixedU128", List.of(),
          List.of(new Shape.Field(null, Balance.CODEC.shape(), "u128"))));

  /** {@code numerator / denominator}, rounded down; the latter is above zero. */
  static Multiplier of(long numerator, long denominator) {
    return new Multiplier(
        Balance.of(numerator).mulDivFloor(Balance.UNIT, Balance.of(denominator)));
  }

  /** {@code ⌊this · amount⌋} for an unsigned 64-bit amount. */
  Balance times(long amount) {
    if (inner.high() == 0) {
      if (inner.low() == DECIMALS) {
        return new Balance(0, amount);
      }
      return new Balance(Math.unsignedMultiplyHigh(inner.low(), amount), inner.low() * amount)
          .mulDivFloor(1, HALF_DECIMALS).mulDivFloor(1, HALF_DECIMALS);
    }
    return times(new Balance(0, amount));
  }

  private Balance times(Balance amount) {
    if ((inner.high() | amount.high()) == 0) {
      return times(amount.low());
    }
    var product = inner.toBigInteger().multiply(amount.toBigInteger())
        .divide(Balance.UNIT.toBigInteger());
    return product.bitLength() > 128 ? Balance.MAX : Balance.of(product);
  }

  Multiplier times(Multiplier other) {
    return new Multiplier(times(other.inner));
  }

  Multiplier plus(Multiplier other) {
    return new Multiplier(inner.saturatingPlus(other.inner));
  }

  Multiplier minus(Multiplier other) {
    return new Multiplier(inner.saturatingMinus(other.inner));
  }

  Multiplier half() {
    return new Multiplier(inner.divideFloor(Balance.of(2)));
  }

  Multiplier max(Multiplier other) {
    return new Multiplier(inner.max(other.inner));
  }
}
