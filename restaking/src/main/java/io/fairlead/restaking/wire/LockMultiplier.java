package io.fairlead.restaking.wire;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;

/** How long a deposit is locked and how its score is multiplied. The values are the indices. */
public enum LockMultiplier {
  ONE_MONTH(1, "OneMonth"), TWO_MONTHS(2, "TwoMonths"), THREE_MONTHS(3, "ThreeMonths"),
  SIX_MONTHS(6, "SixMonths");

  /** Blocks of 6 seconds in 30 days. */
  private static final long MONTH_BLOCKS = 432_000;

  /** One byte: 1, 2, 3 or 6. */
  public static final Codec<LockMultiplier> CODEC =
      Codecs.plainEnum("tangle_primitives::types::rewards::LockMultiplier", values(),
          LockMultiplier::value, m -> m.chainName);

  private final int value;
  private final String chainName;

  LockMultiplier(int value, String chainName) {
    this.value = value;
    this.chainName = chainName;
  }

  /** Factor of the score, and months. */
  public int value() {
    return value;
  }

  /** Length of the lock in blocks. */
  public long blocks() {
    return value * MONTH_BLOCKS;
  }
}
