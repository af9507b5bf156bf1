package io.fairlead.rewards.wire;

import io.fairlead.substrate.primitive.Perbill;

/** The bounds of Rewards that are the same on both networks. */
public final class RewardsLimits {
  private RewardsLimits() {}

  /** Bytes of a vault's name. */
  public static final int VAULT_NAME_BYTES_MAX = 64;
  /** Bytes of a vault's logo. */
  public static final int VAULT_LOGO_BYTES_MAX = 256;
  /** Rewards that wait for one account; a further one is dropped without an error. */
  public static final int PENDING_REWARDS_MAX = 100;
  /** Largest decay rate: 10 %. */
  public static final Perbill DECAY_RATE_MAX = new Perbill(100_000_000);
}
