package io.fairlead.runtime;

import static io.fairlead.runtime.WiredWorld.ALICE;
import static io.fairlead.runtime.WiredWorld.BOB;
import static io.fairlead.runtime.WiredWorld.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.RestakingAccounts;
import io.fairlead.restaking.RestakingWays;
import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.BlueprintSelection;
import io.fairlead.restaking.wire.BondInfoDelegator;
import io.fairlead.restaking.wire.DelegatorMetadata;
import io.fairlead.restaking.wire.LockMultiplier;
import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.restaking.wire.RestakingError;
import io.fairlead.restaking.wire.RestakingEvent;
import io.fairlead.restaking.wire.UnappliedSlash;
import io.fairlead.runtime.balances.BalancesCall;
import io.fairlead.runtime.extensions.NominatedRestaked;
import io.fairlead.runtime.staking.RewardDestination;
import io.fairlead.runtime.staking.StakingCall;
import io.fairlead.runtime.utility.UtilityCall;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.EvmAddress;
import io.fairlead.substrate.primitive.Percent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of restaking, as deployed and mended. Alice is the operator, Bob delegates to her. */
class RestakingRulesTest {
  private static final Balance TEN = Balance.tnt(10);
  private static final RestakingCall END_DELEGATIONS =
      new RestakingCall.ExecuteDelegatorUnstake();
  private static final RestakingCall END_NOMINATION =
      new RestakingCall.ExecuteNominationUnstake(ALICE);
  private static final RestakingCall OPERATOR_UNSTAKE =
      new RestakingCall.ExecuteOperatorUnstake();

  private WiredWorld deployed;
  private WiredWorld mended;

  /** Two worlds under all rules but {@code name}, which is as deployed in the first. */
  private void differ(String name) {
    deployed = world("repaired,restaking." + name + "=deployed");
    mended = world("repaired");
    for (WiredWorld world : both()) {
      world.done(ALICE, new RestakingCall.JoinOperators(Balance.tnt(100)));
    }
  }

  private static WiredWorld world(String rules) {
    return new WiredWorld(((Rules.Parsed.Good) Rules.parse(rules)).rules());
  }

  private List<WiredWorld> both() {
    return List.of(deployed, mended);
  }

  private static void round(WiredWorld world, long round) {
    world.wiring.restakingItems.currentRound().put(round);
  }

  private static void delegate(WiredWorld world, AccountId who, BlueprintSelection selection) {
    world.done(who, new RestakingCall.Deposit(Asset.NATIVE, TEN, null, null));
    world.done(who, new RestakingCall.Delegate(ALICE, Asset.NATIVE, TEN, selection));
  }

  private static void nominate(WiredWorld world, AccountId operator) {
    if (world.wiring.nativeStakes.bond(BOB).isEmpty()) {
      world.done(BOB, new StakingCall.Bond(Balance.tnt(30), RewardDestination.STASH));
    }
    world.done(BOB,
        new RestakingCall.DelegateNomination(operator, TEN, BlueprintSelection.ALL));
  }

  private static void wantBack(WiredWorld world) {
    world.done(BOB, new RestakingCall.ScheduleDelegatorUnstake(ALICE, Asset.NATIVE, TEN));
  }

  private static UnappliedSlash slash(int percent) {
    return new UnappliedSlash(0, 7, 0, ALICE, new Percent(percent));
  }

  private static DelegatorMetadata bob(WiredWorld world) {
    return world.wiring.stakes.delegator(BOB).orElseThrow();
  }

  private static Balance delegated(WiredWorld world) {
    return bob(world).deposits().get(Asset.NATIVE).delegatedAmount();
  }

  private static void refused(WiredWorld world, AccountId who, RestakingCall call,
      RestakingError error) {
    world.refused(Origin.signed(who), call, new DispatchError.Module(error));
  }

  @Test
  void restaking_departure() {
    differ("departure");
    for (WiredWorld world : both()) {
      delegate(world, BOB, BlueprintSelection.ALL);
      nominate(world, ALICE);
      wantBack(world);
      world.done(ALICE, new RestakingCall.ScheduleLeaveOperators());
      round(world, 10);
    }

    deployed.done(ALICE, new RestakingCall.ExecuteLeaveOperators());
    List<Event> events = mended.done(ALICE, new RestakingCall.ExecuteLeaveOperators());

    refused(deployed, BOB, END_DELEGATIONS, RestakingError.NOT_AN_OPERATOR);
    assertThat(delegated(deployed)).isEqualTo(TEN);
    assertThat(delegated(mended)).isEqualTo(Balance.ZERO);
    assertThat(bob(mended).delegations()).isEmpty();
    assertThat(bob(mended).unstakeRequests()).isEmpty();
    assertThat(events).contains(
        new RestakingEvent.DelegatorUnstakeExecuted(BOB, ALICE, Asset.NATIVE, TEN),
        new RestakingEvent.NominationUnstakeExecuted(BOB, ALICE, TEN));
    mended.done(BOB, new RestakingCall.ScheduleWithdraw(Asset.NATIVE, TEN));
  }

  @Test
  void restaking_ripe_requests() {
    differ("ripeRequests");
    for (WiredWorld world : both()) {
      delegate(world, BOB, BlueprintSelection.ALL);
      nominate(world, ALICE);
      world.done(BOB, new RestakingCall.ScheduleNominationUnstake(ALICE, Balance.tnt(4),
          BlueprintSelection.ALL));
      round(world, 5);
    }

    deployed.done(BOB, END_DELEGATIONS);
    refused(mended, BOB, END_DELEGATIONS, RestakingError.BOND_LESS_NOT_READY);

    assertThat(delegated(deployed)).isEqualTo(Balance.tnt(6));
    refused(deployed, BOB, END_NOMINATION, RestakingError.NO_BOND_LESS_REQUEST);
    mended.done(BOB, END_NOMINATION);
    assertThat(delegated(mended)).isEqualTo(TEN);
  }

  @Test
  void restaking_nomination_lock() {
    differ("nominationLock");
    for (WiredWorld world : both()) {
      world.done(CAROL, new RestakingCall.JoinOperators(Balance.tnt(100)));
      nominate(world, ALICE);
      nominate(world, CAROL);
      world.done(BOB, new StakingCall.Unbond(Balance.tnt(30)));
      world.era(20).done(BOB, new StakingCall.WithdrawUnbonded(0));
    }
    var most = new BalancesCall.TransferKeepAlive(MultiAddress.of(CAROL), Balance.tnt(985));

    deployed.done(BOB, most);
    mended.refused(Origin.signed(BOB), most, DispatchError.Token.FROZEN);
  }

  @Test
  void restaking_full_operator() {
    differ("fullOperator");
    for (WiredWorld world : both()) {
      for (int i = 0; i < 50; i++) {
        var who = new AccountId(9, 9, 9, i);
        world.wiring.ledger.endow(who, Balance.tnt(100));
        delegate(world, who, BlueprintSelection.ALL);
      }
      world.done(new AccountId(9, 9, 9, 3),
          new RestakingCall.Deposit(Asset.NATIVE, TEN, null, null));
    }
    var topUp = new RestakingCall.Delegate(ALICE, Asset.NATIVE, TEN, BlueprintSelection.ALL);

    refused(deployed, new AccountId(9, 9, 9, 3), topUp,
        RestakingError.MAX_DELEGATIONS_EXCEEDED);
    mended.done(new AccountId(9, 9, 9, 3), topUp);
    mended.done(BOB, new RestakingCall.Deposit(Asset.NATIVE, TEN, null, null));
    refused(mended, BOB, topUp, RestakingError.MAX_DELEGATIONS_EXCEEDED);
  }

  @Test
  void restaking_shortfall() {
    differ("shortfall");
    for (WiredWorld world : both()) {
      delegate(world, BOB, BlueprintSelection.ALL);
      wantBack(world);
      world.wiring.slasher.slash(slash(50));
      round(world, 5);
    }

    refused(deployed, BOB, END_DELEGATIONS, RestakingError.INSUFFICIENT_BALANCE);
    assertThat(mended.done(BOB, END_DELEGATIONS)).containsExactly(
        new RestakingEvent.DelegatorUnstakeExecuted(BOB, ALICE, Asset.NATIVE, Balance.tnt(5)));
    assertThat(bob(mended).delegations()).isEmpty();
    assertThat(mended.wiring.stakes.delegated(ALICE, Asset.NATIVE)).isEqualTo(Balance.ZERO);
  }

  @Test
  void restaking_full_locks() {
    differ("fullLocks");
    var locked =
        new RestakingCall.Deposit(Asset.NATIVE, TEN, null, LockMultiplier.ONE_MONTH);
    for (WiredWorld world : both()) {
      for (int i = 0; i < 50; i++) {
        world.done(BOB, locked);
      }
      refused(world, BOB, locked, RestakingError.INSUFFICIENT_BALANCE);
      world.block(2 + LockMultiplier.ONE_MONTH.blocks());
    }

    refused(deployed, BOB, locked, RestakingError.INSUFFICIENT_BALANCE);
    mended.done(BOB, locked);
    assertThat(bob(mended).deposits().get(Asset.NATIVE).locks()).hasSize(1);
  }

  @Test
  void restaking_delegation_events() {
    differ("delegationEvents");
    for (WiredWorld world : both()) {
      world.done(BOB, new RestakingCall.Deposit(Asset.NATIVE, TEN, null, null));
    }
    var call = new RestakingCall.Delegate(ALICE, Asset.NATIVE, TEN, BlueprintSelection.ALL);
    Event told = new RestakingEvent.Delegated(BOB, ALICE, TEN, Asset.NATIVE);

    assertThat(deployed.done(BOB, call)).containsExactly(told, told);
    assertThat(mended.done(BOB, call)).containsExactly(told);
  }

  @Test
  void restaking_top_up_selection() {
    differ("topUpSelection");
    for (WiredWorld world : both()) {
      delegate(world, BOB, BlueprintSelection.fixed(1L));
      delegate(world, BOB, BlueprintSelection.fixed(2L, 1L));
    }

    assertThat(selection(deployed)).isEqualTo(BlueprintSelection.fixed(1L));
    assertThat(selection(mended)).isEqualTo(BlueprintSelection.fixed(1L, 2L));
    delegate(mended, BOB, BlueprintSelection.ALL);
    assertThat(selection(mended)).isEqualTo(BlueprintSelection.ALL);
  }

  private static BlueprintSelection selection(WiredWorld world) {
    return bob(world).delegations().getFirst().blueprintSelection();
  }

  @Test
  void restaking_least_bond() {
    differ("leastBond");
    for (WiredWorld world : both()) {
      world.done(ALICE, new RestakingCall.ScheduleOperatorUnstake(
          Balance.tnt(100).minus(Balance.of(100))));
      world.wiring.slasher.slash(slash(50));
      round(world, 5);
    }

    refused(deployed, ALICE, OPERATOR_UNSTAKE, RestakingError.UNSTAKE_AMOUNT_TOO_LARGE);
    mended.done(ALICE, OPERATOR_UNSTAKE);
    assertThat(mended.wiring.stakes.stake(ALICE)).isEqualTo(Balance.of(100));
  }

  @Test
  void restaking_token_withdrawal() {
    differ("tokenWithdrawal");
    var evm = EvmAddress.hex("0x" + "11".repeat(20));
    var token = new Asset.Erc20(EvmAddress.hex("0x" + "23".repeat(20)));
    AccountId who = RestakingAccounts.mapped(evm);
    for (WiredWorld world : both()) {
      world.done(RestakingAccounts.PALLET, new RestakingCall.Deposit(token, TEN, evm, null));
      world.done(who, new RestakingCall.ScheduleWithdraw(token, TEN));
      round(world, 10);
      world.dispatch(Origin.signed(who), new RestakingCall.ExecuteWithdraw(null));
    }

    assertThat(deployed.wiring.stakes.delegator(who).orElseThrow().withdrawRequests()).isEmpty();
    assertThat(mended.wiring.stakes.delegator(who).orElseThrow().withdrawRequests()).hasSize(1);
    mended.done(RestakingAccounts.PALLET, new RestakingCall.ExecuteWithdraw(evm));
    assertThat(mended.wiring.stakes.delegator(who).orElseThrow().withdrawRequests()).isEmpty();
  }

  @Test
  void restaking_empty_withdrawal() {
    differ("emptyWithdrawal");
    var execute = new RestakingCall.ExecuteWithdraw(null);
    for (WiredWorld world : both()) {
      world.done(BOB, new RestakingCall.Deposit(Asset.NATIVE, TEN, null, null));
      world.done(BOB, new RestakingCall.ScheduleWithdraw(Asset.NATIVE, TEN));
    }

    assertThat(deployed.done(BOB, execute))
        .containsExactly(new RestakingEvent.ExecutedWithdraw(BOB));
    refused(mended, BOB, execute, RestakingError.NO_WITHDRAW_REQUESTS);
    round(mended, 10);
    mended.done(BOB, execute);
  }

  @Test
  void restaking_slash_pending() {
    differ("slashPending");
    for (WiredWorld world : both()) {
      delegate(world, BOB, BlueprintSelection.ALL);
      nominate(world, ALICE);
      wantBack(world);
      world.done(BOB,
          new RestakingCall.ScheduleNominationUnstake(ALICE, TEN, BlueprintSelection.ALL));
      world.done(ALICE, new RestakingCall.ScheduleOperatorUnstake(TEN));
      world.wiring.servicesItems.slashBook().append(slash(50));
      round(world, 5);
    }

    for (RestakingCall call : List.of(END_DELEGATIONS, END_NOMINATION)) {
      deployed.done(BOB, call);
      refused(mended, BOB, call, RestakingError.BOND_LESS_NOT_READY);
    }
    deployed.done(ALICE, OPERATOR_UNSTAKE);
    refused(mended, ALICE, OPERATOR_UNSTAKE, RestakingError.BOND_LESS_REQUEST_NOT_SATISFIED);

    mended.wiring.servicesItems.slashBook().remove(0, 0);
    mended.done(BOB, END_DELEGATIONS);
    mended.wiring.servicesItems.slashBook().append(slash(50));
    round(mended, 8);
    mended.done(BOB, END_NOMINATION);
  }

  @Test
  void restaking_deselection() {
    differ("deselection");
    for (WiredWorld world : both()) {
      delegate(world, BOB, BlueprintSelection.fixed(7L, 8L));
      world.wiring.servicesItems.slashBook().append(slash(50));
    }

    deployed.done(BOB, new RestakingCall.RemoveBlueprintId(7));
    refused(mended, BOB, new RestakingCall.RemoveBlueprintId(7), RestakingError.LOCK_VIOLATION);
    mended.done(BOB, new RestakingCall.RemoveBlueprintId(8));
  }

  @Test
  void restaking_unbond_guard() {
    differ("unbondGuard");
    var all = new StakingCall.Unbond(Balance.tnt(30));
    for (WiredWorld world : both()) {
      world.done(BOB, new StakingCall.Bond(Balance.tnt(30), RewardDestination.STASH));
      assertThat(passes(world, CAROL, all)).isTrue();
    }

    assertThat(passes(deployed, BOB, all)).isFalse();
    assertThat(passes(mended, BOB, all)).isTrue();
    nominate(mended, ALICE);
    assertThat(passes(mended, BOB, new StakingCall.Unbond(Balance.tnt(20)))).isTrue();
    var tooMuch = new StakingCall.Unbond(Balance.tnt(21));
    assertThat(passes(mended, BOB, tooMuch)).isFalse();
    assertThat(passes(mended, BOB, new UtilityCall.BatchAll(List.of(tooMuch)))).isFalse();
    assertThat(passes(mended, BOB, new UtilityCall.AsDerivative(0, tooMuch))).isTrue();
  }

  private static boolean passes(WiredWorld world, AccountId who,
      io.fairlead.substrate.pallet.Call call) {
    NominatedRestaked extension = world.wiring.nominatedRestaked;
    return extension.passes(who, call);
  }

  @Test
  void restaking_nomination_slash() {
    differ("nominationSlash");
    for (WiredWorld world : both()) {
      nominate(world, ALICE);
      world.wiring.ledger.endow(RestakingAccounts.SLASH_RECIPIENT, Balance.tnt(1));
      world.wiring.slasher.slash(slash(50));
      assertThat(bob(world).delegations()).containsExactly(new BondInfoDelegator(ALICE,
          Balance.tnt(5), Asset.NATIVE, BlueprintSelection.ALL, true));
    }

    assertThat(deployed.wiring.nativeStakes.active(BOB)).isEqualTo(Balance.tnt(30));
    assertThat(deployed.free(BOB)).isEqualTo(Balance.tnt(1_000));
    assertThat(mended.wiring.nativeStakes.active(BOB)).isEqualTo(Balance.tnt(25));
    assertThat(mended.free(BOB)).isEqualTo(Balance.tnt(995));
    assertThat(mended.free(RestakingAccounts.SLASH_RECIPIENT)).isEqualTo(Balance.tnt(56));
  }

  @Test
  void the_presets_of_the_pallet_are_those_of_the_rules() {
    assertThat(Wiring.ways(Rules.DEPLOYED.restaking())).isEqualTo(RestakingWays.DEPLOYED);
    assertThat(Wiring.ways(Rules.REPAIRED.restaking())).isEqualTo(RestakingWays.REPAIRED);
  }
}
