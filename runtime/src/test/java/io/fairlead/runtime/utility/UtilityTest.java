package io.fairlead.runtime.utility;

import static io.fairlead.runtime.Wired.ALICE;
import static io.fairlead.runtime.Wired.BOB;
import static io.fairlead.runtime.Wired.BY_ALICE;
import static io.fairlead.runtime.Wired.BY_BOB;
import static io.fairlead.runtime.Wired.NOBODY;
import static io.fairlead.runtime.Wired.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.runtime.Wired;
import io.fairlead.runtime.balances.BalancesCall.TransferKeepAlive;
import io.fairlead.runtime.balances.BalancesEvent;
import io.fairlead.runtime.sudo.SudoCall;
import io.fairlead.runtime.system.SystemCall;
import io.fairlead.runtime.system.SystemError;
import io.fairlead.runtime.utility.UtilityCall.AsDerivative;
import io.fairlead.runtime.utility.UtilityCall.Batch;
import io.fairlead.runtime.utility.UtilityCall.BatchAll;
import io.fairlead.runtime.utility.UtilityCall.DispatchAs;
import io.fairlead.runtime.utility.UtilityCall.ForceBatch;
import io.fairlead.runtime.utility.UtilityCall.WithWeight;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.DispatchClass;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.pallet.Weight;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.EvmAddress;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class UtilityTest {
  private static final Balance TNT = Balance.tnt(1);
  private static final Call GOOD = new TransferKeepAlive(id(BOB), TNT);
  private static final Call BAD = new TransferKeepAlive(id(BOB), Balance.tnt(2_000_000));
  private static final Call REMARK = new SystemCall.Remark(Bytes.EMPTY);
  private static final DispatchError NO_FUNDS = DispatchError.Token.FUNDS_UNAVAILABLE;
  private static final BalancesEvent MOVED = new BalancesEvent.Transfer(ALICE, BOB, TNT);

  private final Wired world = new Wired();

  @Test
  void a_batch_ends_at_the_first_refusal_and_keeps_what_came_before() {
    assertThat(world.done(BY_ALICE, new Batch(List.of(GOOD, BAD, GOOD)))).containsExactly(MOVED,
        new UtilityEvent.ItemCompleted(), new UtilityEvent.BatchInterrupted(1, NO_FUNDS));
    assertThat(world.done(BY_ALICE, new Batch(List.of(GOOD)))).endsWith(
        new UtilityEvent.ItemCompleted(), new UtilityEvent.BatchCompleted());
  }

  @Test
  void a_batch_of_all_keeps_nothing_after_a_refusal_and_weighs_what_ran() {
    Call all = new BatchAll(List.of(GOOD, BAD, GOOD));

    world.refused(BY_ALICE, all, NO_FUNDS);

    assertThat(world.post(BY_ALICE, all)).isEqualTo(new PostDispatch(
        Weight.of(50_000_000 + 12_948_874 + 2 * 5_162_821 + 2 * 163_159_000, 3_997 + 2 * 3_593),
        true));
    assertThat(world.done(BY_ALICE, new BatchAll(List.of(GOOD)))).containsExactly(MOVED,
        new UtilityEvent.ItemCompleted(), new UtilityEvent.BatchCompleted());
  }

  @Test
  void a_forced_batch_tries_all_and_weighs_as_a_plain_one() {
    assertThat(world.done(BY_ALICE, new ForceBatch(List.of(BAD, GOOD)))).containsExactly(
        new UtilityEvent.ItemFailed(NO_FUNDS), MOVED, new UtilityEvent.ItemCompleted(),
        new UtilityEvent.BatchCompletedWithErrors());

    assertThat(world.post(BY_ALICE, new ForceBatch(List.of()))).isEqualTo(
        new PostDispatch(Weight.of(50_000_000 + 2_694_370, 3_997), true));
    assertThat(world.info(new ForceBatch(List.of())).weight())
        .isEqualTo(Weight.of(50_000_000 + 4_879_712, 3_997));
  }

  @Test
  void a_batch_of_all_may_not_stand_in_another_however_deep() {
    Call inner = new BatchAll(List.of(GOOD));
    var filtered = new DispatchError.Module(SystemError.CALL_FILTERED);

    world.refused(BY_ALICE, new BatchAll(List.of(inner)), filtered);
    world.refused(BY_ALICE, new BatchAll(List.of(new AsDerivative(1, inner))), filtered);
    assertThat(world.done(BY_ALICE, new BatchAll(List.of(new Batch(List.of(inner))))))
        .contains(new UtilityEvent.BatchInterrupted(0, filtered));
    assertThat(world.done(Origin.ROOT, new BatchAll(List.of(new BatchAll(List.of(REMARK))))))
        .hasSize(4);
    assertThat(world.done(BY_ALICE, new BatchAll(List.of(new SudoCall.SudoAs(id(ALICE), inner)))))
        .contains(MOVED);
  }

  @Test
  void a_derived_account_acts_for_its_owner_and_weight_counts_when_refused() {
    AccountId derived = UtilityPallet.derivative(ALICE, 7);
    Call paying = new AsDerivative(7, new TransferKeepAlive(id(BOB), TNT));
    Weight weight = Weight.of(184_639_000 + 163_159_000, 3_997 + 3_593);

    world.refused(BY_ALICE, paying, NO_FUNDS);
    assertThat(world.post(BY_ALICE, paying)).isEqualTo(new PostDispatch(weight, true));

    world.done(BY_ALICE, new TransferKeepAlive(id(derived), Balance.tnt(3)));
    assertThat(world.done(BY_ALICE, paying))
        .containsExactly(new BalancesEvent.Transfer(derived, BOB, TNT));
    assertThat(world.info(paying)).isEqualTo(DispatchInfo.normal(weight));
  }

  @Test
  void root_dispatches_as_any_origin_and_with_any_weight() {
    assertThat(world.done(Origin.ROOT, new DispatchAs(BY_ALICE, GOOD))).containsExactly(MOVED,
        new UtilityEvent.DispatchedAs(null));
    for (Origin stranger : List.of(Origin.NONE, new Origin.Council(3, 5),
        new Origin.CouncilMember(ALICE), new Origin.Ethereum(EvmAddress.hex("11".repeat(20))))) {
      assertThat(world.done(Origin.ROOT, new DispatchAs(stranger, GOOD)))
          .containsExactly(new UtilityEvent.DispatchedAs(DispatchError.BAD_ORIGIN));
    }
    Call heavy = new WithWeight(new SystemCall.SetHeapPages(5), Weight.of(1, 2));
    assertThat(world.info(heavy))
        .isEqualTo(new DispatchInfo(Weight.of(1, 2), DispatchClass.OPERATIONAL, true));
    assertThat(world.done(Origin.ROOT, heavy)).isEmpty();
    world.refused(Origin.ROOT, new WithWeight(GOOD, Weight.ZERO), DispatchError.BAD_ORIGIN);
  }

  @Test
  void each_refusal_leaves_everything_as_it_was() {
    List<Call> tooMany = Collections.nCopies(UtilityPallet.CALLS_MAX + 1, REMARK);
    for (Call batch : List.of(new Batch(tooMany), new BatchAll(tooMany),
        new ForceBatch(tooMany))) {
      world.refused(BY_ALICE, batch, UtilityError.TOO_MANY_CALLS);
      world.refused(Origin.NONE, batch, DispatchError.BAD_ORIGIN);
    }
    world.refused(Origin.ROOT, new AsDerivative(0, REMARK), DispatchError.BAD_ORIGIN);
    world.refused(BY_BOB, new DispatchAs(BY_ALICE, GOOD), DispatchError.BAD_ORIGIN);
    world.refused(BY_BOB, new WithWeight(REMARK, Weight.ZERO), DispatchError.BAD_ORIGIN);
  }

  @Test
  void calls_in_calls_open_a_limited_number_of_transactions() {
    Call deep = REMARK;
    for (int i = 0; i < 254; i++) {
      deep = new AsDerivative(0, deep);
    }

    assertThat(world.done(BY_ALICE, deep)).isEmpty();
    world.refused(BY_ALICE, new AsDerivative(0, deep),
        DispatchError.Transactional.LIMIT_REACHED);
  }

  @Test
  void a_batch_is_operational_where_all_in_it_are() {
    Call operational = new SystemCall.SetHeapPages(1);

    assertThat(world.info(new Batch(List.of(operational, operational))).dispatchClass())
        .isEqualTo(DispatchClass.OPERATIONAL);
    assertThat(world.info(new Batch(List.of(operational, REMARK))).dispatchClass())
        .isEqualTo(DispatchClass.NORMAL);
  }

  @Test
  void calls_and_origins_come_back_from_their_bytes() {
    for (Origin origin : List.of(Origin.ROOT, Origin.NONE, BY_BOB, new Origin.Council(1, 2),
        new Origin.CouncilMember(NOBODY), new Origin.Ethereum(EvmAddress.hex("22".repeat(20))))) {
      world.roundTrip(new DispatchAs(origin, GOOD));
    }
    world.roundTrip(new Batch(List.of(GOOD, new BatchAll(List.of(BAD, REMARK)))));
    world.roundTrip(new ForceBatch(List.of()));
    world.roundTrip(new AsDerivative(65_535, new WithWeight(REMARK, Weight.of(-1, 3))));
  }
}
