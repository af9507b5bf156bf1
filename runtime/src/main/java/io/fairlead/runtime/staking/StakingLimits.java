package io.fairlead.runtime.staking;

/** The bounds and periods of Staking, the same on both networks. */
public final class StakingLimits {
  private StakingLimits() {}

  /** Chunks on the way out of one bond. */
  public static final int UNLOCKING_CHUNKS_MAX = 32;
  /** Targets of one nomination. */
  public static final int NOMINATIONS_MAX = 16;
  /** Eras that history keeps. */
  public static final int HISTORY_ERAS = 80;
  /** Eras from unbonding to withdrawing. */
  public static final long BONDING_ERAS = 14;

  static final long SLASH_DEFER_ERAS = 10;
  static final int EXPOSURE_PAGE_MAX = 64;
  /** Spans of slashes that the weight of unbonding reckons with. */
  static final int SPECULATIVE_SPANS = 32;
}
