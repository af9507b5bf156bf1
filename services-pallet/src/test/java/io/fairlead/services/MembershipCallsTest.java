package io.fairlead.services;

import static io.fairlead.services.ServicesWorld.BOB;
import static io.fairlead.services.ServicesWorld.CHARLIE;
import static io.fairlead.services.ServicesWorld.DAVE;
import static io.fairlead.services.ServicesWorld.EVE;
import static io.fairlead.services.ServicesWorld.EVE_EVM;
import static io.fairlead.services.ServicesWorld.NATIVE_20;
import static io.fairlead.services.ServicesWorld.TOKEN;
import static io.fairlead.services.ServicesWorld.USDC;
import static io.fairlead.services.ServicesWorld.paying;
import static io.fairlead.services.ServicesWorld.request;
import static io.fairlead.services.ServicesWorld.square;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.AssetId;
import io.fairlead.services.TestManagers.Hook;
import io.fairlead.services.wire.ApprovalState;
import io.fairlead.services.wire.MembershipModel;
import io.fairlead.services.wire.OperatorCommitments;
import io.fairlead.services.wire.OperatorPreferences;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MembershipCallsTest {
  private static final MembershipModel ONE = new MembershipModel.Fixed(1);

  private final ServicesWorld world = new ServicesWorld();

  @Test
  void a_preregistration_is_an_event_and_needs_no_blueprint() {
    var before = world.store.pairs();

    world.ok(BOB, new ServicesCall.PreRegister(77));

    assertThat(world.events()).containsExactly(new ServicesEvent.PreRegistration(BOB, 77));
    assertThat(world.store.pairs()).isEqualTo(before);
  }

  @Test
  void an_operator_without_live_services_of_its_blueprint_unregisters() {
    world.withOperators(square(0)).ok(BOB, new ServicesCall.Unregister(0));

    assertThat(world.queries.preferencesOrNull(0, BOB)).isNull();
    assertThat(world.queries.profileOrNull(BOB).blueprints()).isEmpty();
    assertThat(world.queries.canExit(BOB)).isTrue();
    assertThat(world.events()).endsWith(new ServicesEvent.Unregistered(BOB, 0));
    assertThat(world.managers.asked)
        .endsWith("UNREGISTER 0 [" + BOB + ", " + OperatorKeys.preferences(BOB) + "]");
  }

  @Test
  void an_operators_address_changes_and_its_key_stays() {
    Bytes address = Bytes.utf8("wss://new");
    var changed = new OperatorPreferences(OperatorKeys.preferences(BOB).key(), address);

    world.withOperators(square(0)).ok(BOB, new ServicesCall.UpdateRpcAddress(0, address));

    assertThat(world.queries.preferencesOrNull(0, BOB)).isEqualTo(changed);
    assertThat(world.events()).endsWith(new ServicesEvent.RpcAddressUpdated(BOB, 0, address));
    assertThat(world.managers.asked).endsWith("RPC_ADDRESS 0 [" + BOB + ", " + changed + "]");
  }

  /** What a request can be paid in. */
  enum Money {
    NATIVE(Asset.NATIVE), ASSET(USDC), TOKEN_OF_A_CONTRACT(new Asset.Erc20(TOKEN));

    private final Asset asset;

    Money(Asset asset) {
      this.asset = asset;
    }

    private Balance of(ServicesWorld world, AccountId payer) {
      return switch (this) {
        case NATIVE -> world.ledger.free(payer);
        case ASSET -> world.ledger.balance(AssetId.of(1), payer);
        case TOKEN_OF_A_CONTRACT -> world.ledger.balance(TOKEN, EVE_EVM);
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_rejection_gives_the_payment_back_and_leaves_the_request(Money money) {
    AccountId payer =
        money == Money.TOKEN_OF_A_CONTRACT ? ServicesAccounts.accountOf(EVE_EVM) : EVE;
    world.ledger.mint(TOKEN, EVE_EVM, Balance.of(500));
    world.withOperators(square(100));
    Balance before = money.of(world, payer);
    world.ok(payer, paying(request(ONE, BOB, CHARLIE), money.asset, 500, EVE_EVM));
    assertThat(money.of(world, payer)).isEqualTo(before.minus(Balance.of(500)));

    world.ok(BOB, new ServicesCall.Reject(0));

    assertThat(money.of(world, payer)).isEqualTo(before);
    assertThat(world.storage.stagingServicePayments.size()).isZero();
    assertThat(world.queries.requestOrNull(0).stateOf(BOB)).isEqualTo(ApprovalState.REJECTED);
    assertThat(world.queries.requestOrNull(0).stateOf(CHARLIE)).isEqualTo(ApprovalState.PENDING);
    assertThat(world.events()).endsWith(new ServicesEvent.ServiceRequestRejected(BOB, 0, 0));
    assertThat(world.managers.asked).endsWith("REJECT 0 [" + BOB + ", 0]");
  }

  @Test
  void a_second_rejection_gives_nothing_back() {
    world.withOperators(square(100))
        .ok(EVE, paying(request(ONE, BOB, CHARLIE), Asset.NATIVE, 500, null))
        .ok(BOB, new ServicesCall.Reject(0));
    Balance after = world.ledger.free(EVE);

    world.ok(CHARLIE, new ServicesCall.Reject(0));

    assertThat(world.ledger.free(EVE)).isEqualTo(after);
  }

  @Test
  void a_terminated_service_leaves_its_owner_and_its_operators() {
    world.withService(square(0)).ok(EVE, new ServicesCall.Terminate(0));

    assertThat(world.queries.serviceOrNull(0)).isNull();
    assertThat(world.storage.userServices.get(EVE)).isEmpty();
    assertThat(world.storage.serviceStatus.contains(0L, 0L)).isFalse();
    assertThat(world.queries.hasActiveServices(BOB)).isFalse();
    assertThat(world.events()).endsWith(new ServicesEvent.ServiceTerminated(EVE, 0, 0));
    assertThat(world.managers.asked).endsWith("TERMINATED 0 [0, " + EVE + "]");
    world.ok(BOB, new ServicesCall.Unregister(0));
  }

  private void withDynamicService() {
    world.withOperators(square(0)).ok(EVE, request(new MembershipModel.Dynamic(1, 2L), BOB))
        .ok(BOB, new ServicesCall.Approve(0, NATIVE_20));
  }

  @Test
  void an_operator_joins_a_dynamic_service_and_its_profile_does_not_tell() {
    withDynamicService();
    var events = world.events();

    world.ok(CHARLIE, new ServicesCall.JoinService(0, NATIVE_20));

    assertThat(world.queries.service(0).operators()).containsExactly(
        new OperatorCommitments(BOB, NATIVE_20), new OperatorCommitments(CHARLIE, NATIVE_20));
    assertThat(world.queries.profile(CHARLIE).services()).isEmpty();
    assertThat(world.events()).isEqualTo(events);
    assertThat(world.managers.asked).endsWith("CAN_JOIN 0 [0, " + CHARLIE + "]",
        "JOINED 0 [0, " + CHARLIE + "]");
  }

  @Test
  void an_operator_leaves_a_dynamic_service_and_its_profile_does_not_tell() {
    withDynamicService();

    world.ok(CHARLIE, new ServicesCall.JoinService(0, NATIVE_20))
        .ok(BOB, new ServicesCall.LeaveService(0));

    assertThat(world.queries.service(0).operators())
        .containsExactly(new OperatorCommitments(CHARLIE, NATIVE_20));
    assertThat(world.queries.profile(BOB).services()).containsExactly(0L);
    assertThat(world.managers.asked).endsWith("CAN_LEAVE 0 [0, " + BOB + "]",
        "LEFT 0 [0, " + BOB + "]");
  }

  @Test
  void who_does_not_serve_may_leave_without_effect() {
    withDynamicService();
    world.withOperator(DAVE, 10_000).withRegistration(DAVE)
        .ok(CHARLIE, new ServicesCall.JoinService(0, NATIVE_20));
    var before = world.store.pairs();

    world.ok(DAVE, new ServicesCall.LeaveService(0));

    assertThat(world.store.pairs()).isEqualTo(before);
  }

  @Test
  void a_manager_that_reverts_when_told_leaves_an_event_and_stops_nobody() {
    withDynamicService();
    world.managers.answers.put(Hook.JOINED, TestManagers.REVERT);
    world.managers.answers.put(Hook.LEFT, TestManagers.REVERT);
    var reverted = new ServicesEvent.EvmReverted(ServicesAccounts.PALLET_EVM,
        ServicesWorld.MASTER, Bytes.hex("0x01"), Bytes.hex("0x02"));

    world.ok(CHARLIE, new ServicesCall.JoinService(0, NATIVE_20))
        .ok(BOB, new ServicesCall.LeaveService(0));

    assertThat(world.events()).endsWith(reverted, reverted);
    assertThat(world.queries.service(0).isServedBy(CHARLIE)).isTrue();
  }
}
