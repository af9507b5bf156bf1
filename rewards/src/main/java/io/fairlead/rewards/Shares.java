package io.fairlead.rewards;

import io.fairlead.rewards.VaultRules.Share;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Perbill;

/** What of a vault's reward belongs to a score. */
final class Shares {
  private static final Balance BILLION = Balance.of(Perbill.ONE);

  private final Share share;

  Shares(Share share) {
    this.share = share;
  }

  /** The part of {@code reward} that {@code score} of {@code total} gets: all of it at most, and of nothing. */
  Balance of(Balance reward, Balance score, Balance total) {
    return switch (share) {
      case BILLIONTHS -> ratio(score, total).mulFloor(reward);
      case EXACT -> score.compareTo(total) >= 0 ? reward : reward.mulDivFloor(score, total);
    };
  }

  /** {@code ⌊10^9 · part / whole⌋}, all of it where that would be more or {@code whole} is zero. */
  static Perbill ratio(Balance part, Balance whole) {
    if (whole.isZero() || part.compareTo(whole) > 0) {
      return new Perbill(Perbill.ONE);
    }
    return new Perbill((int) BILLION.mulDivFloor(part, whole).low());
  }
}
