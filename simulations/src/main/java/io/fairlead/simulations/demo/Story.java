package io.fairlead.simulations.demo;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.AssetId;
import io.fairlead.restaking.wire.BlueprintSelection;
import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.rewards.wire.AssetAction;
import io.fairlead.rewards.wire.RewardConfig;
import io.fairlead.rewards.wire.RewardsCall;
import io.fairlead.runtime.DevGenesis;
import io.fairlead.runtime.assets.AssetsCall;
import io.fairlead.runtime.balances.BalancesCall;
import io.fairlead.runtime.sudo.SudoCall;
import io.fairlead.services.ServicesAccounts;
import io.fairlead.services.wire.AssetSecurityCommitment;
import io.fairlead.services.wire.AssetSecurityRequirement;
import io.fairlead.services.wire.BlueprintSource;
import io.fairlead.services.wire.Field;
import io.fairlead.services.wire.FieldType;
import io.fairlead.services.wire.JobDefinition;
import io.fairlead.services.wire.MasterRevision;
import io.fairlead.services.wire.MembershipModel;
import io.fairlead.services.wire.OperatorPreferences;
import io.fairlead.services.wire.PricingModel;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServiceMetadata;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.primitive.Perbill;
import io.fairlead.substrate.primitive.Percent;
import java.util.ArrayList;
import java.util.List;

/**
 * The acts of the story, chapter by chapter. On a chain that begins with {@link DevGenesis} blueprint,
 * request and service are number 0, the job calls 0 and 1, the slashes 0 and 1.
 */
public final class Story {
  /** Numbers that things get on a fresh chain. */
  public static final long BLUEPRINT = 0;
  public static final long SERVICE = 0;
  private static final long REQUEST = 0;

  /** The asset that is restaked beside TNT; 6 decimals, as stable coins have. */
  public static final Asset SECOND_ASSET = Asset.custom(1);
  private static final AssetId SECOND = AssetId.of(1);
  /** Decimals of asset 1. */
  public static final int SECOND_DECIMALS = 6;
  private static final long SECOND_UNIT = 1_000_000;

  /** Vaults of TNT and of asset 1. */
  public static final long VAULT = 1;
  private static final long SECOND_VAULT = 2;

  /** Price of a job call, paid once by whoever calls. */
  public static final Balance JOB_PRICE = Balance.tnt(25);
  /** Longest input of the job in bytes. */
  public static final int INPUT_BYTES_MAX = 1_024;

  /** The slash that is disputed, and the one that bites. */
  private static final Percent DISPUTED = new Percent(50);
  private static final Percent BITING = new Percent(20);

  private static final long BLOCKS_PER_YEAR = 5_256_000;

  private Story() {}

  /** Asset 1, two vaults with money in their pots, the length of a year. */
  public static List<Act> prepare() {
    var alice = address(Person.ALICE.account());
    var acts = new ArrayList<Act>();
    acts.add(sudo(new AssetsCall.ForceCreate(SECOND, alice, true, Balance.of(1)),
        "creates asset 1"));
    for (Person delegator : List.of(Person.EVE, Person.FERDIE)) {
      acts.add(new Act(Person.ALICE, new AssetsCall.Mint(SECOND, address(delegator.account()),
          Balance.of(10_000 * SECOND_UNIT)), "mints 10,000 of asset 1 for " + delegator));
    }
    acts.add(sudo(new RewardsCall.CreateRewardVault(VAULT, vault(Balance.tnt(1_000_000))),
        "creates the vault of TNT"));
    acts.add(sudo(new RewardsCall.ManageAssetRewardVault(VAULT, Asset.NATIVE, AssetAction.ADD),
        "puts TNT into it"));
    acts.add(sudo(new RewardsCall.CreateRewardVault(SECOND_VAULT,
        vault(Balance.of(1_000_000 * SECOND_UNIT))), "creates the vault of asset 1"));
    acts.add(sudo(new RewardsCall.ManageAssetRewardVault(SECOND_VAULT, SECOND_ASSET,
        AssetAction.ADD), "puts asset 1 into it"));
    acts.add(sudo(new RewardsCall.UpdateApyBlocks(BLOCKS_PER_YEAR),
        "says how many blocks a year has"));
    acts.add(new Act(Person.ALICE, new BalancesCall.TransferKeepAlive(
        address(io.fairlead.rewards.RewardsAccounts.pot(VAULT)), Balance.tnt(10_000)),
        "funds the pot of the vault of TNT"));
    return acts;
  }

  private static RewardConfig vault(Balance depositCap) {
    return new RewardConfig(new Perbill(20_000_000), Balance.ZERO, depositCap, 1L);
  }

  /** Three operators bond. */
  public static List<Act> join() {
    return List.of(bond(Person.BOB, 10_000), bond(Person.CHARLIE, 8_000),
        bond(Person.DAVE, 6_000));
  }

  private static Act bond(Person operator, long tnt) {
    return new Act(operator, new RestakingCall.JoinOperators(Balance.tnt(tnt)),
        "joins the operators with a bond of " + tnt + " TNT");
  }

  /** Two delegators deposit TNT and asset 1 and delegate parts of both. */
  public static List<Act> delegate() {
    BlueprintSelection all = new BlueprintSelection.All();
    BlueprintSelection ours = new BlueprintSelection.Fixed(List.of(BLUEPRINT));
    BlueprintSelection another = new BlueprintSelection.Fixed(List.of(BLUEPRINT + 7));
    Balance second = Balance.of(SECOND_UNIT);
    return List.of(deposit(Person.EVE, Asset.NATIVE, Balance.tnt(3_000)),
        deposit(Person.EVE, SECOND_ASSET, second.times(5_000)),
        deposit(Person.FERDIE, Asset.NATIVE, Balance.tnt(2_000)),
        deposit(Person.FERDIE, SECOND_ASSET, second.times(4_000)),
        delegation(Person.EVE, Person.BOB, Asset.NATIVE, Balance.tnt(1_000), all),
        delegation(Person.EVE, Person.BOB, SECOND_ASSET, second.times(1_000), all),
        delegation(Person.FERDIE, Person.DAVE, SECOND_ASSET, second.times(800), all),
        delegation(Person.EVE, Person.CHARLIE, Asset.NATIVE, Balance.tnt(1_500), all),
        delegation(Person.EVE, Person.CHARLIE, SECOND_ASSET, second.times(2_500), ours),
        delegation(Person.FERDIE, Person.CHARLIE, SECOND_ASSET, second.times(1_501), all),
        delegation(Person.FERDIE, Person.CHARLIE, Asset.NATIVE, Balance.tnt(700), another));
  }

  private static Act deposit(Person who, Asset asset, Balance amount) {
    return new Act(who, new RestakingCall.Deposit(asset, amount, null, null),
        "deposits " + words(asset, amount));
  }

  private static Act delegation(Person who, Person operator, Asset asset, Balance amount,
      BlueprintSelection selection) {
    return new Act(who,
        new RestakingCall.Delegate(operator.account(), asset, amount, selection),
        "delegates " + words(asset, amount) + " to " + operator);
  }

  private static String words(Asset asset, Balance amount) {
    return asset.equals(Asset.NATIVE) ? amount.divideFloor(Balance.UNIT) + " TNT"
        : amount.divideFloor(Balance.of(SECOND_UNIT)) + " of asset 1";
  }

  /** The developer publishes the blueprint whose job is the program of that sha-256. */
  public static Act publish(Hash programSha256) {
    FieldType bytes = new FieldType.Sequence(new FieldType.Uint8());
    var job = new JobDefinition(
        new JobDefinition.JobMetadata(Bytes.utf8("sha256"),
            Bytes.utf8("SHA-256 of up to 1,024 bytes")),
        List.of(bytes), List.of(bytes), new PricingModel.PayOnce(JOB_PRICE));
    var binary = new BlueprintSource.Binary(BlueprintSource.Architecture.AMD64,
        BlueprintSource.OperatingSystem.LINUX, Bytes.utf8("sha256.jar"), programSha256);
    var release = new BlueprintSource.GithubRelease(Bytes.utf8("fairlead"),
        Bytes.utf8("programs"), Bytes.utf8("v1"), List.of(binary));
    var blueprint = new ServiceBlueprint(ServiceMetadata.named("SHA-256"), List.of(job),
        List.of(), List.of(), DevGenesis.MANAGER, new MasterRevision.Latest(),
        List.of(new BlueprintSource.Native(new BlueprintSource.NativeFetcher.Github(release))),
        List.of(MembershipModel.Type.FIXED));
    return new Act(Person.DEVELOPER, new ServicesCall.CreateBlueprint(blueprint),
        "publishes the blueprint SHA-256");
  }

  /** The operators register, the requester requests, the operators approve. */
  public static List<Act> start() {
    List<Person> operators = List.of(Person.BOB, Person.CHARLIE, Person.DAVE);
    var acts = new ArrayList<Act>();
    for (Person operator : operators) {
      acts.add(new Act(operator,
          new ServicesCall.Register(BLUEPRINT,
              new OperatorPreferences(operator.operatorKey(), Bytes.EMPTY), List.of(),
              Balance.ZERO),
          "registers for blueprint " + BLUEPRINT));
    }
    var requirements = List.of(
        new AssetSecurityRequirement(Asset.NATIVE, new Percent(10), new Percent(60)),
        new AssetSecurityRequirement(SECOND_ASSET, new Percent(10), new Percent(50)));
    acts.add(new Act(Person.REQUESTER,
        new ServicesCall.Request(null, BLUEPRINT, List.of(),
            operators.stream().map(Person::account).toList(), List.of(), requirements, 100_000,
            Asset.NATIVE, Balance.ZERO, new MembershipModel.Fixed(3)),
        "requests a service of all three"));
    var commitments = List.of(new AssetSecurityCommitment(Asset.NATIVE, new Percent(30)),
        new AssetSecurityCommitment(SECOND_ASSET, new Percent(20)));
    for (Person operator : operators) {
      acts.add(new Act(operator, new ServicesCall.Approve(REQUEST, commitments),
          "approves with 30 % of TNT and 20 % of asset 1"));
    }
    return acts;
  }

  /** The requester calls the job. */
  public static Act callJob(Bytes input) {
    return new Act(Person.REQUESTER,
        new ServicesCall.CallJob(SERVICE, 0, List.of(bytes(input))),
        "calls job sha256 with " + input.size() + " bytes, price "
            + words(Asset.NATIVE, JOB_PRICE));
  }

  /** Charlie answers job call {@code callId} with zeros. */
  public static Act answerWrongly(long callId) {
    return new Act(Person.CHARLIE,
        new ServicesCall.SubmitResult(SERVICE, callId,
            List.of(bytes(Bytes.wrap(new byte[32])))),
        "answers call " + callId + " with 32 zero bytes");
  }

  /** The bytes as the field that the job takes and gives. */
  public static Field bytes(Bytes content) {
    var elements = new ArrayList<Field>(content.size());
    for (int i = 0; i < content.size(); i++) {
      elements.add(new Field.Uint8(content.at(i)));
    }
    return new Field.Sequence(new FieldType.Uint8(), elements);
  }

  /** The slashing origin reports Charlie twice. */
  public static List<Act> slash() {
    return List.of(slash(DISPUTED), slash(BITING));
  }

  private static Act slash(Percent percent) {
    return new Act(Person.ALICE,
        as(DevGenesis.SLASHER,
            new ServicesCall.Slash(Person.CHARLIE.account(), SERVICE, percent)),
        "as the slashing origin reports CHARLIE for " + percent);
  }

  /** The dispute origin takes slash {@code index} of {@code round} out of the queue. */
  public static Act dispute(long round, long index) {
    return new Act(Person.ALICE,
        as(DevGenesis.DISPUTER, new ServicesCall.Dispute(round, index)),
        "as the dispute origin disputes slash " + index + " of round " + round);
  }

  /**
   * Bob claims his part of what his jobs earned, Eve hers, whose TNT stands behind him, and the reward
   * of her deposit of TNT.
   */
  public static List<Act> claim() {
    return List.of(
        new Act(Person.BOB, new RewardsCall.ClaimRewards(),
            "claims his part of the income of his jobs"),
        new Act(Person.EVE, new RewardsCall.ClaimRewards(),
            "claims hers, whose TNT stands behind BOB"),
        new Act(Person.EVE,
            new RewardsCall.ClaimRewardsOther(Person.EVE.account(), Asset.NATIVE),
            "claims the vault reward of her TNT"));
  }

  private static Act sudo(Call call, String words) {
    return new Act(Person.ALICE, new SudoCall.Sudo(call), words);
  }

  private static SudoCall as(io.fairlead.substrate.primitive.EvmAddress origin, Call call) {
    return new SudoCall.SudoAs(address(ServicesAccounts.accountOf(origin)), call);
  }

  private static MultiAddress address(AccountId account) {
    return MultiAddress.of(account);
  }
}
