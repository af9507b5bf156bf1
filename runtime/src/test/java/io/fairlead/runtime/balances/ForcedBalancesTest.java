package io.fairlead.runtime.balances;

import static io.fairlead.runtime.BaseWorld.ALICE;
import static io.fairlead.runtime.BaseWorld.BOB;
import static io.fairlead.runtime.BaseWorld.CHARLIE;
import static io.fairlead.runtime.BaseWorld.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.runtime.BaseWorld;
import io.fairlead.runtime.balances.BalancesCall.Burn;
import io.fairlead.runtime.balances.BalancesCall.Direction;
import io.fairlead.runtime.balances.BalancesCall.ForceAdjustTotalIssuance;
import io.fairlead.runtime.balances.BalancesCall.ForceSetBalance;
import io.fairlead.runtime.balances.BalancesCall.ForceUnreserve;
import io.fairlead.runtime.balances.BalancesCall.UpgradeAccounts;
import io.fairlead.runtime.system.AccountData;
import io.fairlead.runtime.system.AccountInfo;
import io.fairlead.runtime.system.SystemEvent;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.DispatchError.Plain;
import io.fairlead.substrate.pallet.DispatchError.Token;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForcedBalancesTest {
  private static final Origin BY_BOB = Origin.signed(BOB);
  private static final Balance TNT = Balance.tnt(1);
  private static final Balance DUST = Balance.of(5);

  private final BaseWorld world = BaseWorld.usual();

  private void issuanceIsWhatAllHave() {
    assertThat(world.sumOfAccounts()).isEqualTo(world.ledger.totalIssuance());
  }

  @Test
  void root_sets_free_money_and_the_issuance_follows() {
    assertThat(world.done(Origin.ROOT, new ForceSetBalance(id(BOB), TNT)))
        .containsExactly(new BalancesEvent.BalanceSet(BOB, TNT));
    issuanceIsWhatAllHave();
    assertThat(world.done(Origin.ROOT, new ForceSetBalance(id(CHARLIE), TNT))).containsExactly(
        new SystemEvent.NewAccount(CHARLIE), new BalancesEvent.Endowed(CHARLIE, TNT),
        new BalancesEvent.BalanceSet(CHARLIE, TNT));
    issuanceIsWhatAllHave();
    assertThat(world.done(Origin.ROOT, new ForceSetBalance(id(BOB), DUST))).containsExactly(
        new SystemEvent.KilledAccount(BOB), new BalancesEvent.BalanceSet(BOB, Balance.ZERO));
    issuanceIsWhatAllHave();
  }

  @Test
  void root_gives_reserved_money_back_as_far_as_it_goes() {
    world.ledger.reserve(BOB, TNT);
    world.next();

    assertThat(world.done(Origin.ROOT, new ForceUnreserve(id(BOB), Balance.tnt(7))))
        .containsExactly(new BalancesEvent.Unreserved(BOB, TNT));
  }

  @Test
  void root_makes_the_issuance_another_one_but_not_below_what_is_inactive() {
    Balance issuance = world.ledger.totalIssuance();
    world.balancesStorage.inactiveIssuance.put(issuance);

    assertThat(
        world.done(Origin.ROOT, new ForceAdjustTotalIssuance(Direction.INCREASE, TNT)))
        .containsExactly(
            new BalancesEvent.TotalIssuanceForced(issuance, issuance.plus(TNT)));
    assertThat(
        world.done(Origin.ROOT, new ForceAdjustTotalIssuance(Direction.DECREASE, TNT)))
        .containsExactly(
            new BalancesEvent.TotalIssuanceForced(issuance.plus(TNT), issuance));
    world.refused(Origin.ROOT, new ForceAdjustTotalIssuance(Direction.DECREASE, TNT),
        error(BalancesError.ISSUANCE_DEACTIVATED));
    world.refused(Origin.ROOT, new ForceAdjustTotalIssuance(Direction.INCREASE, Balance.ZERO),
        error(BalancesError.DELTA_ZERO));
  }

  @Test
  void burnt_money_is_gone() {
    assertThat(world.done(BY_BOB, new Burn(TNT, true)))
        .containsExactly(new BalancesEvent.Burned(BOB, TNT));
    issuanceIsWhatAllHave();
    Balance allButDust = world.free(BOB).minus(DUST);
    assertThat(world.done(BY_BOB, new Burn(allButDust, false))).containsExactly(
        new SystemEvent.KilledAccount(BOB), new BalancesEvent.DustLost(BOB, DUST),
        new BalancesEvent.Burned(BOB, allButDust));
    issuanceIsWhatAllHave();
  }

  @Test
  void bringing_nine_of_ten_accounts_to_the_new_logic_is_free() {
    for (int i = 0; i < 9; i++) {
      world.accounts.put(old(i), new AccountInfo(0, 0, 1, 0,
          new AccountData(TNT, Balance.ZERO, Balance.ZERO, Balance.ZERO)));
    }
    List<AccountId> nine = java.util.stream.IntStream.range(0, 9).mapToObj(i -> old(i)).toList();
    var ten = new java.util.ArrayList<>(nine);
    ten.add(BOB);

    assertThat(world.dispatch(BY_BOB, new UpgradeAccounts(ten)))
        .isEqualTo(new Outcome.Done(PostDispatch.FREE));
    assertThat(world.events()).hasSize(9).startsWith(new BalancesEvent.Upgraded(old(0)));
    assertThat(world.dispatch(BY_BOB, new UpgradeAccounts(ten))).isEqualTo(Outcome.DONE);
    assertThat(world.dispatch(BY_BOB, new UpgradeAccounts(List.of()))).isEqualTo(Outcome.DONE);
  }

  private static AccountId old(int number) {
    return new AccountId(9, 9, 9, number);
  }

  @Test
  void each_refusal_leaves_everything_as_it_was() {
    MultiAddress index = new MultiAddress.Index(7);
    for (Call call : List.of(new ForceUnreserve(id(BOB), TNT),
        new ForceSetBalance(id(BOB), TNT),
        new ForceAdjustTotalIssuance(Direction.INCREASE, TNT))) {
      world.refused(BY_BOB, call, DispatchError.BAD_ORIGIN);
    }
    world.refused(Origin.ROOT, new Burn(TNT, true), DispatchError.BAD_ORIGIN);
    world.refused(Origin.ROOT, new UpgradeAccounts(List.of()), DispatchError.BAD_ORIGIN);
    world.refused(Origin.ROOT, new ForceUnreserve(index, TNT), Plain.CANNOT_LOOKUP);
    world.refused(Origin.ROOT, new ForceSetBalance(index, TNT), Plain.CANNOT_LOOKUP);
    world.refused(BY_BOB, new Burn(Balance.tnt(1_000), true), Token.FUNDS_UNAVAILABLE);
    world.refused(BY_BOB, new Burn(Balance.tnt(1_001), false), Token.FUNDS_UNAVAILABLE);
    world.ledger.reserve(ALICE, TNT);
    world.refused(Origin.ROOT, new ForceSetBalance(id(ALICE), Balance.ZERO),
        Plain.CONSUMER_REMAINING);
    world.balancesStorage.totalIssuance.put(DUST);
    world.refused(BY_BOB, new Burn(TNT, true), DispatchError.Arithmetic.OVERFLOW);
  }

  @Test
  void money_reserved_by_one_account_moves_to_another_or_is_destroyed() {
    var reserves = new Reserves(world.ledger, world.block);
    world.ledger.reserve(BOB, Balance.tnt(3));
    world.next();

    assertThat(reserves.repatriate(BOB, ALICE, TNT, BalancesEvent.BalanceStatus.FREE))
        .isEqualTo(TNT);
    assertThat(reserves.repatriate(BOB, BOB, TNT, BalancesEvent.BalanceStatus.RESERVED))
        .isEqualTo(TNT);
    assertThat(reserves.repatriate(BOB, BOB, TNT, BalancesEvent.BalanceStatus.FREE))
        .isEqualTo(TNT);
    reserves.slashReserved(BOB, Balance.tnt(9));
    reserves.slashReserved(CHARLIE, TNT);

    assertThat(world.events()).containsExactly(
        new BalancesEvent.ReserveRepatriated(BOB, ALICE, TNT, BalancesEvent.BalanceStatus.FREE),
        new BalancesEvent.Unreserved(BOB, TNT), new BalancesEvent.Slashed(BOB, TNT));
    assertThat(world.free(BOB)).isEqualTo(Balance.tnt(998));
    issuanceIsWhatAllHave();
  }

  @Test
  void what_is_frozen_of_reserved_money_stays() {
    var reserves = new Reserves(world.ledger, world.block);
    world.ledger.reserve(BOB, Balance.tnt(600));
    world.set(BOB, data -> new AccountData(data.free(), data.reserved(), Balance.tnt(700),
        data.flags()));

    assertThat(
        reserves.repatriate(BOB, ALICE, Balance.tnt(600), BalancesEvent.BalanceStatus.RESERVED))
        .isEqualTo(Balance.tnt(300));
    world.refused(() -> reserves.repatriate(BOB, CHARLIE, TNT,
        BalancesEvent.BalanceStatus.RESERVED), error(BalancesError.DEAD_ACCOUNT));
  }

  private static DispatchError error(BalancesError error) {
    return new DispatchError.Module(error);
  }
}
