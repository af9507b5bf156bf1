package io.fairlead.client;

import io.fairlead.substrate.primitive.Balance;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/**
 * The chain's own token ({@code system_properties}).
 *
 * @param symbol such as {@code TNT}
 * @param decimals of one token in its smallest unit
 */
public record Units(String symbol, int decimals) {

  /** An amount of the smallest unit as people read it, exact: {@code 1234.5 TNT}. */
  public String text(Balance amount) {
    BigDecimal units =
        new BigDecimal(amount.toBigInteger(), decimals).stripTrailingZeros();
    return (units.signum() == 0 ? "0" : units.toPlainString()) + " " + symbol;
  }

  /** The smallest units in a text like {@code 1.5 TNT}; empty for other texts. */
  public Optional<BigInteger> parse(String text) {
    if (!text.endsWith(symbol) || symbol.isEmpty()) {
      return Optional.empty();
    }
    String number = text.substring(0, text.length() - symbol.length()).strip();
    if (!number.matches("[0-9_]{1,40}(\\.[0-9]{1," + Math.max(1, decimals) + "})?")) {
      return Optional.empty();
    }
    return Optional.of(new BigDecimal(number.replace("_", "")).scaleByPowerOfTen(decimals)
        .toBigInteger());
  }
}
