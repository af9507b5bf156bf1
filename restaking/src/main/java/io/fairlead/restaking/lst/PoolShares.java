package io.fairlead.restaking.lst;

import io.fairlead.substrate.primitive.Balance;
import java.math.BigInteger;

/**
 * How points and planck turn into each other, floored, through 256 bits ({@code balance_to_point},
 * {@code point_to_balance}).
 */
public final class PoolShares {
  private PoolShares() {}

  /**
   * Points for {@code funds} planck that come to {@code points} points for {@code balance} planck. The
   * first points are one a planck; where points stand for nothing, each planck gets as many as there
   * are.
   */
  public static Balance pointsFor(Balance funds, Balance balance, Balance points) {
    if (points.isZero()) {
      return funds;
    }
    return balance.isZero() ? funds.saturatingTimes(points) : floored(points, funds, balance);
  }

  /** Planck for {@code part} of {@code points} points that stand for {@code balance} planck. */
  public static Balance fundsFor(Balance part, Balance balance, Balance points) {
    return balance.isZero() || points.isZero() || part.isZero() ? Balance.ZERO
        : floored(balance, part, points);
  }

  /** {@code ⌊a · b / divisor⌋}, at most 2^128 − 1. */
  private static Balance floored(Balance a, Balance b, Balance divisor) {
    BigInteger result =
        a.toBigInteger().multiply(b.toBigInteger()).divide(divisor.toBigInteger());
    return result.bitLength() > 128 ? Balance.MAX : Balance.of(result);
  }
}
