package io.fairlead.rewards.credits.wire;

import io.fairlead.restaking.RestakingAccounts;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;

/** The bounds and constants of Credits, equal on both networks with blocks of 6 seconds. */
public final class CreditsLimits {
  private CreditsLimits() {}

  /** Credits for one burnt planck. */
  public static final Balance BURN_CONVERSION_RATE = Balance.of(1_000);
  /** Longest time for which credits accrue: 7 days of blocks. */
  public static final long CLAIM_WINDOW_BLOCKS = 100_800;
  /** Who gets what is burnt: the treasury. */
  public static final AccountId BURN_RECIPIENT = RestakingAccounts.ofPallet("py/trsry");
  /** Bytes of the name of an account outside the chain. */
  public static final int OFFCHAIN_ACCOUNT_ID_BYTES_MAX = 1_024;
  /** Tiers of one table. */
  public static final int STAKE_TIERS_MAX = 20;
  /** Credits of one tier for one block. */
  public static final Balance RATE_PER_BLOCK_MAX = Balance.UNIT;
}
