package io.fairlead.rewards;

import io.fairlead.rewards.VaultRules.DecayRate;
import io.fairlead.rewards.VaultRules.DecayReach;
import io.fairlead.rewards.wire.RewardsLimits;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Perbill;

/** How rewards shrink for who claims late ({@code calculate_decay_factor}). */
final class Decay {
  private static final int PERCENT = Perbill.ONE / 100;
  private static final Perbill WHOLE = new Perbill(Perbill.ONE);

  private final DecayRate reading;
  private final DecayReach reach;

  Decay(DecayRate reading, DecayReach reach) {
    this.reading = reading;
    this.reach = reach;
  }

  /**
   * What is left of a reward; a tenth may go at most.
   *
   * @param elapsed blocks since the last claim, u64
   * @param start blocks up to which nothing shrinks, u64
   */
  Perbill factor(long elapsed, long start, Perbill rate) {
    if (Long.compareUnsigned(elapsed, start) <= 0) {
      return WHOLE;
    }
    int lost = lost(rate);
    return lost == 0 ? WHOLE : switch (reach) {
      case WHOLE_PERIOD -> new Perbill(Perbill.ONE - lost);
      case LATE_BLOCKS -> new Perbill(Perbill.ONE - (int) Balance.of(lost)
          .mulDivFloor(new Balance(0, elapsed - start), new Balance(0, elapsed)).low());
    };
  }

  /** The parts that a late block loses. */
  private int lost(Perbill rate) {
    int most = RewardsLimits.DECAY_RATE_MAX.parts();
    return switch (reading) {
      case PARTS_AS_PERCENT -> Math.min(rate.parts(), most / PERCENT) * PERCENT;
      case SHARE -> Math.min(rate.parts(), most);
    };
  }
}
