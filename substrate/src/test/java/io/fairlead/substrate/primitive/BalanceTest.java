package io.fairlead.substrate.primitive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BalanceTest {
  private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(128);

  @Property
  void arithmetic_agrees_with_big_integers(@ForAll("amounts") Balance a,
      @ForAll("amounts") Balance b, @ForAll @IntRange(max = 1_000_000_000) int factor) {
    BigInteger x = a.toBigInteger();
    BigInteger y = b.toBigInteger();

    BigInteger sum = x.add(y);
    assertThat(a.canAdd(b)).isEqualTo(sum.compareTo(LIMIT) < 0);
    assertThat(a.saturatingPlus(b).toBigInteger())
        .isEqualTo(sum.min(LIMIT.subtract(BigInteger.ONE)));
    assertThat(a.saturatingMinus(b).toBigInteger())
        .isEqualTo(x.subtract(y).max(BigInteger.ZERO));
    assertThat(a.compareTo(b)).isEqualTo(x.compareTo(y));
    assertThat(a.mulDivFloor(Math.min(factor, 999_999_999), 1_000_000_000).toBigInteger())
        .isEqualTo(x.multiply(BigInteger.valueOf(Math.min(factor, 999_999_999)))
            .divide(BigInteger.valueOf(1_000_000_000)));
    assertThat(Balance.parse(a.toString())).isEqualTo(a);
    assertThat(Balance.CODEC.decode(Balance.CODEC.encode(a)).trusted()).isEqualTo(a);
    byte[] compact = Balance.COMPACT.encode(a);
    assertThat(Balance.COMPACT.decode(compact).trusted()).isEqualTo(a);
    assertThat(Balance.COMPACT.size(a)).isEqualTo(compact.length);
    BigInteger product = x.multiply(BigInteger.valueOf(factor));
    if (product.compareTo(LIMIT) < 0) {
      assertThat(a.times(factor).toBigInteger()).isEqualTo(product);
    } else {
      assertThatThrownBy(() -> a.times(factor)).isInstanceOf(ArithmeticException.class);
    }
  }

  @Property(tries = 20_000)
  void wide_products_and_quotients_agree_with_big_integers(@ForAll("wide") Balance a,
      @ForAll("wide") Balance b, @ForAll("wide") Balance d) {
    BigInteger x = a.toBigInteger();
    BigInteger y = b.toBigInteger();
    BigInteger z = d.toBigInteger();

    assertThat(a.saturatingTimes(b).toBigInteger())
        .isEqualTo(x.multiply(y).min(LIMIT.subtract(BigInteger.ONE)));
    if (d.isZero()) {
      assertThatThrownBy(() -> a.divideFloor(d)).isInstanceOf(ArithmeticException.class);
      assertThatThrownBy(() -> a.mulDivFloor(b, d)).isInstanceOf(ArithmeticException.class);
      return;
    }
    assertThat(a.divideFloor(d).toBigInteger()).isEqualTo(x.divide(z));
    BigInteger quotient = x.multiply(y).divide(z);
    if (quotient.compareTo(LIMIT) < 0) {
      assertThat(a.mulDivFloor(b, d).toBigInteger()).isEqualTo(quotient);
    } else {
      assertThatThrownBy(() -> a.mulDivFloor(b, d)).isInstanceOf(ArithmeticException.class);
    }
  }

  /** Words that make carries, borrows and wrong first guesses of digits likely. */
  @Provide
  Arbitrary<Balance> wide() {
    Arbitrary<Long> words = Arbitraries.oneOf(Arbitraries.longs(),
        Arbitraries.of(0L, 1L, -1L, -2L, Long.MIN_VALUE, Long.MAX_VALUE, 0xffff_ffffL,
            0xffff_ffff_0000_0000L, 0x8000_0000_0000_0001L, 0x1_0000_0000L));
    return Combinators.combine(words, words, Arbitraries.integers().between(0, 127))
        .as((high, low, shift) -> Balance
            .of(new Balance(high, low).toBigInteger().shiftRight(shift)));
  }

  @Provide
  Arbitrary<Balance> amounts() {
    return Arbitraries.bigIntegers().between(BigInteger.ZERO, LIMIT.subtract(BigInteger.ONE))
        .map(Balance::of);
  }

  @Test
  void nothing_wraps() {
    assertThatThrownBy(() -> Balance.MAX.plus(Balance.of(1)))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Balance.ZERO.minus(Balance.of(1)))
        .isInstanceOf(ArithmeticException.class);
    assertThat(Balance.tnt(100_000_000).toString()).isEqualTo("100000000000000000000000000");
  }
}
