package io.fairlead.restaking;

import io.fairlead.substrate.hash.Blake2b;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.EvmAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The accounts that restaking knows without asking, and how EVM addresses and accounts map. */
public final class RestakingAccounts {
  private RestakingAccounts() {}

  /** Holds all deposits: the account of {@code PotStake}. */
  public static final AccountId PALLET = ofPallet("PotStake");
  /** The pallet's account in the EVM: the first 20 bytes of {@link #PALLET}. */
  public static final EvmAddress PALLET_EVM = truncated(PALLET);
  /** Where slashed money goes: the treasury. */
  public static final AccountId SLASH_RECIPIENT = ofPallet("py/trsry");

  /** The account of a pallet id of 8 characters ({@code into_account_truncating}). */
  public static AccountId ofPallet(String id) {
    return AccountId.of(Arrays.copyOf(("modl" + id).getBytes(StandardCharsets.US_ASCII), 32));
  }

  /**
   * The account of an EVM address: {@code blake2_256("evm:" ++ address)}
   * ({@code HashedAddressMapping}).
   */
  public static AccountId mapped(EvmAddress address) {
    byte[] hashed = new byte[24];
    System.arraycopy("evm:".getBytes(StandardCharsets.US_ASCII), 0, hashed, 0, 4);
    System.arraycopy(address.bytes().array(), 0, hashed, 4, 20);
    return AccountId.of(Blake2b.hash256(hashed));
  }

  /** The EVM address of an account: its first 20 bytes. Not the inverse of {@link #mapped}. */
  public static EvmAddress truncated(AccountId account) {
    return EvmAddress.of(Arrays.copyOf(account.bytes(), 20));
  }
}
