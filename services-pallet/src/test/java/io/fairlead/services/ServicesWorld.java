package io.fairlead.services;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.DelegationRewards;
import io.fairlead.restaking.Nominations;
import io.fairlead.restaking.Restaking;
import io.fairlead.restaking.RestakingQueries;
import io.fairlead.restaking.RestakingStorage;
import io.fairlead.restaking.RestakingWays;
import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.AssetId;
import io.fairlead.restaking.wire.BlueprintSelection;
import io.fairlead.restaking.wire.LockMultiplier;
import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.services.wire.AssetSecurityCommitment;
import io.fairlead.services.wire.AssetSecurityRequirement;
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
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.pallet.EventRecord;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.EvmAddress;
import io.fairlead.substrate.primitive.Percent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Services over the real restaking pallet, with managers that tests script and a small honest ledger.
 * Everybody begins with a million planck.
 */
public final class ServicesWorld {
  public static final AccountId ALICE = account(1);
  public static final AccountId BOB = account(2);
  public static final AccountId CHARLIE = account(3);
  public static final AccountId DAVE = account(4);
  public static final AccountId EVE = account(5);
  public static final AccountId REWARDS = account(99);
  public static final EvmAddress MASTER = EvmAddress.hex("0x" + "b2".repeat(20));
  public static final EvmAddress EVE_EVM = EvmAddress.hex("0x" + "e5".repeat(20));
  public static final EvmAddress TOKEN = EvmAddress.hex("0x" + "c2".repeat(20));
  public static final Asset USDC = Asset.custom(1);

  public final Store store = new Store();
  public final Block block = new Block(store);
  public final TestLedger ledger = new TestLedger(store);
  public final RestakingStorage restakingStorage = new RestakingStorage(store);
  public final RestakingQueries stakes = new RestakingQueries(restakingStorage);
  public final Restaking restaking;
  public final TestManagers managers = new TestManagers(ledger);
  public final ServicesStorage storage;
  public final ServiceQueries queries;
  public final ManagerHooks hooks;
  public final JobMoney money;
  public final Services pallet;
  /** What was booked as income, in order; a refused call does not take it back. */
  public final List<Booked> booked = new ArrayList<>();

  /** Income of {@code amount} planck by a service. */
  public record Booked(AccountId account, long serviceId, Balance amount) {}

  /** A world that refuses every slash and charges nothing for jobs. */
  public ServicesWorld() {
    this(ServiceTerms.DEPLOYED);
  }

  /** The same under other rules. */
  public ServicesWorld(ServiceTerms terms) {
    this(ServicesStorage.BY_KEY_BYTES, world -> UnexpectedSlashes.INSTANCE,
        PaymentRules.DEPLOYED, HeartbeatRules.DEPLOYED, PriceTerms.DEPLOYED, terms);
  }

  /** The same under rules of prices; it is 1,700,000,000 seconds since 1970. */
  public ServicesWorld(PriceTerms prices) {
    this(ServicesStorage.BY_KEY_BYTES, world -> UnexpectedSlashes.INSTANCE,
        PaymentRules.DEPLOYED, HeartbeatRules.DEPLOYED, prices, ServiceTerms.DEPLOYED);
  }

  /** The same under rules of payments and heartbeats. */
  public ServicesWorld(PaymentRules payments, HeartbeatRules heartbeats) {
    this(ServicesStorage.BY_KEY_BYTES, world -> UnexpectedSlashes.INSTANCE, payments, heartbeats);
  }

  /** A world with a slash queue of its own. */
  public ServicesWorld(Comparator<Long> slashOrder, Function<ServicesWorld, SlashIntake> slashes,
      PaymentRules payments, HeartbeatRules heartbeats) {
    this(slashOrder, slashes, payments, heartbeats, PriceTerms.DEPLOYED, ServiceTerms.DEPLOYED);
  }

  private ServicesWorld(Comparator<Long> slashOrder, Function<ServicesWorld, SlashIntake> slashes,
      PaymentRules payments, HeartbeatRules heartbeats, PriceTerms prices,
      ServiceTerms terms) {
    storage = new ServicesStorage(store, slashOrder);
    queries = new ServiceQueries(storage);
    restaking = new Restaking(restakingStorage, block,
        new Restaking.Ports(ledger, ledger, queries, queries, Nominations.NONE, new NoRewards()),
        RestakingWays.DEPLOYED);
    hooks = new ManagerHooks(queries, managers, block);
    money = new JobMoney(storage, queries, block, ledger, REWARDS,
        (account, service, amount) -> booked.add(new Booked(account, service, amount)), payments);
    pallet = new Services(storage, queries, block,
        new Services.Ports(stakes, slashes.apply(this), hooks, ledger, ledger, ledger,
            money, heartbeats, prices, () -> 1_700_000_000_000L, terms));
    block.begin(1);
    for (AccountId who : List.of(ALICE, BOB, CHARLIE, DAVE, EVE)) {
      ledger.mint(who, Balance.of(1_000_000));
      ledger.mint(AssetId.of(1), who, Balance.of(1_000_000));
    }
    ledger.mint(ServicesAccounts.accountOf(EVE_EVM), Balance.of(1_000_000));
  }

  public static AccountId account(long n) {
    return new AccountId(n, n, n, n);
  }

  /** A key that no other {@code n} has. */
  public static OperatorPreferences preferences(long n) {
    byte[] key = new byte[OperatorPreferences.KEY_BYTES];
    key[0] = 4;
    java.nio.ByteBuffer.wrap(key, 1, 8).putLong(n);
    return new OperatorPreferences(Bytes.wrap(key), Bytes.utf8("https://operator/" + n));
  }

  /** A job of {@code price} planck from one {@code Uint64} to one. */
  public static JobDefinition square(long price) {
    return new JobDefinition(new JobDefinition.JobMetadata(Bytes.utf8("square"), null),
        List.of(FieldType.UINT64), List.of(FieldType.UINT64),
        new PricingModel.PayOnce(Balance.of(price)));
  }

  /** A blueprint with these jobs, no parameters, both membership models, the newest master. */
  public static ServiceBlueprint blueprint(JobDefinition... jobs) {
    return new ServiceBlueprint(ServiceMetadata.named("test"), List.of(jobs), List.of(), List.of(),
        EvmAddress.hex("0x" + "21".repeat(20)), MasterRevision.LATEST, List.of(),
        List.of(MembershipModel.Type.FIXED, MembershipModel.Type.DYNAMIC));
  }

  public static AssetSecurityRequirement requirement(Asset asset, int min, int max) {
    return new AssetSecurityRequirement(asset, new Percent(min), new Percent(max));
  }

  public static AssetSecurityCommitment commitment(Asset asset, int percent) {
    return new AssetSecurityCommitment(asset, new Percent(percent));
  }

  public static final List<AssetSecurityRequirement> NATIVE_ONLY =
      List.of(requirement(Asset.NATIVE, 10, 50));

  public static final List<AssetSecurityCommitment> NATIVE_20 =
      List.of(commitment(Asset.NATIVE, 20));

  /** A request of nothing but operators, free of charge. */
  public static ServicesCall.Request request(MembershipModel model, AccountId... operators) {
    return new ServicesCall.Request(null, 0, List.of(), List.of(operators), List.of(), NATIVE_ONLY,
        100, Asset.NATIVE, Balance.ZERO, model);
  }

  /** {@code call} paying {@code value} in {@code asset}. */
  public static ServicesCall.Request paying(ServicesCall.Request call, Asset asset, long value,
      @Nullable EvmAddress origin) {
    return new ServicesCall.Request(origin, call.blueprintId(), call.permittedCallers(),
        call.operators(), call.requestArgs(), call.assetSecurityRequirements(), call.ttl(), asset,
        Balance.of(value), call.membershipModel());
  }

  /** {@code call} with these requirements. */
  public static ServicesCall.Request requiring(ServicesCall.Request call,
      AssetSecurityRequirement... requirements) {
    return new ServicesCall.Request(call.evmOrigin(), call.blueprintId(), call.permittedCallers(),
        call.operators(), call.requestArgs(), List.of(requirements), call.ttl(),
        call.paymentAsset(), call.value(), call.membershipModel());
  }

  public Outcome call(Origin origin, ServicesCall call) {
    return block.transactional(() -> pallet.dispatch(origin, call));
  }

  public ServicesWorld ok(AccountId who, ServicesCall call) {
    return ok(Origin.signed(who), call);
  }

  public ServicesWorld ok(Origin origin, ServicesCall call) {
    assertThat(call(origin, call)).isEqualTo(Outcome.DONE);
    return this;
  }

  public ServicesWorld withMaster() {
    return ok(Origin.ROOT, new ServicesCall.UpdateMasterBlueprintServiceManager(MASTER));
  }

  public ServicesWorld withBlueprint(ServiceBlueprint blueprint) {
    return ok(ALICE, new ServicesCall.CreateBlueprint(blueprint));
  }

  /** The account joins restaking as operator with {@code bond} planck of its own. */
  public ServicesWorld withOperator(AccountId who, long bond) {
    ledger.mint(who, Balance.of(bond));
    assertThat(block.transactional(() -> restaking.dispatch(Origin.signed(who),
        new RestakingCall.JoinOperators(Balance.of(bond))))).isEqualTo(Outcome.DONE);
    return this;
  }

  /** EVE delegates {@code amount} of {@code asset} to {@code operator}. */
  public ServicesWorld withDelegation(AccountId operator, Asset asset, long amount) {
    for (RestakingCall call : List.of(
        new RestakingCall.Deposit(asset, Balance.of(amount), null, null),
        new RestakingCall.Delegate(operator, asset, Balance.of(amount), BlueprintSelection.ALL))) {
      assertThat(block.transactional(() -> restaking.dispatch(Origin.signed(EVE), call)))
          .isEqualTo(Outcome.DONE);
    }
    return this;
  }

  public ServicesWorld withRegistration(AccountId who) {
    return ok(who,
        new ServicesCall.Register(0, OperatorKeys.preferences(who), List.of(), Balance.ZERO));
  }

  /** A master, blueprint 0 with {@code jobs}, operators BOB and CHARLIE registered for it. */
  public ServicesWorld withOperators(JobDefinition... jobs) {
    return withMaster().withBlueprint(blueprint(jobs)).withOperator(BOB, 10_000)
        .withOperator(CHARLIE, 10_000).withRegistration(BOB).withRegistration(CHARLIE);
  }

  /** {@link #withOperators} and service 0 of EVE, served by BOB; DAVE may call. */
  public ServicesWorld withService(JobDefinition... jobs) {
    ServicesCall.Request plain = request(new MembershipModel.Fixed(1), BOB);
    return withOperators(jobs)
        .ok(EVE,
            new ServicesCall.Request(null, 0, List.of(DAVE), plain.operators(), List.of(),
                NATIVE_ONLY, 100, Asset.NATIVE, Balance.ZERO, plain.membershipModel()))
        .ok(BOB, new ServicesCall.Approve(0, NATIVE_20));
  }

  public static List<Field> number(long value) {
    return List.of(new Field.Uint64(value));
  }

  /** The events of the block so far. */
  public List<Event> events() {
    return block.events().stream().map(EventRecord::event).toList();
  }

  private static final class NoRewards implements DelegationRewards {
    @Override
    public void recordDelegate(AccountId who, AccountId operator, Asset asset, Balance amount,
        @Nullable LockMultiplier lock) {}

    @Override
    public void recordUndelegate(AccountId who, AccountId operator, Asset asset,
        Balance amount) {}

    @Override
    public Optional<Balance> depositCapRemaining(Asset asset) {
      return Optional.of(Balance.MAX);
    }

    @Override
    public void recordSlash(AccountId who, AccountId operator, Asset asset, Balance amount,
        @Nullable LockMultiplier lock) {}
  }
}
