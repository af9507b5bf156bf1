package io.fairlead.services;

import static io.fairlead.services.ServicesWorld.ALICE;
import static io.fairlead.services.ServicesWorld.BOB;
import static io.fairlead.services.ServicesWorld.CHARLIE;
import static io.fairlead.services.ServicesWorld.DAVE;
import static io.fairlead.services.ServicesWorld.EVE;
import static io.fairlead.services.ServicesWorld.EVE_EVM;
import static io.fairlead.services.ServicesWorld.MASTER;
import static io.fairlead.services.ServicesWorld.NATIVE_20;
import static io.fairlead.services.ServicesWorld.NATIVE_ONLY;
import static io.fairlead.services.ServicesWorld.TOKEN;
import static io.fairlead.services.ServicesWorld.USDC;
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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.AssetId;
import io.fairlead.services.wire.AssetSecurityRequirement;
import io.fairlead.services.wire.Field;
import io.fairlead.services.wire.FieldType;
import io.fairlead.services.wire.JobCallResult;
import io.fairlead.services.wire.MasterRevision;
import io.fairlead.services.wire.MembershipModel;
import io.fairlead.services.wire.OperatorCommitments;
import io.fairlead.services.wire.RefundAccount;
import io.fairlead.services.wire.Service;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServiceMetadata;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.services.wire.StagingServicePayment;
import io.fairlead.substrate.pallet.ChainPanic;
import io.fairlead.substrate.pallet.DispatchClass;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Weight;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Percent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CallsTest {
  private static final MembershipModel ONE = new MembershipModel.Fixed(1);
  private static final AccountId MASTER_ACCOUNT = ServicesAccounts.accountOf(MASTER);

  private final ServicesWorld world = new ServicesWorld();

  @Test
  void a_new_blueprint_is_pinned_to_the_newest_master() {
    world.withMaster().withMaster().withBlueprint(blueprint(square(0)));

    var stored = world.queries.blueprintOrNull(0);
    assertThat(stored).isEqualTo(new ServicesStorage.OwnedBlueprint(ALICE,
        blueprint(square(0)).boundTo(new MasterRevision.Specific(1))));
    assertThat(world.events()).containsExactly(
        new ServicesEvent.MasterBlueprintServiceManagerRevised(0, MASTER),
        new ServicesEvent.MasterBlueprintServiceManagerRevised(1, MASTER),
        new ServicesEvent.BlueprintCreated(ALICE, 0));
    assertThat(world.storage.nextBlueprintId.get()).isEqualTo(1);
  }

  @Test
  void the_master_is_asked_even_when_the_manager_reverted() {
    world.managers.answers.put(TestManagers.Hook.MANAGER_CREATED, TestManagers.REVERT);

    world.withMaster().call(Origin.signed(ALICE), new ServicesCall.CreateBlueprint(blueprint()));

    assertThat(world.managers.asked).hasSize(2)
        .anyMatch(asked -> asked.startsWith("CREATED"));
  }

  @Test
  void a_registration_hands_its_value_to_the_master() {
    world.withMaster().withBlueprint(blueprint()).withOperator(BOB, 10_000)
        .ok(BOB, new ServicesCall.Register(0, preferences(2), List.of(), Balance.of(77)));

    assertThat(world.ledger.free(BOB)).isEqualTo(Balance.of(999_923));
    assertThat(world.ledger.free(ServicesAccounts.PALLET)).isEqualTo(Balance.ZERO);
    assertThat(world.ledger.free(MASTER_ACCOUNT)).isEqualTo(Balance.of(77));
    assertThat(world.queries.preferencesOrNull(0, BOB)).isEqualTo(preferences(2));
    assertThat(world.queries.profile(BOB).blueprints()).containsExactly(0L);
    assertThat(world.events())
        .contains(new ServicesEvent.Registered(BOB, 0, preferences(2), List.of()));
    assertThat(world.queries.canExit(BOB)).isFalse();
    assertThat(world.queries.hasActiveServices(BOB)).isFalse();
    assertThat(world.queries.canExit(CHARLIE)).isTrue();
  }

  @Test
  void a_request_asks_for_the_native_asset_when_it_was_forgotten() {
    var usdc = requirement(USDC, 10, 20);
    var added = new AssetSecurityRequirement(Asset.NATIVE, new Percent(10), new Percent(100));

    world.withOperators(square(0)).ok(EVE, requiring(request(ONE, BOB, CHARLIE), usdc));

    assertThat(world.queries.requestOrNull(0).securityRequirements()).containsExactly(usdc, added);
    assertThat(world.events()).contains(new ServicesEvent.ServiceRequested(EVE, 0, 0,
        List.of(BOB, CHARLIE), List.of(), List.of(usdc, added)));
  }

  @Test
  void a_free_request_may_name_an_asset_that_is_not() {
    world.withOperators(square(100))
        .ok(EVE, paying(request(ONE, BOB), Asset.custom(999), 0, null));

    assertThat(world.storage.stagingServicePayments.size()).isZero();
  }

  static Stream<Arguments> payments() {
    AccountId eve = ServicesAccounts.accountOf(EVE_EVM);
    return Stream.of(Arguments.of(EVE, Asset.NATIVE, new RefundAccount.Id(EVE)),
        Arguments.of(EVE, USDC, new RefundAccount.Id(EVE)),
        Arguments.of(eve, new Asset.Erc20(TOKEN), new RefundAccount.Address(EVE_EVM)));
  }

  private Balance held(Asset asset, AccountId account, boolean master) {
    return switch (asset) {
      case Asset.Custom(AssetId id) -> id.equals(AssetId.NATIVE) ? world.ledger.free(account)
          : world.ledger.balance(id, account);
      case Asset.Erc20(var token) ->
          world.ledger.balance(token, master ? MASTER : ServicesAccounts.PALLET_EVM);
    };
  }

  @ParameterizedTest
  @MethodSource("payments")
  void a_payment_waits_with_the_pallet_and_goes_to_the_master_at_the_start(AccountId payer,
      Asset asset, RefundAccount refundTo) {
    world.ledger.mint(TOKEN, EVE_EVM, Balance.of(500));
    world.withOperators(square(100)).ok(payer, paying(request(ONE, BOB), asset, 500, EVE_EVM));

    assertThat(held(asset, ServicesAccounts.PALLET, false)).isEqualTo(Balance.of(500));
    assertThat(world.storage.stagingServicePayments.orNull(0L))
        .isEqualTo(new StagingServicePayment(0, refundTo, asset, Balance.of(500)));

    world.ok(BOB, new ServicesCall.Approve(0, NATIVE_20));

    assertThat(held(asset, ServicesAccounts.PALLET, false)).isEqualTo(Balance.ZERO);
    assertThat(held(asset, MASTER_ACCOUNT, true)).isEqualTo(Balance.of(500));
    assertThat(world.storage.stagingServicePayments.size()).isZero();
  }

  @Test
  void a_subscription_rate_counts_where_no_job_is_paid_once() {
    ServiceBlueprint plain = blueprint();
    var rate = new io.fairlead.services.wire.JobDefinition(square(0).metadata(), List.of(),
        List.of(), new io.fairlead.services.wire.PricingModel.Subscription(Balance.of(100), 5, 9L));
    var driven = new io.fairlead.services.wire.JobDefinition(square(0).metadata(), List.of(),
        List.of(), new io.fairlead.services.wire.PricingModel.EventDriven(Balance.of(1)));
    assertThat(plain.jobs()).isEmpty();
    world.withOperators(rate, driven);

    assertThat(world.call(Origin.signed(EVE), paying(request(ONE, BOB), Asset.NATIVE, 99, null))
        .isDone()).isFalse();
    world.ok(EVE, paying(request(ONE, BOB), Asset.NATIVE, 100, null));
  }

  @Test
  void a_service_starts_when_enough_have_approved_with_those_who_have() {
    var two = new MembershipModel.Fixed(2);
    world.withOperators(square(0)).withOperator(DAVE, 10_000).withRegistration(DAVE)
        .ok(EVE, request(two, BOB, CHARLIE, DAVE)).ok(DAVE, new ServicesCall.Approve(0, NATIVE_20));
    assertThat(world.queries.requestOrNull(0).approvals().getLast().operator()).isEqualTo(DAVE);
    assertThat(world.events()).endsWith(new ServicesEvent.ServiceRequestApproved(DAVE, 0, 0,
        List.of(BOB, CHARLIE), List.of(DAVE)));

    world.ok(BOB, new ServicesCall.Approve(0, NATIVE_20));

    var serving = List.of(new OperatorCommitments(BOB, NATIVE_20),
        new OperatorCommitments(DAVE, NATIVE_20));
    assertThat(world.queries.requestOrNull(0)).isNull();
    assertThat(world.queries.service(0)).isEqualTo(
        new Service(0, 0, EVE, List.of(), serving, NATIVE_ONLY, List.of(), 100, two));
    assertThat(world.events()).endsWith(
        new ServicesEvent.ServiceRequestApproved(BOB, 0, 0, List.of(CHARLIE), List.of(BOB, DAVE)),
        new ServicesEvent.ServiceInitiated(EVE, 0, 0, 0, serving));
    assertThat(world.storage.userServices.get(EVE)).containsExactly(0L);
    assertThat(world.storage.serviceStatus.contains(0L, 0L)).isTrue();
    assertThat(world.queries.hasActiveServices(BOB)).isTrue();
    assertThat(world.queries.hasActiveServices(CHARLIE)).isFalse();
  }

  @Test
  void a_request_of_more_assets_wants_stake_in_each() {
    world.withOperators(square(0)).withDelegation(BOB, USDC, 10)
        .ok(EVE, requiring(request(ONE, BOB), requirement(USDC, 10, 20), NATIVE_ONLY.getFirst()))
        .ok(BOB, new ServicesCall.Approve(0,
            List.of(commitment(USDC, 10), commitment(Asset.NATIVE, 50))));

    assertThat(world.queries.service(0).isServedBy(BOB)).isTrue();
    assertThat(world.queries.service(0).isServedBy(CHARLIE)).isFalse();
  }

  @Test
  void a_job_is_called_by_owner_or_permitted_and_answered_by_any_operator_of_the_blueprint() {
    world.withService(square(0)).ok(EVE, new ServicesCall.CallJob(0, 0, number(3)))
        .ok(DAVE, new ServicesCall.CallJob(0, 0, number(4)))
        .ok(CHARLIE, new ServicesCall.SubmitResult(0, 1, number(15)))
        .ok(BOB, new ServicesCall.SubmitResult(0, 1, number(16)));

    assertThat(world.queries.jobCallOrNull(0, 0).args()).isEqualTo(number(3));
    assertThat(world.queries.nextJobCallId()).isEqualTo(2);
    assertThat(world.queries.jobResultOrNull(0, 0)).isNull();
    assertThat(world.queries.jobResultOrNull(0, 1))
        .isEqualTo(new JobCallResult(0, 1, number(16)));
    assertThat(world.events()).endsWith(
        new ServicesEvent.JobCalled(DAVE, 0, 1, 0, number(4)),
        new ServicesEvent.JobResultSubmitted(CHARLIE, 0, 1, 0, number(15)),
        new ServicesEvent.JobResultSubmitted(BOB, 0, 1, 0, number(16)));
    assertThat(world.managers.asked)
        .contains("JOB_RESULT 0 [0, 0, 1, " + CHARLIE + ", " + number(4) + ", " + number(15) + "]");
  }

  private static final List<Field> NEGATIVE = List.of(new Field.Struct(
      Bytes.EMPTY,
      List.of(new Field.Member(Bytes.EMPTY,
          new Field.Sequence(FieldType.INT32, List.of(new Field.Int32(1), new Field.Int32(-1)))))));

  private static final List<FieldType> NESTED =
      List.of(new FieldType.Struct(List.of(new FieldType.Sequence(FieldType.INT32))));

  private static ServiceBlueprint nested() {
    ServiceBlueprint plain = blueprint();
    var job = new io.fairlead.services.wire.JobDefinition(square(0).metadata(), NESTED, NESTED,
        square(0).pricingModel());
    return new ServiceBlueprint(ServiceMetadata.named("nested"), List.of(job), NESTED, NESTED,
        plain.manager(), plain.masterRevision(), List.of(), plain.membershipModels());
  }

  private static final List<Field> POSITIVE = List.of(new Field.Struct(
      Bytes.EMPTY,
      List.of(new Field.Member(Bytes.EMPTY,
          new Field.Sequence(FieldType.INT32, List.of(new Field.Int32(1)))))));

  private static ServicesCall.Request asking(List<Field> args) {
    return new ServicesCall.Request(null, 0, List.of(), List.of(BOB), args, NATIVE_ONLY, 1,
        Asset.NATIVE, Balance.ZERO, ONE);
  }

  @Test
  void a_negative_integer_panics_on_its_way_to_each_hook() {
    world.withMaster().withBlueprint(nested()).withOperator(BOB, 10_000);
    assertPanics(BOB, new ServicesCall.Register(0, preferences(2), NEGATIVE, Balance.of(3)));
    world.ok(BOB, new ServicesCall.Register(0, preferences(2), POSITIVE, Balance.of(3)));
    assertPanics(EVE, asking(NEGATIVE));
    world.ok(EVE, asking(POSITIVE)).ok(BOB, new ServicesCall.Approve(0, NATIVE_20));
    assertPanics(EVE, new ServicesCall.CallJob(0, 0, NEGATIVE));
    world.ok(EVE, new ServicesCall.CallJob(0, 0, POSITIVE));
    assertPanics(BOB, new ServicesCall.SubmitResult(0, 0, NEGATIVE));
    world.ok(BOB, new ServicesCall.SubmitResult(0, 0, POSITIVE));
  }

  private void assertPanics(AccountId who, ServicesCall call) {
    var before = world.store.pairs();
    var asked = List.copyOf(world.managers.asked);

    assertThatThrownBy(() -> world.call(Origin.signed(who), call)).isInstanceOf(ChainPanic.class);

    assertThat(world.store.pairs()).isEqualTo(before);
    assertThat(world.managers.asked).isEqualTo(asked);
  }

  static Stream<Arguments> weights() {
    return Stream.of(Arguments.of(new ServicesCall.CreateBlueprint(blueprint()), 237_950_000, 1561),
        Arguments.of(new ServicesCall.Register(0, preferences(1), List.of(), Balance.ZERO),
            544_541_000, 6509),
        Arguments.of(new ServicesCall.PreRegister(0), 5_670_000, 0),
        Arguments.of(new ServicesCall.Unregister(0), 293_770_000, 3791),
        Arguments.of(new ServicesCall.Reject(0), 138_470_000, 3891),
        Arguments.of(new ServicesCall.Terminate(0), 658_430_000, 9086),
        Arguments.of(new ServicesCall.JoinService(0, List.of()), 10_000, 0),
        Arguments.of(new ServicesCall.LeaveService(0), 10_000, 0),
        Arguments.of(new ServicesCall.UpdateRpcAddress(0, Bytes.EMPTY), 164_690_000, 3807),
        Arguments.of(request(ONE), 1_120_951_000, 9706),
        Arguments.of(new ServicesCall.Approve(0, List.of()), 140_060_000, 3891),
        Arguments.of(new ServicesCall.CallJob(0, 0, List.of()), 550_770_000, 6965),
        Arguments.of(new ServicesCall.SubmitResult(0, 0, List.of()), 485_781_000, 7216),
        Arguments.of(new ServicesCall.Slash(BOB, 0, new Percent(1)), 0, 0),
        Arguments.of(new ServicesCall.Dispute(0, 0), 0, 0),
        Arguments.of(new ServicesCall.UpdateMasterBlueprintServiceManager(MASTER), 0, 0));
  }

  @ParameterizedTest
  @MethodSource("weights")
  void declared_weights_are_those_of_the_chain(ServicesCall call, long refTime, long proofSize) {
    assertThat(world.pallet.info(call)).isEqualTo(
        new DispatchInfo(Weight.of(refTime, proofSize), DispatchClass.NORMAL, true));
  }

  @Test
  void a_rollback_takes_the_index_of_keys_back_too() {
    world.withOperators(square(0)).withOperator(DAVE, 10_000);
    int mark = world.store.mark();
    world.withRegistration(DAVE);
    world.store.rollback(mark);

    world.withOperator(EVE, 10_000)
        .ok(EVE, new ServicesCall.Register(0, preferences(4), List.of(), Balance.ZERO));
  }

  @Test
  void the_pallet_has_a_known_account() {
    assertThat(ServicesAccounts.PALLET).isEqualTo(
        AccountId.hex("0xe51d50638febc616897a8a12400b0d419f133ee2769c63a11054dc903cca5fb7"));
    assertThat(ServicesAccounts.addressOf(BOB).bytes().size()).isEqualTo(20);
  }

  @Test
  void metadata_lists_everything_that_the_chain_declares() {
    var declaration = ServicesDeclaration.of(world.storage);

    assertThat(declaration.items()).hasSize(26);
    assertThat(declaration.constants()).hasSize(30);
    assertThat(declaration.events().shape().cases()).hasSize(24);
    assertThat(io.fairlead.services.wire.ServicesError.values()).hasSize(102);
    assertThat(declaration.calls().shape().cases()).extracting(c -> c.index())
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 16, 17, 18, 19, 20, 21,
            22);
  }
}
