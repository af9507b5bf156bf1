package io.fairlead.runtime.payment;

import io.fairlead.runtime.system.BlockWeights;
import io.fairlead.substrate.pallet.Weight;
import io.fairlead.substrate.primitive.Balance;
import java.math.BigInteger;

/**
 * How the multiplier follows the fullness of blocks
 * ({@code pallet_transaction_payment::TargetedFeeAdjustment}): it grows above a quarter of the normal
 * weight and falls below it.
 */
final class FeeAdjustment {
  private FeeAdjustment() {}

  private static final Multiplier VARIABILITY = Multiplier.of(1, 100_000);
  private static final Multiplier VARIABILITY_SQUARED_HALF =
      VARIABILITY.times(VARIABILITY).half();
  private static final Multiplier LEAST = Multiplier.of(1, 1_000_000_000);
  private static final int TARGET_DIVISOR = 4;
  private static final BigInteger BILLION = BigInteger.valueOf(1_000_000_000);
  private static final Weight FULL = full();

  private static Weight full() {
    Weight most = BlockWeights.TANGLE.perClass().normal().maxTotal();
    return most == null ? BlockWeights.TANGLE.maxBlock() : most;
  }

  /** By how much of itself the multiplier falls in a block without normal calls. */
  private static final Multiplier FALL_WHEN_EMPTY = change(unsigned(FULL.refTime()), false,
      quarter(unsigned(FULL.refTime())));

  /** The multiplier after a block whose normal calls used {@code used}. */
  static Multiplier next(Multiplier before, Weight used) {
    Multiplier previous = before.max(LEAST);
    if (used.equals(Weight.ZERO)) {
      return previous.minus(FALL_WHEN_EMPTY.times(previous)).max(LEAST);
    }
    Balance refTime = unsigned(used.refTime()).min(unsigned(FULL.refTime()));
    Balance proofSize = unsigned(used.proofSize()).min(unsigned(FULL.proofSize()));
    boolean proofLimits = billionths(refTime, FULL.refTime())
        .compareTo(billionths(proofSize, FULL.proofSize())) < 0;
    Balance limit = unsigned(proofLimits ? FULL.proofSize() : FULL.refTime());
    Balance weight = proofLimits ? proofSize : refTime;
    Balance target = quarter(limit);

    boolean above = weight.compareTo(target) >= 0;
    Balance distance = above ? weight.minus(target) : target.minus(weight);
    Multiplier change = change(limit, above, distance);
    return above ? previous.plus(change.times(previous))
        : previous.minus(change.times(previous)).max(LEAST);
  }

  /** The change by a weight so far from its target, as a part of the multiplier. */
  private static Multiplier change(Balance limit, boolean above, Balance distance) {
    var diff = new Multiplier(distance.mulDivFloor(Balance.UNIT, limit));
    Multiplier first = VARIABILITY.times(diff);
    Multiplier second = VARIABILITY_SQUARED_HALF.times(diff.times(diff));
    return above ? first.plus(second) : first.minus(second);
  }

  private static Balance unsigned(long word) {
    return new Balance(0, word);
  }

  private static BigInteger billionths(Balance part, long whole) {
    return part.toBigInteger().multiply(BILLION).divide(unsigned(whole).toBigInteger());
  }

  /** 25 % of {@code limit}, rounded to the nearest, halves down. */
  private static Balance quarter(Balance limit) {
    return limit.plus(Balance.of(TARGET_DIVISOR / 2 - 1)).divideFloor(Balance.of(TARGET_DIVISOR));
  }
}
