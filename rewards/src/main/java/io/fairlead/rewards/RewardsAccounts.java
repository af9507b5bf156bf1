package io.fairlead.rewards;

import io.fairlead.restaking.RestakingAccounts;
import io.fairlead.substrate.primitive.AccountId;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The accounts of Rewards. */
public final class RewardsAccounts {
  private static final int SUBACCOUNT_OFFSET = 12;

  private RewardsAccounts() {}

  /** Pays what jobs earned. */
  public static final AccountId PALLET = RestakingAccounts.ofPallet("py/tnrew");

  /** A pot for vault 0 that is not {@link #PALLET}: the same with a 1 behind the id. */
  public static final AccountId OWN_POT_OF_ZERO = ownPotOfZero();

  private static AccountId ownPotOfZero() {
    byte[] account = PALLET.bytes();
    account[SUBACCOUNT_OFFSET + 1 + Integer.BYTES] = 1;
    return AccountId.of(account);
  }

  /**
   * The pot of a vault: the pallet's account followed by kind 0 and the id. The pot of vault 0 is the
   * pallet's account itself.
   *
   * @param vaultId u32
   */
  public static AccountId pot(long vaultId) {
    byte[] account = PALLET.bytes();
    ByteBuffer.wrap(account).order(ByteOrder.LITTLE_ENDIAN).putInt(SUBACCOUNT_OFFSET + 1,
        (int) vaultId);
    return AccountId.of(account);
  }
}
