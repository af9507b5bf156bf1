package io.fairlead.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.AssetId;
import io.fairlead.restaking.wire.BlueprintSelection;
import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.runtime.assets.AssetsCall;
import io.fairlead.runtime.sudo.SudoCall;
import io.fairlead.services.ServicesAccounts;
import io.fairlead.services.wire.AssetSecurityCommitment;
import io.fairlead.services.wire.AssetSecurityRequirement;
import io.fairlead.services.wire.Field;
import io.fairlead.services.wire.FieldType;
import io.fairlead.services.wire.JobDefinition;
import io.fairlead.services.wire.MasterRevision;
import io.fairlead.services.wire.MembershipModel;
import io.fairlead.services.wire.OperatorPreferences;
import io.fairlead.services.wire.OperatorSignature;
import io.fairlead.services.wire.PricingModel;
import io.fairlead.services.wire.PricingQuote;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServiceMetadata;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.keys.EcdsaKeyPair;
import io.fairlead.substrate.keys.Scheme;
import io.fairlead.substrate.keys.Suri;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.BlockNumber;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hex;
import io.fairlead.substrate.primitive.Percent;
import java.util.List;

/**
 * A dev chain with operators, delegations and one blueprint whose job takes and gives a Uint64: a
 * pay-once price of 3 TNT a call. Alice has Sudo, Bob is developer, Charlie requests, Dave and Eve
 * operate with 1,000 TNT each, Ferdie delegates 500 TNT and 2,000 of asset 1 to Dave.
 */
final class World {
  static final AccountId ALICE = DevGenesis.ACCOUNTS.get(0);
  static final AccountId BOB = DevGenesis.ACCOUNTS.get(1);
  static final AccountId CHARLIE = DevGenesis.ACCOUNTS.get(2);
  static final AccountId DAVE = DevGenesis.ACCOUNTS.get(3);
  static final AccountId EVE = DevGenesis.ACCOUNTS.get(4);
  static final AccountId FERDIE = DevGenesis.ACCOUNTS.get(5);
  static final Asset ASSET = Asset.custom(1);
  static final Balance PRICE = Balance.tnt(3);
  static final AccountId SLASHER = ServicesAccounts.accountOf(DevGenesis.SLASHER);

  final Runtime chain;
  private long number;

  World(Rules rules) {
    this(rules, DevGenesis.genesis());
  }

  World(Rules rules, Genesis genesis) {
    chain = new Runtime(Profile.TANGLE_TESTNET, rules, genesis);
  }

  /** The world as the class comment tells it, service 0 running. */
  static World withService(Rules rules) {
    return withService(rules, DevGenesis.genesis());
  }

  static World withService(Rules rules, Genesis genesis) {
    return withService(rules, genesis, new FieldType.Uint64());
  }

  /** The same with a job that takes and gives {@code type}. */
  static World withService(Rules rules, Genesis genesis, FieldType type) {
    var world = new World(rules, genesis);
    world.stakes();
    world.blueprint(type);
    world.service();
    return world;
  }

  /** The same with a job at another price, which {@code callers} may call besides Charlie. */
  static World withService(Rules rules, PricingModel price, AccountId... callers) {
    var world = new World(rules, DevGenesis.genesis());
    world.stakes();
    world.blueprint(new FieldType.Uint64(), price);
    world.request(CHARLIE, 0, List.of(DAVE), List.of(callers));
    world.approve(DAVE, 0);
    return world;
  }

  private void stakes() {
    root(new AssetsCall.ForceCreate(AssetId.of(1), MultiAddress.of(ALICE), true, Balance.of(1)));
    does(ALICE,
        new AssetsCall.Mint(AssetId.of(1), MultiAddress.of(FERDIE), Balance.of(10_000)));
    for (AccountId operator : List.of(DAVE, EVE)) {
      does(operator, new RestakingCall.JoinOperators(Balance.tnt(1_000)));
    }
    does(FERDIE, new RestakingCall.Deposit(Asset.NATIVE, Balance.tnt(500), null, null));
    does(FERDIE, new RestakingCall.Deposit(ASSET, Balance.of(2_000), null, null));
    does(FERDIE, new RestakingCall.Delegate(DAVE, Asset.NATIVE, Balance.tnt(500),
        new BlueprintSelection.All()));
    does(FERDIE, new RestakingCall.Delegate(DAVE, ASSET, Balance.of(2_000),
        new BlueprintSelection.All()));
  }

  private void blueprint(FieldType type) {
    blueprint(type, new PricingModel.PayOnce(PRICE));
  }

  private void blueprint(FieldType type, PricingModel price) {
    var fields = List.of(type);
    var job = new JobDefinition(new JobDefinition.JobMetadata(Bytes.utf8("square"), null), fields,
        fields, price);
    does(BOB,
        new ServicesCall.CreateBlueprint(new ServiceBlueprint(ServiceMetadata.named("squares"),
            List.of(job), List.of(), List.of(), DevGenesis.MANAGER, MasterRevision.LATEST,
            List.of(),
            List.of(MembershipModel.Type.FIXED))));
    for (AccountId operator : List.of(DAVE, EVE)) {
      does(operator, new ServicesCall.Register(0, preferences(operator), List.of(), Balance.ZERO));
    }
  }

  static OperatorPreferences preferences(AccountId operator) {
    return new OperatorPreferences(Bytes.wrap(operatorKey(operator).uncompressedPublicKey()),
        Bytes.utf8("https://operator"));
  }

  private static EcdsaKeyPair operatorKey(AccountId operator) {
    return (EcdsaKeyPair) Suri.derive(Scheme.ECDSA, Hex.of(operator.bytes())).orThrow();
  }

  /** The signature of a quote by the operator's registered key. */
  static Bytes signature(AccountId operator, PricingQuote quote) {
    return Bytes.wrap(operatorKey(operator).sign(quote.digest()));
  }

  /** The heartbeat of {@code operator} for service 0, signed for {@code block}. */
  static ServicesCall.Heartbeat heartbeat(AccountId operator, long block) {
    byte[] digest = OperatorSignature.heartbeatDigest(0, 0, block, Bytes.EMPTY);
    return new ServicesCall.Heartbeat(0, 0, Bytes.EMPTY,
        Bytes.wrap(operatorKey(operator).sign(digest)));
  }

  private void service() {
    request(CHARLIE, 0, List.of(DAVE));
    approve(DAVE, 0);
  }

  void request(AccountId owner, long blueprint, List<AccountId> operators) {
    request(owner, blueprint, operators, List.of());
  }

  private void request(AccountId owner, long blueprint, List<AccountId> operators,
      List<AccountId> callers) {
    does(owner, new ServicesCall.Request(null, blueprint, callers, operators, List.of(),
        List.of(new AssetSecurityRequirement(Asset.NATIVE, new Percent(10), new Percent(100))),
        1_000_000, Asset.NATIVE, Balance.ZERO, new MembershipModel.Fixed(1)));
  }

  void approve(AccountId operator, long request) {
    does(operator, new ServicesCall.Approve(request,
        List.of(new AssetSecurityCommitment(Asset.NATIVE, new Percent(50)))));
  }

  void call(AccountId caller) {
    does(caller, new ServicesCall.CallJob(0, 0, List.of(new Field.Uint64(7))));
  }

  /** Slashes Dave in service 0. */
  void slash(int percent) {
    root(new SudoCall.SudoAs(MultiAddress.of(SLASHER),
        new ServicesCall.Slash(DAVE, 0, new Percent(percent))));
  }

  // --- blocks ---

  /** A block of one call that must succeed. */
  void does(AccountId who, Call call) {
    assertThat(block(who, call)).as(call.toString())
        .isInstanceOfSatisfying(Dispatched.Included.class,
            included -> assertThat(included.outcome()).isInstanceOf(Outcome.Done.class));
  }

  /** A block of one call of Alice as Root or, with sudo_as inside, as somebody else. */
  void root(Call call) {
    does(ALICE, call instanceof SudoCall ? call : new SudoCall.Sudo(call));
    assertThat(chain.events()).extracting(record -> record.event().toString())
        .anyMatch(event -> event.contains("sudoResult=null"));
  }

  /** The error with which a block of one call refuses it. */
  DispatchError refused(AccountId who, Call call) {
    if (block(who, call) instanceof Dispatched.Included(Outcome.Refused(var error, var post))) {
      return error;
    }
    throw new AssertionError(call + " was not refused");
  }

  Dispatched block(AccountId who, Call call) {
    begin(number + 1);
    Dispatched dispatched = chain.dispatch(who, call);
    chain.end();
    return dispatched;
  }

  private void begin(long next) {
    number = next;
    chain.begin(new BlockNumber(number), new Moment(DevChain.START + 6_000 * number));
  }

  /** Block {@code next}, empty, and nothing in between. */
  void skipTo(long next) {
    begin(next);
    chain.end();
  }

  /** Every block up to {@code last} in which a hook has something to do, and {@code last}. */
  void wakeUpTo(long last) {
    while (number < last) {
      long wake = chain.nextWake(new BlockNumber(number)).value();
      skipTo(Math.min(wake, last));
    }
  }

  long number() {
    return number;
  }
}
