package io.fairlead.restaking;

import static io.fairlead.restaking.RestakingWorld.ALICE;
import static io.fairlead.restaking.RestakingWorld.BOB;
import static io.fairlead.restaking.RestakingWorld.EVE;
import static io.fairlead.restaking.RestakingWorld.TOKEN;
import static io.fairlead.restaking.RestakingWorld.USDC;
import static io.fairlead.restaking.RestakingWorld.plain;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.AssetId;
import io.fairlead.restaking.wire.BlueprintSelection;
import io.fairlead.restaking.wire.DelegatorBond;
import io.fairlead.restaking.wire.Deposit;
import io.fairlead.restaking.wire.LockMultiplier;
import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.restaking.wire.RestakingEvent;
import io.fairlead.restaking.wire.WithdrawRequest;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What withdrawing, ending delegations, restaking nominations and selecting do, as deployed. */
class DelegatorLifeTest {
  private static final Balance TEN = Balance.of(10);

  private final RestakingWorld world =
      new RestakingWorld().withOperator(ALICE, 1_000).withOperator(EVE, 1_000);

  private static RestakingCall end(AccountId operator, Asset asset, long amount) {
    return new RestakingCall.ScheduleDelegatorUnstake(operator, asset, Balance.of(amount));
  }

  private static RestakingCall nominate(AccountId operator, long amount) {
    return new RestakingCall.DelegateNomination(operator, Balance.of(amount),
        BlueprintSelection.ALL);
  }

  @Test
  void a_withdrawal_leaves_the_deposit_at_once_and_the_pallet_ten_rounds_later() {
    world.withDeposit(BOB, USDC, 100).atRound(3);
    assertThat(world.eventsOf(
        () -> world.ok(BOB, new RestakingCall.ScheduleWithdraw(USDC, Balance.of(60)))))
        .containsExactly(
            new RestakingEvent.ScheduledWithdraw(BOB, Balance.of(60), USDC, 13));
    assertThat(world.delegator(BOB).deposits().get(USDC).amount()).isEqualTo(Balance.of(40));

    world.atRound(12).ok(BOB, new RestakingCall.ExecuteWithdraw(null));
    assertThat(world.delegator(BOB).withdrawRequests())
        .containsExactly(new WithdrawRequest(USDC, Balance.of(60), 3));

    world.atRound(13);
    assertThat(world.eventsOf(() -> world.ok(BOB, new RestakingCall.ExecuteWithdraw(null))))
        .containsExactly(new RestakingEvent.ExecutedWithdraw(BOB));
    assertThat(world.delegator(BOB).withdrawRequests()).isEmpty();
    assertThat(world.ledger.balance(AssetId.of(1), BOB)).isEqualTo(Balance.of(999_960));
  }

  @Test
  void what_cannot_be_paid_waits_and_holds_up_nothing_else() {
    world.withDeposit(BOB, USDC, 10).withDeposit(BOB, Asset.NATIVE, 10);
    world.ok(BOB, new RestakingCall.ScheduleWithdraw(USDC, TEN));
    world.ok(BOB, new RestakingCall.ScheduleWithdraw(Asset.NATIVE, TEN));
    world.ledger.transfer(AssetId.of(1), RestakingAccounts.PALLET, EVE, Balance.of(1),
        Fungibles.Preservation.EXPENDABLE);

    world.atRound(10).ok(BOB, new RestakingCall.ExecuteWithdraw(null));

    assertThat(world.delegator(BOB).withdrawRequests())
        .containsExactly(new WithdrawRequest(USDC, TEN, 0));
    assertThat(world.ledger.free(BOB)).isEqualTo(Balance.of(1_000_000));
  }

  @Test
  void locks_hold_until_their_block_and_a_cancelled_withdrawal_has_none() {
    world.withDeposit(BOB, USDC, 10, LockMultiplier.ONE_MONTH);
    world.block.begin(432_001);
    world.ok(BOB, new RestakingCall.ScheduleWithdraw(USDC, TEN));

    assertThat(
        world.eventsOf(() -> world.ok(BOB, new RestakingCall.CancelWithdraw(USDC, TEN))))
        .containsExactly(new RestakingEvent.CancelledWithdraw(BOB, USDC, TEN));

    Deposit deposit = world.delegator(BOB).deposits().get(USDC);
    assertThat(deposit.amount()).isEqualTo(TEN);
    assertThat(deposit.locks()).hasSize(1);
  }

  @Test
  void tokens_withdrawn_without_an_evm_address_are_nowhere() {
    world.withDeposit(BOB, TOKEN, 10).ok(BOB, new RestakingCall.ScheduleWithdraw(TOKEN, TEN));

    world.atRound(10).ok(BOB, new RestakingCall.ExecuteWithdraw(null));

    assertThat(world.delegator(BOB).withdrawRequests()).isEmpty();
    assertThat(world.tokens.calls).isEmpty();
  }

  @Test
  void all_that_is_ripe_ends_together_told_by_operator_and_asset() {
    world.withDeposit(BOB, USDC, 30).withDeposit(BOB, Asset.NATIVE, 10)
        .withDelegation(BOB, ALICE, USDC, 20, BlueprintSelection.ALL)
        .withDelegation(BOB, ALICE, Asset.NATIVE, 10, BlueprintSelection.ALL)
        .withDelegation(BOB, EVE, USDC, 10, BlueprintSelection.ALL);
    for (RestakingCall call : List.of(end(ALICE, USDC, 5), end(ALICE, USDC, 6),
        end(EVE, USDC, 10), end(ALICE, Asset.NATIVE, 10))) {
      world.ok(BOB, call);
    }
    world.atRound(1).ok(BOB, end(ALICE, USDC, 2));
    world.rewards.told.clear();

    world.atRound(5);
    var events = world.eventsOf(
        () -> world.ok(BOB, new RestakingCall.ExecuteDelegatorUnstake()));

    assertThat(events).containsExactly(
        new RestakingEvent.DelegatorUnstakeExecuted(BOB, EVE, USDC, TEN),
        new RestakingEvent.DelegatorUnstakeExecuted(BOB, ALICE, Asset.NATIVE, TEN),
        new RestakingEvent.DelegatorUnstakeExecuted(BOB, ALICE, USDC, Balance.of(11)));
    assertThat(world.rewards.told).containsExactly("undelegate 10", "undelegate 10",
        "undelegate 11");
    assertThat(world.delegator(BOB).delegations()).containsExactly(plain(ALICE, 9, USDC));
    assertThat(world.delegator(BOB).unstakeRequests()).hasSize(1);
    assertThat(world.delegator(BOB).deposits().get(USDC).delegatedAmount())
        .isEqualTo(Balance.of(9));
    assertThat(world.operator(ALICE).delegations())
        .containsExactly(new DelegatorBond(BOB, Balance.of(9), USDC));
    assertThat(world.operator(EVE).delegationCount()).isZero();
  }

  @Test
  void a_request_is_taken_back_by_its_amount() {
    world.withDeposit(BOB, USDC, 30).withDelegation(BOB, ALICE, USDC, 20, BlueprintSelection.ALL);
    world.ok(BOB, end(ALICE, USDC, 5));
    assertThat(world.eventsOf(() -> world.ok(BOB, end(ALICE, USDC, 10)))).containsExactly(
        new RestakingEvent.DelegatorUnstakeScheduled(BOB, ALICE, USDC, TEN, 5));

    assertThat(world.eventsOf(
        () -> world.ok(BOB, new RestakingCall.CancelDelegatorUnstake(ALICE, USDC, TEN))))
        .containsExactly(new RestakingEvent.DelegatorUnstakeCancelled(BOB, ALICE, USDC, TEN));

    assertThat(world.delegator(BOB).unstakeRequests())
        .extracting(request -> request.amount()).containsExactly(Balance.of(5));
  }

  @Test
  void a_nomination_is_restaked_without_a_deposit_and_locks_what_the_last_operator_got() {
    world.withBond(BOB, 100, 100);
    var event = new RestakingEvent.NominationDelegated(BOB, ALICE, Balance.of(60));

    assertThat(world.eventsOf(() -> world.ok(BOB, nominate(ALICE, 60)))).containsExactly(event,
        event);
    assertThat(world.nominations.locked(BOB)).isEqualTo(Balance.of(60));
    world.ok(BOB, nominate(EVE, 30));
    assertThat(world.nominations.locked(BOB)).isEqualTo(Balance.of(30));
    world.ok(BOB, nominate(ALICE, 10));
    assertThat(world.nominations.locked(BOB)).isEqualTo(Balance.of(70));

    assertThat(world.delegator(BOB).deposits()).isEmpty();
    assertThat(world.delegator(BOB).delegations()).hasSize(2);
    assertThat(world.queries.restaked(BOB)).isEqualTo(Balance.of(100));
    assertThat(world.operator(ALICE).delegations())
        .containsExactly(new DelegatorBond(BOB, Balance.of(70), Asset.NATIVE));
  }

  @Test
  void a_nomination_ends_one_request_at_a_time() {
    world.withBond(BOB, 100, 100).ok(BOB, nominate(ALICE, 60));
    for (long amount : List.of(20L, 40L)) {
      world.ok(BOB, new RestakingCall.ScheduleNominationUnstake(ALICE, Balance.of(amount),
          BlueprintSelection.ALL));
    }
    var execute = new RestakingCall.ExecuteNominationUnstake(ALICE);
    world.atRound(5);

    assertThat(world.eventsOf(() -> world.ok(BOB, execute))).containsExactly(
        new RestakingEvent.NominationUnstakeExecuted(BOB, ALICE, Balance.of(20)));
    assertThat(world.nominations.locked(BOB)).isEqualTo(Balance.of(40));
    world.ok(BOB, execute);

    assertThat(world.nominations.locked(BOB)).isEqualTo(Balance.ZERO);
    assertThat(world.delegator(BOB).delegations()).isEmpty();
    assertThat(world.operator(ALICE).delegations()).isEmpty();
  }

  @Test
  void the_oldest_request_about_a_nomination_is_the_one_taken_back() {
    world.withBond(BOB, 100, 100).ok(BOB, nominate(ALICE, 60));
    for (long amount : List.of(20L, 40L)) {
      world.ok(BOB, new RestakingCall.ScheduleNominationUnstake(ALICE, Balance.of(amount),
          BlueprintSelection.ALL));
    }

    assertThat(world.eventsOf(
        () -> world.ok(BOB, new RestakingCall.CancelNominationUnstake(ALICE)))).containsExactly(
            new RestakingEvent.NominationUnstakeCancelled(BOB, ALICE, Balance.of(20)));
  }

  @Test
  void blueprints_are_selected_for_all_delegations_without_an_event() {
    world.withDeposit(BOB, USDC, 30)
        .withDelegation(BOB, ALICE, USDC, 1, BlueprintSelection.fixed(1L))
        .withDelegation(BOB, EVE, USDC, 1, BlueprintSelection.fixed(1L, 2L));

    assertThat(world.eventsOf(() -> {
      world.ok(BOB, new RestakingCall.AddBlueprintId(3));
      world.ok(BOB, new RestakingCall.RemoveBlueprintId(1));
    })).isEmpty();

    assertThat(world.delegator(BOB).delegations())
        .extracting(held -> held.blueprintSelection())
        .containsExactly(BlueprintSelection.fixed(3L), BlueprintSelection.fixed(2L, 3L));
  }
}
