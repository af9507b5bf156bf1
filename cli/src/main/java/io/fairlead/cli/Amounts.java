package io.fairlead.cli;

import io.fairlead.substrate.primitive.Balance;
import java.math.BigDecimal;

/** Amounts as people read them; JSON always has the smallest unit as a string. */
public final class Amounts {
  private static final int DECIMALS = 18;

  private Amounts() {}

  /** Planck as TNT, exact: {@code 1234.5 TNT}. */
  public static String tnt(Balance planck) {
    return decimal(planck, DECIMALS) + " TNT";
  }

  /** An amount of something with so many decimals, exact. */
  public static String decimal(Balance amount, int decimals) {
    BigDecimal units = new BigDecimal(amount.toBigInteger(), decimals).stripTrailingZeros();
    return units.signum() == 0 ? "0" : units.toPlainString();
  }
}
