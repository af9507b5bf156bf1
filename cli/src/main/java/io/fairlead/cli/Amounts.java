package io.fairlead.cli;

import io.fairlead.substrate.primitive.Balance;
import java.math.BigDecimal;

/** Amounts as people read them; JSON always has the smallest unit as a string. */
public final class Amounts {
  private static final int DECIMALS = 18;

  private Amounts() {}

  /** Planck as TNT, exact: {@code 1234.5 TNT}. */
  public static String tnt(Balance planck) {
    BigDecimal units = new BigDecimal(planck.toBigInteger(), DECIMALS).stripTrailingZeros();
    return (units.signum() == 0 ? "0" : units.toPlainString()) + " TNT";
  }
}
