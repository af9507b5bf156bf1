package io.fairlead.services;

import io.fairlead.substrate.hash.Blake2b;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.EvmAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The accounts of Services and of the EVM ({@code HashedAddressMapping<BlakeTwo256>}). */
public final class ServicesAccounts {
  private ServicesAccounts() {}

  private static final byte[] EVM_TAG = "evm:".getBytes(StandardCharsets.US_ASCII);

  /** The pallet in the EVM: sender of every hook. */
  public static final EvmAddress PALLET_EVM =
      EvmAddress.hex("0x09df6a941ee03b1e632904e382e10862fa9cc0e3");

  /** The pallet's account, which holds staged payments: that of {@link #PALLET_EVM}. */
  public static final AccountId PALLET = accountOf(PALLET_EVM);

  /** The account of an EVM address: {@code blake2_256("evm:" ++ address)}; nobody has its key. */
  public static AccountId accountOf(EvmAddress address) {
    byte[] tagged = Arrays.copyOf(EVM_TAG, EVM_TAG.length + 20);
    System.arraycopy(address.bytes().array(), 0, tagged, EVM_TAG.length, 20);
    return AccountId.of(Blake2b.hash256(tagged));
  }

  /** The address of an account in the arguments of a contract: its first 20 bytes. */
  public static EvmAddress addressOf(AccountId account) {
    return EvmAddress.of(Arrays.copyOf(account.bytes(), 20));
  }
}
