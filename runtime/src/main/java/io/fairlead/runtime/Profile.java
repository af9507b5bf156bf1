package io.fairlead.runtime;

import io.fairlead.runtime.assets.AssetsConfig;
import io.fairlead.runtime.balances.Ledger;
import io.fairlead.runtime.basefee.BaseFeeConfig;
import io.fairlead.runtime.basefee.Permill;
import io.fairlead.runtime.basefee.U256;
import io.fairlead.runtime.session.SessionKeys;
import io.fairlead.runtime.system.PerDispatchClass;
import io.fairlead.runtime.system.SystemPallet;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.primitive.Balance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
 * @param assets deposits and powers in Assets
 * @param baseFee what gas costs at first
 * @param sessionKeys which keys a validator has
 * @param poolMetadataBytesMax bytes of a liquid staking pool's description at most
 *     ({@code MaxMetadataLen})
 * @param blockLength bytes of extrinsics that fit into a block
 * @param sessionsPerEra sessions in an era of Staking
 */
public record Profile(String name, int ss58Prefix, String specName, int specVersion,
    int transactionVersion, String crate, long blockMillis, long epochBlocks, String token,
    int decimals, Map<String, Integer> indices, AssetsConfig assets,
    BaseFeeConfig baseFee, SessionKeys.Kind sessionKeys, int poolMetadataBytesMax,
    PerDispatchClass<Long> blockLength, int sessionsPerEra) {

  /** The testnet runtime of release v1.4.3, 6-second build; its index table is that of its metadata. */
  public static final Profile TANGLE_TESTNET = new Profile("tangle-testnet", 42, "tangle-testnet",
      1403, 1, "tangle_testnet_runtime", 6_000, 1_200, "tTNT", 18,
      indices("System 1 Timestamp 2 Sudo 3 RandomnessCollectiveFlip 4 Assets 5 "
          + "Balances 6 TransactionPayment 7 Authorship 8 Babe 9 Grandpa 10 "
          + "Indices 11 Democracy 12 Council 13 Vesting 14 Elections 15 "
          + "ElectionProviderMultiPhase 16 Staking 17 Session 18 Historical 19 "
          + "Treasury 20 Bounties 21 ChildBounties 22 BagsList 23 NominationPools 24 "
          + "Scheduler 25 Preimage 26 Offences 27 TxPause 28 ImOnline 29 Identity 30 "
          + "Utility 31 Multisig 32 Ethereum 33 EVM 34 EVMChainId 35 DynamicFee 36 "
          + "BaseFee 37 HotfixSufficients 38 Claims 39 Proxy 44 "
          + "MultiAssetDelegation 45 Services 51 Lst 52 Rewards 53 Ismp 55 "
          + "IsmpGrandpa 56 Hyperbridge 57 TokenGateway 58 Credits 59"),
      new AssetsConfig(Balance.tnt(10), Balance.tnt(10), Ledger.EXISTENTIAL_DEPOSIT,
          AssetsConfig.LST, Origin::isRoot),
      new BaseFeeConfig(U256.of(1_000_000), new Permill(125_000)), SessionKeys.Kind.THREE, 2,
      SystemPallet.BLOCK_LENGTH, 3);

  /**
   * The mainnet runtime of the same release, as its sources say: nobody has published metadata of it.
   * What bounds blueprints in Services is still the testnet's.
   */
  public static final Profile TANGLE_MAINNET = new Profile("tangle-mainnet", 5_845, "tangle",
      1403, 1, "tangle_runtime", 6_000, 2_400, "TNT", 18,
      indices("System 1 Timestamp 2 Sudo 3 RandomnessCollectiveFlip 4 Balances 5 "
          + "TransactionPayment 6 Authorship 7 Babe 8 Grandpa 9 Indices 10 "
          + "Democracy 11 Council 12 Vesting 13 Elections 14 "
          + "ElectionProviderMultiPhase 15 Staking 16 Session 17 Historical 18 "
          + "Treasury 19 Bounties 20 ChildBounties 21 BagsList 22 NominationPools 23 "
          + "Scheduler 24 Preimage 25 Offences 26 Proxy 27 TxPause 28 ImOnline 29 "
          + "Identity 30 Utility 31 Multisig 32 Ethereum 33 EVM 34 EVMChainId 35 "
          + "DynamicFee 36 BaseFee 37 HotfixSufficients 38 Claims 39 Lst 40 "
          + "Assets 44 MultiAssetDelegation 45 Services 46 Rewards 47 Credits 48"),
      new AssetsConfig(Balance.ZERO, Balance.ZERO, Balance.ZERO, AssetsConfig.LST,
          Origin::isRootOrHalf),
      new BaseFeeConfig(U256.of(1_000_000_000), Permill.ZERO), SessionKeys.Kind.WITH_ROLE, 256,
      new PerDispatchClass<>(3_932_160L, 5_242_880L, 5_242_880L), 6);

  /** Before the name of the profile among what a chain is born with. */
  public static final String SETTING = "profile=";

  /** All, the first is the default. */
  public static final List<Profile> ALL = List.of(TANGLE_TESTNET, TANGLE_MAINNET);

  /** The profile of that name. */
  public static Optional<Profile> named(String name) {
    return ALL.stream().filter(profile -> profile.name.equals(name)).findFirst();
  }

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

  /** Names and indices, by turns. */
  private static Map<String, Integer> indices(String table) {
    String[] words = table.split(" ");
    var byName = new HashMap<String, Integer>();
    for (int i = 0; i < words.length; i += 2) {
      byName.put(words[i], Integer.valueOf(words[i + 1]));
    }
    return byName;
  }
}
