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
