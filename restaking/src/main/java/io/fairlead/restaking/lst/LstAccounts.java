package io.fairlead.restaking.lst;

import io.fairlead.restaking.RestakingAccounts;
import io.fairlead.substrate.primitive.AccountId;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The accounts of Lst and of its pools. */
public final class LstAccounts {
  static final String PALLET_ID = "py/tnlst";
  private static final byte BONDED = 0;
  private static final byte REWARD = 1;

  private LstAccounts() {}

  /** Owner and admin of every pool token. */
  public static final AccountId ADMIN = RestakingAccounts.ofPallet(PALLET_ID);

  /** The account whose planck a pool has bonded. */
  public static AccountId bonded(long pool) {
    return of(BONDED, pool);
  }

  /** The account to which the rewards of a pool go. */
  public static AccountId reward(long pool) {
    return of(REWARD, pool);
  }

  /** {@code into_sub_account_truncating}. */
  private static AccountId of(byte type, long pool) {
    return AccountId.of(ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN)
        .put(("modl" + PALLET_ID).getBytes(StandardCharsets.US_ASCII)).put(type)
        .putInt((int) pool).array());
  }
}
