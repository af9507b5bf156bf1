package io.fairlead.services;

import static io.fairlead.services.ServicesWorld.ALICE;
import static io.fairlead.services.ServicesWorld.BOB;
import static io.fairlead.services.ServicesWorld.CHARLIE;
import static io.fairlead.services.ServicesWorld.DAVE;
import static io.fairlead.services.ServicesWorld.EVE;
import static io.fairlead.services.ServicesWorld.EVE_EVM;
import static io.fairlead.services.ServicesWorld.NATIVE_20;
import static io.fairlead.services.ServicesWorld.NATIVE_ONLY;
import static io.fairlead.services.ServicesWorld.TOKEN;
import static io.fairlead.services.ServicesWorld.USDC;
import static io.fairlead.services.ServicesWorld.account;
import static io.fairlead.services.ServicesWorld.blueprint;
import static io.fairlead.services.ServicesWorld.commitment;
import static io.fairlead.services.ServicesWorld.number;
import static io.fairlead.services.ServicesWorld.paying;
import static io.fairlead.services.ServicesWorld.preferences;
import static io.fairlead.services.ServicesWorld.request;
import static io.fairlead.services.ServicesWorld.requirement;
import static io.fairlead.services.ServicesWorld.requiring;
import static io.fairlead.services.ServicesWorld.square;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.OperatorStatus;
import io.fairlead.services.TestManagers.Hook;
import io.fairlead.services.wire.AssetSecurityCommitment;
import io.fairlead.services.wire.AssetSecurityRequirement;
import io.fairlead.services.wire.Field;
import io.fairlead.services.wire.JobPayment;
import io.fairlead.services.wire.MasterRevision;
import io.fairlead.services.wire.MembershipModel;
import io.fairlead.services.wire.OperatorPreferences;
import io.fairlead.services.wire.OperatorProfile;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServiceMetadata;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.substrate.pallet.DetailedError;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.EvmAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalsTest {

  /** A call that is refused in a world. */
  private record Case(String name, DispatchError error, UnaryOperator<ServicesWorld> given,
      Origin origin, ServicesCall call) {
    @Override
    public String toString() {
      return name + ": " + error;
    }
  }

  private static final MembershipModel ONE = new MembershipModel.Fixed(1);
  private static final HookAnswer REFUSED = new HookAnswer.Refused(DispatchError.Plain.OTHER);
  private static final Asset ERC20 = new Asset.Erc20(TOKEN);

  private final List<Case> cases = new ArrayList<>();

  private void refuse(String name, DispatchError error, UnaryOperator<ServicesWorld> given,
      AccountId who, ServicesCall call) {
    cases.add(new Case(name, error, given, Origin.signed(who), call));
  }

  private void refuse(String name, ServicesError error, UnaryOperator<ServicesWorld> given,
      AccountId who, ServicesCall call) {
    refuse(name, new DispatchError.Module(error), given, who, call);
  }

  private static UnaryOperator<ServicesWorld> answering(UnaryOperator<ServicesWorld> given,
      Hook hook, HookAnswer answer) {
    return world -> {
      ServicesWorld ready = given.apply(world);
      ready.managers.answers.put(hook, answer);
      return ready;
    };
  }

  private static DispatchError typeCheck(int kind, int second, int third) {
    return new DispatchError.Module(
        new DetailedError(ServicesError.TYPE_CHECK, kind | second << 8 | third << 16));
  }

  private static ServicesWorld operators(ServicesWorld world) {
    return world.withOperators(square(0));
  }

  private static ServicesWorld service(ServicesWorld world) {
    return world.withService(square(0));
  }

  private static ServicesWorld called(ServicesWorld world) {
    return service(world).ok(EVE, new ServicesCall.CallJob(0, 0, number(3)));
  }

  private static ServicesWorld requested(ServicesWorld world) {
    return operators(world).withDelegation(BOB, USDC, 1_000).ok(EVE,
        requiring(request(ONE, BOB), requirement(USDC, 10, 20), NATIVE_ONLY.getFirst()));
  }

  private void blueprints() {
    var create = new ServicesCall.CreateBlueprint(blueprint(square(0)));
    refuse("no master", ServicesError.MASTER_BLUEPRINT_SERVICE_MANAGER_REVISION_NOT_FOUND, w -> w,
        ALICE, create);
    ServiceBlueprint second = blueprint().boundTo(new MasterRevision.Specific(1));
    refuse("later master", ServicesError.MASTER_BLUEPRINT_SERVICE_MANAGER_REVISION_NOT_FOUND,
        ServicesWorld::withMaster, ALICE, new ServicesCall.CreateBlueprint(second));
    for (Hook hook : List.of(Hook.MANAGER_CREATED, Hook.CREATED)) {
      refuse(hook + " reverts", ServicesError.BLUEPRINT_CREATION_INTERRUPTED,
          answering(ServicesWorld::withMaster, hook, TestManagers.REVERT), ALICE, create);
      refuse(hook + " breaks", ServicesError.BLUEPRINT_CREATION_INTERRUPTED,
          answering(ServicesWorld::withMaster, hook, HookAnswer.Plain.BROKEN), ALICE, create);
      refuse(hook + " refused by the runner", DispatchError.Plain.OTHER,
          answering(ServicesWorld::withMaster, hook, REFUSED), ALICE, create);
    }
    refuse("a signed master update", DispatchError.BAD_ORIGIN, w -> w, ALICE,
        new ServicesCall.UpdateMasterBlueprintServiceManager(ServicesWorld.MASTER));
    cases.add(new Case("unsigned create", DispatchError.BAD_ORIGIN, ServicesWorld::withMaster,
        Origin.NONE, create));
  }

  private static ServicesCall.Register register(OperatorPreferences preferences, long value,
      Field... args) {
    return new ServicesCall.Register(0, preferences, List.of(args), Balance.of(value));
  }

  private void registrations() {
    UnaryOperator<ServicesWorld> dave = w -> operators(w).withOperator(DAVE, 10_000);
    ServicesCall.Register plain = register(preferences(4), 0);
    refuse("inactive", ServicesError.OPERATOR_NOT_ACTIVE, RefusalsTest::operators, DAVE, plain);
    refuse("no key", ServicesError.INVALID_KEY, dave, DAVE,
        register(new OperatorPreferences(Bytes.wrap(new byte[65]), Bytes.EMPTY), 0));
    refuse("twice", ServicesError.ALREADY_REGISTERED, dave, BOB, plain);
    refuse("another's key", ServicesError.DUPLICATE_KEY, dave, DAVE, register(preferences(3), 0));
    refuse("unknown blueprint", ServicesError.BLUEPRINT_NOT_FOUND, dave, DAVE,
        new ServicesCall.Register(9, preferences(4), List.of(), Balance.ZERO));
    refuse("too many arguments", typeCheck(1, 0, 1), dave, DAVE,
        register(preferences(4), 0, new Field.Bool(true)));
    refuse("value above balance", DispatchError.Token.FUNDS_UNAVAILABLE, dave, DAVE,
        register(preferences(4), 9_000_000));
    refuse("hook reverts", ServicesError.INVALID_REGISTRATION_INPUT,
        answering(dave, Hook.REGISTER, TestManagers.REVERT), DAVE, register(preferences(4), 5));
    refuse("runner refuses", ServicesError.ON_REGISTER_HOOK_FAILED,
        answering(dave, Hook.REGISTER, REFUSED), DAVE, register(preferences(4), 5));
    refuse("masters gone", ServicesError.ON_REGISTER_HOOK_FAILED, w -> {
      dave.apply(w).storage.masterRevisions.remove();
      return w;
    }, DAVE, plain);
    refuse("full profile", ServicesError.MAX_BLUEPRINTS_PER_OPERATOR_EXCEEDED, w -> {
      dave.apply(w).storage.operatorsProfile.put(DAVE, new OperatorProfile(
          Collections.emptySortedSet(), ids(1, 1024)));
      return w;
    }, DAVE, plain);
  }

  private static TreeSet<Long> ids(long from, int count) {
    return new TreeSet<>(LongStream.range(from, from + count).boxed().toList());
  }

  private void requests() {
    UnaryOperator<ServicesWorld> ready = RefusalsTest::operators;
    ServicesCall.Request plain = request(ONE, BOB);
    refuse("inactive operator", ServicesError.OPERATOR_NOT_ACTIVE, ready, EVE,
        request(ONE, BOB, DAVE));
    refuse("token at zero", ServicesError.INVALID_ERC20_ADDRESS, ready, EVE,
        requiring(plain, requirement(new Asset.Erc20(EvmAddress.ZERO), 10, 20)));
    refuse("asset twice", ServicesError.DUPLICATE_ASSET, ready, EVE,
        requiring(plain, requirement(USDC, 10, 20), requirement(USDC, 10, 20)));
    for (int[] bounds : new int[][] {{0, 20}, {10, 0}, {30, 20}}) {
      refuse("bounds " + bounds[0] + " to " + bounds[1],
          ServicesError.INVALID_SECURITY_REQUIREMENTS, ready, EVE,
          requiring(plain, requirement(USDC, bounds[0], bounds[1])));
    }
    refuse("operator twice", ServicesError.DUPLICATE_OPERATOR, ready, EVE,
        request(ONE, BOB, BOB));
    refuse("unknown blueprint", ServicesError.BLUEPRINT_NOT_FOUND,
        w -> w.withOperator(BOB, 10_000), EVE, plain);
    refuse("fixed unsupported", ServicesError.UNSUPPORTED_MEMBERSHIP_MODEL,
        w -> onlySupporting(w, MembershipModel.Type.DYNAMIC), EVE, plain);
    refuse("dynamic unsupported", ServicesError.UNSUPPORTED_MEMBERSHIP_MODEL,
        w -> onlySupporting(w, MembershipModel.Type.FIXED), EVE,
        request(new MembershipModel.Dynamic(1, null), BOB));
    refuse("fixed zero", ServicesError.TOO_FEW_OPERATORS, ready, EVE,
        request(new MembershipModel.Fixed(0)));
    refuse("fixed too few", ServicesError.TOO_FEW_OPERATORS, ready, EVE,
        request(new MembershipModel.Fixed(2), BOB));
    refuse("dynamic too few", ServicesError.TOO_FEW_OPERATORS, ready, EVE,
        request(new MembershipModel.Dynamic(2, null), BOB));
    refuse("dynamic too many", ServicesError.TOO_MANY_OPERATORS, ready, EVE,
        request(new MembershipModel.Dynamic(0, 1L), BOB, CHARLIE));
    refuse("not registered", ServicesError.NOT_REGISTERED,
        w -> ready.apply(w).withOperator(DAVE, 10_000), EVE, request(ONE, BOB, DAVE));
    refuse("arguments without parameters", typeCheck(1, 0, 1), ready, EVE,
        new ServicesCall.Request(null, 0, List.of(), List.of(BOB), number(1), NATIVE_ONLY, 0,
            Asset.NATIVE, Balance.ZERO, ONE));
    refuse("less than the price", ServicesError.INVALID_REQUEST_INPUT,
        w -> w.withOperators(square(100), square(200)), EVE, paying(plain, Asset.NATIVE, 99, null));
    refuse("no requirement", ServicesError.NO_ASSETS_PROVIDED, ready, EVE, requiring(plain));
    refuse("native below 10 %", ServicesError.NATIVE_ASSET_EXPOSURE_TOO_LOW, ready, EVE,
        requiring(plain, requirement(Asset.NATIVE, 9, 20)));
    refuse("64 assets and the native one", ServicesError.MAX_ASSETS_PER_SERVICE_EXCEEDED, ready,
        EVE, requiring(plain, LongStream.rangeClosed(1, 64)
            .mapToObj(n -> requirement(Asset.custom(n), 1, 2))
            .toArray(AssetSecurityRequirement[]::new)));
    refuse("257 callers", ServicesError.MAX_PERMITTED_CALLERS_EXCEEDED, ready, EVE,
        new ServicesCall.Request(null, 0, Collections.nCopies(257, ALICE), List.of(BOB),
            List.of(), NATIVE_ONLY, 0, Asset.NATIVE, Balance.ZERO, ONE));
    refuse("257 arguments", ServicesError.MAX_FIELDS_EXCEEDED, RefusalsTest::manyParameters, EVE,
        new ServicesCall.Request(null, 0, List.of(), List.of(BOB),
            Collections.nCopies(257, new Field.Uint64(1)), NATIVE_ONLY, 0, Asset.NATIVE,
            Balance.ZERO, ONE));
    AccountId[] crowd =
        LongStream.range(1_000, 2_025).mapToObj(n -> account(n)).toArray(AccountId[]::new);
    refuse("1,025 operators", ServicesError.MAX_SERVICE_PROVIDERS_EXCEEDED, w -> {
      ready.apply(w);
      for (AccountId operator : crowd) {
        w.withOperator(operator, 1_000);
        w.storage.operators.put(0L, operator, preferences(operator.a()));
      }
      return w;
    }, EVE, request(ONE, crowd));
  }

  private static ServicesWorld onlySupporting(ServicesWorld world, MembershipModel.Type type) {
    ServiceBlueprint all = blueprint();
    return world.withMaster()
        .withBlueprint(new ServiceBlueprint(ServiceMetadata.named("one"), all.jobs(), List.of(),
            List.of(), all.manager(), all.masterRevision(), List.of(), List.of(type)))
        .withOperator(BOB, 10_000).withRegistration(BOB);
  }

  private static ServicesWorld manyParameters(ServicesWorld world) {
    ServiceBlueprint all = blueprint();
    return world.withMaster()
        .withBlueprint(new ServiceBlueprint(ServiceMetadata.named("many"), List.of(), List.of(),
            Collections.nCopies(257, io.fairlead.services.wire.FieldType.UINT64), all.manager(),
            all.masterRevision(), List.of(), all.membershipModels()))
        .withOperator(BOB, 10_000).withRegistration(BOB);
  }

  private void payments() {
    UnaryOperator<ServicesWorld> ready = w -> {
      w.ledger.mint(TOKEN, EVE_EVM, Balance.of(100));
      w.ledger.mint(ServicesWorld.MASTER, EVE_EVM, Balance.of(100));
      return operators(w);
    };
    AccountId eve = ServicesAccounts.accountOf(EVE_EVM);
    ServicesCall.Request plain = request(ONE, BOB);
    refuse("native above balance", DispatchError.Token.FUNDS_UNAVAILABLE, ready, EVE,
        paying(plain, Asset.NATIVE, 9_000_000, null));
    refuse("native to the last unit", DispatchError.Token.NOT_EXPENDABLE, ready, EVE,
        paying(plain, Asset.NATIVE, 1_000_000, null));
    refuse("asset above balance", DispatchError.Token.FUNDS_UNAVAILABLE, ready, EVE,
        paying(plain, USDC, 9_000_000, null));
    refuse("unknown asset", DispatchError.Token.UNKNOWN_ASSET, ready, EVE,
        paying(plain, Asset.custom(999), 1, null));
    refuse("token without origin", ServicesError.MISSING_EVM_ORIGIN, ready, eve,
        paying(plain, ERC20, 1, null));
    refuse("token of somebody else", DispatchError.BAD_ORIGIN, ready, EVE,
        paying(plain, ERC20, 1, EVE_EVM));
    refuse("token above balance", ServicesError.ERC20_TRANSFER_FAILED, ready, eve,
        paying(plain, ERC20, 101, EVE_EVM));
    for (EvmAddress token : List.of(TestLedger.FALSE_TOKEN, TestLedger.REFUSED_TOKEN)) {
      refuse("bad token " + token, ServicesError.ERC20_TRANSFER_FAILED, ready, eve,
          paying(plain, new Asset.Erc20(token), 1, EVE_EVM));
    }
    ServicesCall.Request paid = paying(plain, Asset.NATIVE, 50, null);
    refuse("hook reverts", ServicesError.INVALID_REQUEST_INPUT,
        answering(ready, Hook.REQUEST, TestManagers.REVERT), EVE, paid);
    refuse("runner refuses", ServicesError.ON_REQUEST_FAILURE,
        answering(ready, Hook.REQUEST, REFUSED), EVE, paid);
    refuse("token gone at the start", ServicesError.ERC20_TRANSFER_FAILED, w -> {
      ready.apply(w).ok(eve, paying(plain, ERC20, 70, EVE_EVM));
      w.ledger.transfer(ServicesAccounts.PALLET_EVM, TOKEN, EVE_EVM, Balance.of(1));
      return w;
    }, BOB, new ServicesCall.Approve(0, NATIVE_20));
  }

  private void approvals() {
    UnaryOperator<ServicesWorld> ready = RefusalsTest::requested;
    AssetSecurityCommitment usdc = commitment(USDC, 15);
    AssetSecurityCommitment tnt = commitment(Asset.NATIVE, 20);
    refuse("unknown request", ServicesError.SERVICE_REQUEST_NOT_FOUND, ready, BOB,
        approve(7, usdc, tnt));
    refuse("inactive", ServicesError.OPERATOR_NOT_ACTIVE, ready, DAVE, approve(0, usdc, tnt));
    refuse("unknown asset", ServicesError.ASSET_NOT_FOUND, ready, BOB,
        approve(0, usdc, tnt, commitment(Asset.custom(999), 10)));
    refuse("token at zero", ServicesError.INVALID_ERC20_ADDRESS, ready, BOB,
        approve(0, usdc, tnt, commitment(new Asset.Erc20(EvmAddress.ZERO), 10)));
    refuse("missing", ServicesError.MISSING_ASSET_COMMITMENT, ready, BOB, approve(0, tnt));
    refuse("below", ServicesError.COMMITMENT_BELOW_MINIMUM, ready, BOB,
        approve(0, commitment(USDC, 9), tnt));
    refuse("above", ServicesError.COMMITMENT_ABOVE_MAXIMUM, ready, BOB,
        approve(0, commitment(USDC, 21), tnt));
    refuse("no stake", ServicesError.NO_OPERATOR_STAKE, ready, CHARLIE, approve(0, usdc, tnt));
    refuse("unexpected", ServicesError.UNEXPECTED_ASSET_COMMITMENT, ready, BOB,
        approve(0, usdc, tnt, commitment(Asset.custom(2), 10)));
    refuse("out of order", ServicesError.INVALID_SECURITY_COMMITMENTS, ready, BOB,
        approve(0, tnt, usdc));
    refuse("twice the same asset", ServicesError.INVALID_SECURITY_COMMITMENTS, ready, BOB,
        approve(0, usdc, tnt, tnt));
    refuse("not asked", ServicesError.APPROVAL_NOT_REQUESTED,
        w -> ready.apply(w).withDelegation(CHARLIE, USDC, 5), CHARLIE, approve(0, usdc, tnt));
    refuse("blueprint gone", ServicesError.BLUEPRINT_NOT_FOUND, w -> {
      ready.apply(w).storage.blueprints.remove(0L);
      return w;
    }, BOB, approve(0, usdc, tnt));
    refuse("registration gone", ServicesError.NOT_REGISTERED, w -> {
      ready.apply(w).storage.operators.remove(0L, BOB);
      return w;
    }, BOB, approve(0, usdc, tnt));
    refuse("hook reverts", ServicesError.APPROVAL_INTERRUPTED,
        answering(ready, Hook.APPROVE, TestManagers.REVERT), BOB, approve(0, usdc, tnt));
    refuse("runner refuses", ServicesError.ON_APPROVE_FAILURE,
        answering(ready, Hook.APPROVE, REFUSED), BOB, approve(0, usdc, tnt));
    refuse("profile gone", ServicesError.NOT_REGISTERED, w -> {
      ready.apply(w).storage.operatorsProfile.remove(BOB);
      return w;
    }, BOB, approve(0, usdc, tnt));
    refuse("profile full", ServicesError.NOT_REGISTERED, w -> {
      ready.apply(w).storage.operatorsProfile.put(BOB,
          new OperatorProfile(ids(1, 1024), Collections.emptySortedSet()));
      return w;
    }, BOB, approve(0, usdc, tnt));
    refuse("owner has 1,024", ServicesError.MAX_SERVICES_PER_USER_EXCEEDED, w -> {
      ready.apply(w).storage.userServices.put(EVE, ids(1, 1024));
      return w;
    }, BOB, approve(0, usdc, tnt));
    refuse("start reverts", ServicesError.SERVICE_INITIALIZATION_INTERRUPTED,
        answering(ready, Hook.INITIALIZED, TestManagers.REVERT), BOB, approve(0, usdc, tnt));
    refuse("runner refuses the start", ServicesError.ON_SERVICE_INIT_HOOK,
        answering(ready, Hook.INITIALIZED, REFUSED), BOB, approve(0, usdc, tnt));
  }

  private static ServicesCall.Approve approve(long id, AssetSecurityCommitment... commitments) {
    return new ServicesCall.Approve(id, List.of(commitments));
  }

  private void jobs() {
    UnaryOperator<ServicesWorld> ready = RefusalsTest::service;
    ServicesCall.CallJob call = new ServicesCall.CallJob(0, 0, number(3));
    refuse("unknown service", ServicesError.SERVICE_NOT_FOUND, ready, EVE,
        new ServicesCall.CallJob(5, 0, number(3)));
    refuse("blueprint gone", ServicesError.BLUEPRINT_NOT_FOUND, w -> {
      ready.apply(w).storage.blueprints.remove(0L);
      return w;
    }, EVE, call);
    refuse("a stranger calls", DispatchError.BAD_ORIGIN, ready, ALICE, call);
    refuse("unknown job", ServicesError.JOB_DEFINITION_NOT_FOUND, ready, EVE,
        new ServicesCall.CallJob(0, 1, number(3)));
    refuse("257 arguments", ServicesError.MAX_FIELDS_EXCEEDED, ready, EVE,
        new ServicesCall.CallJob(0, 0, Collections.nCopies(257, new Field.Uint64(1))));
    refuse("wrong type", typeCheck(0, 0, 8), ready, EVE,
        new ServicesCall.CallJob(0, 0, List.of(new Field.Bool(true))));
    refuse("hook reverts", ServicesError.INVALID_JOB_CALL_INPUT,
        answering(ready, Hook.JOB_CALL, TestManagers.REVERT), EVE, call);
    refuse("runner refuses", DispatchError.Plain.OTHER,
        answering(ready, Hook.JOB_CALL, REFUSED), EVE, call);

    UnaryOperator<ServicesWorld> open = RefusalsTest::called;
    ServicesCall.SubmitResult result = new ServicesCall.SubmitResult(0, 0, number(9));
    refuse("unknown call", ServicesError.SERVICE_OR_JOB_CALL_NOT_FOUND, open, BOB,
        new ServicesCall.SubmitResult(0, 1, number(9)));
    refuse("service gone", ServicesError.SERVICE_NOT_FOUND, w -> {
      open.apply(w).storage.instances.remove(0L);
      return w;
    }, BOB, result);
    refuse("blueprint gone under a result", ServicesError.BLUEPRINT_NOT_FOUND, w -> {
      open.apply(w).storage.blueprints.remove(0L);
      return w;
    }, BOB, result);
    refuse("a stranger answers", ServicesError.NOT_REGISTERED, open, DAVE, result);
    refuse("job gone", ServicesError.JOB_DEFINITION_NOT_FOUND, w -> {
      open.apply(w).storage.blueprints.put(0L,
          new ServicesStorage.OwnedBlueprint(ALICE,
              blueprint().boundTo(new MasterRevision.Specific(0))));
      return w;
    }, BOB, result);
    refuse("257 results", ServicesError.MAX_FIELDS_EXCEEDED, open, BOB,
        new ServicesCall.SubmitResult(0, 0, Collections.nCopies(257, new Field.Uint64(1))));
    refuse("no result", typeCheck(1, 1, 0), open, BOB,
        new ServicesCall.SubmitResult(0, 0, List.of()));
    refuse("result reverts", ServicesError.INVALID_JOB_RESULT,
        answering(open, Hook.JOB_RESULT, TestManagers.REVERT), BOB, result);
    refuse("runner refuses a result", DispatchError.Plain.OTHER,
        answering(open, Hook.JOB_RESULT, REFUSED), BOB, result);
    refuse("masters gone", ServicesError.MASTER_BLUEPRINT_SERVICE_MANAGER_REVISION_NOT_FOUND, w -> {
      open.apply(w).storage.masterRevisions.remove();
      return w;
    }, BOB, result);
  }

  static Stream<Case> cases() {
    var all = new RefusalsTest();
    all.blueprints();
    all.registrations();
    all.requests();
    all.payments();
    all.approvals();
    all.jobs();
    return all.cases.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_refused_call_tells_its_error_and_moves_nothing(Case refused) {
    ServicesWorld world = refused.given.apply(new ServicesWorld());

    assertRefused(world, refused.origin, refused.call, refused.error);
  }

  private static void assertRefused(ServicesWorld world, Origin origin, ServicesCall call,
      DispatchError error) {
    var before = world.store.pairs();
    var events = List.copyOf(world.block.events());

    Outcome outcome = world.call(origin, call);

    assertThat(outcome).isEqualTo(new Outcome.Refused(error, PostDispatch.AS_DECLARED));
    assertThat(world.store.pairs()).isEqualTo(before);
    assertThat(world.block.events()).isEqualTo(events);
  }

  @Test
  void an_inactive_operator_can_neither_register_nor_be_asked() {
    ServicesWorld world = new ServicesWorld().withOperators(square(0));
    world.restakingStorage.operators().put(BOB, world.restakingStorage.operators().get(BOB)
        .withStatus(new OperatorStatus.Inactive()));

    assertRefused(world, Origin.signed(EVE), request(ONE, BOB),
        new DispatchError.Module(ServicesError.OPERATOR_NOT_ACTIVE));
  }

  @Test
  void a_charged_call_is_refused_where_the_payer_cannot_pay_or_has_paid() {
    ServicesWorld poor = charging().withService(square(900_000));
    poor.ok(EVE, new ServicesCall.CallJob(0, 0, number(1)));
    ServicesWorld paid = charging().withService(square(10));
    paid.storage.jobPayments.put(0L, 0L,
        new JobPayment(0, 0, 0, EVE, Asset.NATIVE, Balance.of(10)));

    var call = new ServicesCall.CallJob(0, 0, number(1));

    assertRefused(poor, Origin.signed(EVE), call,
        new DispatchError.Module(ServicesError.INVALID_REQUEST_INPUT));
    assertRefused(paid, Origin.signed(EVE), call,
        new DispatchError.Module(ServicesError.PAYMENT_ALREADY_PROCESSED));
    assertRefused(charging().withService(square(1_000_000)), Origin.signed(EVE), call,
        DispatchError.Token.NOT_EXPENDABLE);
  }

  private static ServicesWorld charging() {
    return new ServicesWorld(ServicesStorage.BY_KEY_BYTES, w -> UnexpectedSlashes.INSTANCE,
        w -> new ChargedJobPayments(w.storage, w.block, w.ledger, ServicesWorld.REWARDS,
            (account, service, amount) -> {
            }, Earner.OPERATOR));
  }

  @Test
  void every_error_is_tested_or_listed_with_its_reason() {
    var tested = EnumSet.of(ServicesError.PAYMENT_ALREADY_PROCESSED);
    cases().forEach(refused -> {
      if (refused.error instanceof DispatchError.Module(var error)) {
        tested.add(ServicesError.values()[error.index()]);
      }
    });
    var reasons = new TreeMap<ServicesError, String>(NotRaised.REASONS);
    NotRaised.BY_SLASHING.forEach(error -> reasons.putIfAbsent(error, "tested beside the queue"));

    assertThat(tested).doesNotContainAnyElementsOf(NotRaised.REASONS.keySet());
    tested.addAll(reasons.keySet());
    assertThat(tested).containsExactly(ServicesError.values());
    assertThat(Map.copyOf(reasons)).allSatisfy((error, reason) -> assertThat(reason).isNotBlank());
  }
}
