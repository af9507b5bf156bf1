package io.fairlead.rewards.wire;

import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Perbill;

/** The bounds of Rewards on the test network. */
public final class RewardsLimits {
  private RewardsLimits() {}

  /** Bytes of a vault's name. */
  public static final int VAULT_NAME_BYTES_MAX = 64;
  /** Bytes of a vault's logo. */
  public static final int VAULT_LOGO_BYTES_MAX = 256;
  /** Rewards that wait for one account; a further one is dropped without an error. */
  public static final int PENDING_REWARDS_MAX = 100;
  /** Largest deposit cap of a vault: 10^12 TNT. */
  public static final Balance DEPOSIT_CAP_MAX = Balance.tnt(1_000_000_000_000L);
  /** Largest incentive cap of a vault: 10^12 TNT. */
  public static final Balance INCENTIVE_CAP_MAX = DEPOSIT_CAP_MAX;
  /** Largest yearly share, 20 %; the chain configures it and checks it nowhere. */
  public static final Perbill APY_MAX = new Perbill(200_000_000);
  /** Largest decay rate: 10 %. */
  public static final Perbill DECAY_RATE_MAX = new Perbill(100_000_000);
}
