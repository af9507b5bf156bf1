package io.fairlead.runtime;

import java.util.Map;

/**
 * What distinguishes one deployed runtime from another: names, versions, indices, constants.
 *
 * @param name by which users choose it
 * @param ss58Prefix of addresses
 * @param specName name of the specification, and of the implementation
 * @param specVersion u32
 * @param transactionVersion u32
 * @param crate path prefix of the runtime's own types in metadata
 * @param blockMillis time between two blocks
 * @param epochBlocks length of a session, and so of a round
 * @param token symbol of the native currency
 * @param decimals of the native currency
 * @param indices of the pallets by name
 */
public record Profile(String name, int ss58Prefix, String specName, int specVersion,
    int transactionVersion, String crate, long blockMillis, long epochBlocks, String token,
    int decimals, Map<String, Integer> indices) {

  /** The testnet runtime of release v1.4.3, 6-second build. */
  public static final Profile TANGLE_TESTNET = new Profile("tangle-testnet", 42, "tangle-testnet",
      1403, 1, "tangle_testnet_runtime", 6_000, 1_200, "tTNT", 18,
      Map.ofEntries(Map.entry("System", 1), Map.entry("Timestamp", 2), Map.entry("Sudo", 3),
          Map.entry("Assets", 5), Map.entry("Balances", 6), Map.entry("TransactionPayment", 7),
          Map.entry("Staking", 17), Map.entry("Session", 18), Map.entry("BagsList", 23),
          Map.entry("EVM", 34), Map.entry("MultiAssetDelegation", 45), Map.entry("Services", 51),
          Map.entry("Rewards", 53), Map.entry("Credits", 59)));

  public Profile {
    indices = Map.copyOf(indices);
  }

  /** Index of a pallet of this runtime; a name that it does not have is a bug of the caller. */
  public int index(String pallet) {
    Integer index = indices.get(pallet);
    if (index == null) {
      throw new IllegalArgumentException(name + " has no pallet " + pallet);
    }
    return index;
  }
}
