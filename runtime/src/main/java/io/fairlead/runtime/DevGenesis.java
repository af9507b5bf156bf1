package io.fairlead.runtime;

import io.fairlead.restaking.RestakingAccounts;
import io.fairlead.rewards.RewardsAccounts;
import io.fairlead.runtime.managers.ManagerScript;
import io.fairlead.runtime.session.SessionKeys;
import io.fairlead.runtime.session.SessionStorage;
import io.fairlead.services.ServicesAccounts;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.EvmAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Block 0 of a dev chain: the accounts that every Substrate dev chain has, {@code //Alice} with the key
 * of Sudo, and managers that answer by script.
 */
public final class DevGenesis {
  private DevGenesis() {}

  /** {@code //Alice}, sr25519: holds the key of Sudo. */
  public static final AccountId ALICE =
      AccountId.hex("d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d");

  /** {@code //Alice} … {@code //Ferdie} and their {@code //stash}, sr25519. */
  public static final List<AccountId> ACCOUNTS = List.of(ALICE,
      AccountId.hex("8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48"),
      AccountId.hex("90b5ab205c6974c9ea841be688864633dc9ca8a357843eeacf2314649965fe22"),
      AccountId.hex("306721211d5404bd9da88e0204360a1a9ab8b87c66c1bc2fcdd37f3c2222cc20"),
      AccountId.hex("e659a7a1628cdd93febc04a4e0646ea20e9f5f0ce097d9a05290d4a9e054df4e"),
      AccountId.hex("1cbd2d43530a44705ad088af313e18f80b53ef16b36177cd4b77b846f2a5f07c"),
      AccountId.hex("be5ddb1579b72e84524fc29e78609e3caf42e85aa118ebfe0b0ad404b5bdd25f"),
      AccountId.hex("fe65717dad0447d715f660a0a58411de509b42e6efb8375f562f58a554d5860e"),
      AccountId.hex("1e07379407fecc4b89eb7dbd287c2c781cfb1907a96947a3eb18e4f8e7198625"),
      AccountId.hex("e860f1b1c7227f7c22602f53f15af80747814dffd839719731ee3bba6edc126c"),
      AccountId.hex("8ac59e11963af19174d0b94d5d78041c233f55d2e19324665bafdfb62925af2d"),
      AccountId.hex("101191192fc877c24d725b337120fa3edc63d227bbc92705db1e2cb65f56981a"));

  /** The master manager, revision 0: passes every hook on to the blueprint's own manager. */
  public static final EvmAddress MASTER = repeated("b2");
  /** A manager that accepts everything and names {@link #SLASHER} and {@link #DISPUTER}. */
  public static final EvmAddress MANAGER = repeated("21");
  /** A manager that refuses everything. */
  public static final EvmAddress REFUSING_MANAGER = repeated("23");
  /** Slashing origin of services whose blueprint is managed by {@link #MANAGER}. */
  public static final EvmAddress SLASHER = repeated("5a");
  /** Dispute origin of these services. */
  public static final EvmAddress DISPUTER = repeated("5d");

  /** The account of {@link #SLASHER}: nobody has its key, Sudo can act for it. */
  public static final AccountId SLASHING_ACCOUNT = ServicesAccounts.accountOf(SLASHER);
  /** The account of {@link #DISPUTER}. */
  public static final AccountId DISPUTING_ACCOUNT = ServicesAccounts.accountOf(DISPUTER);

  /** Session and round of block 0: a slash of round 0 would be taken in the next block. */
  public static final long FIRST_SESSION = 1;

  private static final Balance OF_ACCOUNT = Balance.tnt(1_000_000);
  private static final Balance OF_PALLET = Balance.UNIT;

  private static EvmAddress repeated(String digits) {
    return EvmAddress.hex(digits.repeat(20));
  }

  /**
   * The genesis. Each dev account has 1,000,000 TNT. The accounts of pallets and of the EVM addresses
   * above exist with 1 TNT each, so that what moves through them never dies.
   */
  public static Genesis genesis() {
    return genesis(Profile.TANGLE_TESTNET);
  }

  /** The same for the runtime of {@code profile}. */
  public static Genesis genesis(Profile profile) {
    var endowments = new ArrayList<Genesis.Endowment>();
    ACCOUNTS.forEach(account -> endowments.add(new Genesis.Endowment(account, OF_ACCOUNT)));
    List.of(RestakingAccounts.PALLET, RestakingAccounts.SLASH_RECIPIENT,
        RewardsAccounts.PALLET, ServicesAccounts.PALLET,
        SLASHING_ACCOUNT, DISPUTING_ACCOUNT)
        .forEach(account -> endowments.add(new Genesis.Endowment(account, OF_PALLET)));
    var managers = new TreeMap<EvmAddress, ManagerScript>();
    managers.put(MASTER, ManagerScript.forwarding());
    managers.put(MANAGER, ManagerScript.accepting(SLASHER, DISPUTER));
    managers.put(REFUSING_MANAGER, ManagerScript.refusing());
    return new Genesis(endowments, ALICE, FIRST_SESSION, List.of(validator(profile)),
        List.of(MASTER),
        managers);
  }

  /** {@code //Alice//stash} validates with the keys of {@code //Alice}, as on Substrate's dev chains. */
  private static SessionStorage.Queued validator(Profile profile) {
    Bytes sr25519 = Bytes.wrap(ALICE.bytes());
    Bytes ed25519 =
        Bytes.hex("88dc3417d5058ec4b4503e0c12ea1a0a89be200fe98922423d4334014fa6b0ee");
    Bytes role = switch (profile.sessionKeys()) {
      case THREE -> null;
      case WITH_ROLE ->
          Bytes.hex("020a1091341fe5664bfa1782d5e04779689068c916b04cb365ec3153755684d9a1");
    };
    return new SessionStorage.Queued(ACCOUNTS.get(ACCOUNTS.size() / 2),
        new SessionKeys(sr25519, ed25519, sr25519, role));
  }
}
