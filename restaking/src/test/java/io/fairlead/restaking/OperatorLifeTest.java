package io.fairlead.restaking;

import static io.fairlead.restaking.RestakingWorld.ALICE;
import static io.fairlead.restaking.RestakingWorld.BOB;
import static io.fairlead.restaking.RestakingWorld.USDC;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.wire.BlueprintSelection;
import io.fairlead.restaking.wire.OperatorBondLessRequest;
import io.fairlead.restaking.wire.OperatorStatus;
import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.restaking.wire.RestakingEvent;
import io.fairlead.substrate.primitive.Balance;
import org.junit.jupiter.api.Test;

/** What the calls of operators do, as deployed. */
class OperatorLifeTest {
  private final RestakingWorld world = new RestakingWorld().withOperator(ALICE, 20_000);

  @Test
  void an_operator_leaves_ten_rounds_after_it_said_so_with_all_that_it_has() {
    world.atRound(5);
    assertThat(world.eventsOf(() -> world.ok(ALICE, new RestakingCall.ScheduleLeaveOperators())))
        .containsExactly(new RestakingEvent.OperatorLeavingScheduled(ALICE));
    assertThat(world.operator(ALICE).status()).isEqualTo(new OperatorStatus.Leaving(15));

    world.atRound(15);
    assertThat(world.eventsOf(() -> world.ok(ALICE, new RestakingCall.ExecuteLeaveOperators())))
        .containsExactly(new RestakingEvent.OperatorLeaveExecuted(ALICE));

    assertThat(world.storage.operators.contains(ALICE)).isFalse();
    assertThat(world.ledger.reserved(ALICE)).isEqualTo(Balance.ZERO);
  }

  @Test
  void leaving_does_not_touch_what_delegators_have() {
    world.withDeposit(BOB, USDC, 10).withDelegation(BOB, ALICE, USDC, 10, BlueprintSelection.ALL);
    var before = world.delegator(BOB);
    world.ok(ALICE, new RestakingCall.ScheduleLeaveOperators());
    world.atRound(10);

    world.ok(ALICE, new RestakingCall.ExecuteLeaveOperators());

    assertThat(world.delegator(BOB)).isEqualTo(before);
  }

  @Test
  void one_that_was_offline_is_active_after_it_stays() {
    world.ok(ALICE, new RestakingCall.GoOffline());
    world.ok(ALICE, new RestakingCall.ScheduleLeaveOperators());

    assertThat(world.eventsOf(() -> world.ok(ALICE, new RestakingCall.CancelLeaveOperators())))
        .containsExactly(new RestakingEvent.OperatorLeaveCancelled(ALICE));

    assertThat(world.operator(ALICE).status()).isEqualTo(OperatorStatus.ACTIVE);
  }

  @Test
  void bonding_more_takes_nothing_too_and_in_any_status() {
    world.ok(ALICE, new RestakingCall.GoOffline());
    world.ok(ALICE, new RestakingCall.OperatorBondMore(Balance.ZERO));

    assertThat(world.eventsOf(
        () -> world.ok(ALICE, new RestakingCall.OperatorBondMore(Balance.of(5_000)))))
        .containsExactly(new RestakingEvent.OperatorBondMore(ALICE, Balance.of(5_000)));

    assertThat(world.operator(ALICE).stake()).isEqualTo(Balance.of(25_000));
    assertThat(world.ledger.reserved(ALICE)).isEqualTo(Balance.of(25_000));
  }

  @Test
  void an_unstake_is_free_five_rounds_later_or_taken_back() {
    var schedule = new RestakingCall.ScheduleOperatorUnstake(Balance.of(5_000));
    world.atRound(10);
    assertThat(world.eventsOf(() -> world.ok(ALICE, schedule)))
        .containsExactly(new RestakingEvent.OperatorBondLessScheduled(ALICE, Balance.of(5_000)));
    assertThat(world.operator(ALICE).request())
        .isEqualTo(new OperatorBondLessRequest(Balance.of(5_000), 10));

    world.atRound(15);
    assertThat(
        world.eventsOf(() -> world.ok(ALICE, new RestakingCall.ExecuteOperatorUnstake())))
        .containsExactly(new RestakingEvent.OperatorBondLessExecuted(ALICE));
    assertThat(world.operator(ALICE).stake()).isEqualTo(Balance.of(15_000));
    assertThat(world.operator(ALICE).request()).isNull();
    assertThat(world.ledger.reserved(ALICE)).isEqualTo(Balance.of(15_000));

    world.ok(ALICE, schedule);
    assertThat(world.eventsOf(() -> world.ok(ALICE, new RestakingCall.CancelOperatorUnstake())))
        .containsExactly(new RestakingEvent.OperatorBondLessCancelled(ALICE));
    assertThat(world.operator(ALICE).request()).isNull();
  }

  @Test
  void a_slash_between_leaves_less_than_the_least_bond() {
    world.ok(ALICE, new RestakingCall.ScheduleOperatorUnstake(Balance.of(9_950)));
    world.slash(world.asWritten, RestakingWorld.slash(ALICE, 1, 50));
    world.atRound(5);

    world.ok(ALICE, new RestakingCall.ExecuteOperatorUnstake());

    assertThat(world.operator(ALICE).stake()).isEqualTo(Balance.of(50));
  }

  @Test
  void offline_and_online_are_told() {
    assertThat(world.eventsOf(() -> {
      world.ok(ALICE, new RestakingCall.GoOffline());
      world.ok(ALICE, new RestakingCall.GoOnline());
    })).containsExactly(new RestakingEvent.OperatorWentOffline(ALICE),
        new RestakingEvent.OperatorWentOnline(ALICE));
  }
}
