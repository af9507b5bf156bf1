package io.fairlead.runtime;

import static io.fairlead.runtime.PoolWorld.create;
import static io.fairlead.runtime.PoolWorld.deployedBut;
import static io.fairlead.runtime.PoolWorld.join;
import static io.fairlead.runtime.PoolWorld.state;
import static io.fairlead.runtime.PoolWorld.unbond;
import static io.fairlead.runtime.PoolWorld.withdraw;
import static io.fairlead.runtime.WiredWorld.ALICE;
import static io.fairlead.runtime.WiredWorld.BOB;
import static io.fairlead.runtime.WiredWorld.CAROL;
import static io.fairlead.runtime.WiredWorld.DAVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.lst.LstAccounts;
import io.fairlead.restaking.lst.wire.Commission;
import io.fairlead.restaking.lst.wire.Defect;
import io.fairlead.restaking.lst.wire.LstCall;
import io.fairlead.restaking.lst.wire.LstError;
import io.fairlead.restaking.lst.wire.LstEvent;
import io.fairlead.restaking.lst.wire.PoolState;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Perbill;
import org.junit.jupiter.api.Test;

/** Both behaviours of each switch of the group {@code pools}, in a whole runtime. */
class PoolRulesTest {
  private static final Balance ED = Balance.of(10_000_000_000L);

  @Test
  void pools_maturity() {
    for (Rules rules : new Rules[] {Rules.DEPLOYED, deployedBut("pools.maturity=due")}) {
      var world = new PoolWorld(rules).withPool(50);
      world.done(DAVE, unbond(DAVE, 1, 20));
      world.era(13).refused(LstError.POOL_NOT_FOUND, DAVE, withdraw(DAVE, 1));
      world.era(15);

      if (rules.equals(Rules.DEPLOYED)) {
        world.refused(LstError.POOL_NOT_FOUND, DAVE, withdraw(DAVE, 1));
      } else {
        assertThat(world.done(DAVE, withdraw(DAVE, 1)))
            .anyMatch(event -> event instanceof LstEvent.Withdrawn);
      }
    }
  }

  @Test
  void pools_taken_entries() {
    for (Rules rules : new Rules[] {Rules.DEPLOYED, deployedBut("pools.takenEntries=own-pool")}) {
      var world = new PoolWorld(rules).withPool(50);
      world.done(ALICE, create(100));
      world.done(DAVE, join(2, 50));
      world.done(DAVE, unbond(DAVE, 1, 20));
      world.era(1).done(DAVE, unbond(DAVE, 2, 30));
      Balance before = world.world.free(DAVE);

      var events = world.era(15).done(DAVE, withdraw(DAVE, 2));

      // pool 2 has no points of era 14, so those of pool 1 are worth nothing there
      boolean deployed = rules.equals(Rules.DEPLOYED);
      assertThat(events).anySatisfy(event -> assertThat(event)
          .isInstanceOfSatisfying(LstEvent.Withdrawn.class,
              it -> assertThat(it.points().compareTo(Balance.tnt(40)) > 0).isEqualTo(deployed)));
      assertThat(world.world.free(DAVE)).isGreaterThan(before);
      assertThat(events.stream().anyMatch(event -> event instanceof LstEvent.MemberRemoved))
          .isEqualTo(deployed);
    }
  }

  @Test
  void pools_same_era() {
    var deployed = new PoolWorld(Rules.DEPLOYED).withPool(50);
    var adding = new PoolWorld(deployedBut("pools.sameEra=add")).withPool(50);
    for (PoolWorld world : new PoolWorld[] {deployed, adding}) {
      world.done(ALICE, create(100));
      world.done(DAVE, join(2, 50));
      world.done(DAVE, unbond(DAVE, 1, 10));
      world.done(DAVE, unbond(DAVE, 1, 10));
    }

    deployed.done(DAVE, unbond(DAVE, 2, 10));
    adding.refused(LstError.MAX_UNBONDING_LIMIT, DAVE, unbond(DAVE, 2, 10));

    deployed.era(14).refused(LstError.POOL_NOT_FOUND, DAVE, withdraw(DAVE, 1));
    Balance before = adding.world.free(DAVE);
    adding.era(14).done(DAVE, withdraw(DAVE, 1));
    assertThat(adding.world.free(DAVE).minus(before)).isGreaterThan(Balance.tnt(20));
  }

  @Test
  void pools_burning() {
    var deployed = new PoolWorld(Rules.DEPLOYED).withPool(50);
    var whole = new PoolWorld(deployedBut("pools.burning=to-the-end")).withPool(50);

    deployed.world.refused(Origin.signed(DAVE), unbond(DAVE, 1, 50),
        DispatchError.Token.FUNDS_UNAVAILABLE);
    whole.done(DAVE, unbond(DAVE, 1, 50));

    assertThat(whole.tokens(1, DAVE)).isEqualTo(Balance.ZERO);
  }

  @Test
  void pools_depositor_exit() {
    String others = "pools.burning=to-the-end,pools.unbondPrice=before-burn";
    var deployed = new PoolWorld(deployedBut(others)).withPool(50);
    var last =
        new PoolWorld(deployedBut(others + ",pools.depositorExit=when-last")).withPool(50);
    for (PoolWorld world : new PoolWorld[] {deployed, last}) {
      world.refused(LstError.MINIMUM_BOND_NOT_MET, ALICE, unbond(ALICE, 1, 100));
      world.done(ALICE, state(1, PoolState.DESTROYING));
      world.refused(LstError.MINIMUM_BOND_NOT_MET, ALICE, unbond(ALICE, 1, 100));
      world.done(DAVE, unbond(DAVE, 1, 50));
      world.refused(LstError.MINIMUM_BOND_NOT_MET, ALICE, unbond(ALICE, 1, 100));
      world.era(14).done(DAVE, withdraw(DAVE, 1));
    }

    deployed.refused(LstError.MINIMUM_BOND_NOT_MET, ALICE, unbond(ALICE, 1, 100));
    last.done(ALICE, unbond(ALICE, 1, 100));

    assertThat(last.era(28).done(ALICE, withdraw(ALICE, 1)))
        .contains(new LstEvent.Destroyed(1));
  }

  @Test
  void pools_unbond_price() {
    var deployed = new PoolWorld(Rules.DEPLOYED).withPool(100);
    var fair = new PoolWorld(deployedBut("pools.unbondPrice=before-burn")).withPool(100);

    deployed.done(DAVE, unbond(DAVE, 1, 40));
    fair.done(DAVE, unbond(DAVE, 1, 40));

    assertThat(deployed.active(1)).isEqualTo(Balance.tnt(150));
    assertThat(fair.active(1)).isEqualTo(Balance.tnt(160));
  }

  @Test
  void pools_dissolution() {
    var deployed = new PoolWorld(Rules.DEPLOYED).withPool(50);
    var patient = new PoolWorld(deployedBut("pools.dissolution=when-empty")).withPool(50);
    for (PoolWorld world : new PoolWorld[] {deployed, patient}) {
      world.done(ALICE, unbond(ALICE, 1, 10));
      world.done(DAVE, unbond(DAVE, 1, 10));
      world.era(14);
    }
    Balance issuance = deployed.world.wiring.ledger.totalIssuance();

    assertThat(deployed.done(ALICE, withdraw(ALICE, 1))).contains(new LstEvent.Destroyed(1));
    assertThat(patient.done(ALICE, withdraw(ALICE, 1)))
        .doesNotContain(new LstEvent.Destroyed(1));

    deployed.world.refused(Origin.signed(DAVE), withdraw(DAVE, 1),
        new DispatchError.Module(Defect.POOL_NOT_FOUND.error()));
    assertThat(deployed.world.wiring.ledger.totalIssuance()).isLessThan(issuance);
    patient.done(DAVE, withdraw(DAVE, 1));
    assertThat(patient.world.wiring.ledger.totalIssuance()).isEqualTo(issuance);
  }

  @Test
  void pools_rewards() {
    var deployed = new PoolWorld(Rules.DEPLOYED).withPool(50);
    var compounding = new PoolWorld(deployedBut("pools.rewards=compounded")).withPool(50);
    for (PoolWorld world : new PoolWorld[] {deployed, compounding}) {
      world.done(ALICE, new LstCall.SetCommission(1,
          new Commission.Current(new Perbill(100_000_000), CAROL)));
      world.money(LstAccounts.reward(1), 15);
      world.done(ALICE, new LstCall.ClaimCommission(1));
    }

    assertThat(deployed.active(1)).isEqualTo(Balance.tnt(150));
    // nine tenths of 15 TNT
    assertThat(compounding.active(1))
        .isEqualTo(Balance.tnt(163).plus(Balance.tnt(1).divideFloor(Balance.of(2))));
    assertThat(deployed.world.free(CAROL)).isEqualTo(compounding.world.free(CAROL));
  }

  @Test
  void pools_deposit_order() {
    var deployed = new PoolWorld(Rules.DEPLOYED).withPool(0);
    var pulling = new PoolWorld(deployedBut("pools.depositOrder=pulled-first")).withPool(0);

    deployed.world.refused(Origin.signed(BOB), new LstCall.AdjustPoolDeposit(1),
        DispatchError.Plain.CONSUMER_REMAINING);
    assertThat(pulling.done(BOB, new LstCall.AdjustPoolDeposit(1)))
        .contains(new LstEvent.MinBalanceDeficitAdjusted(1, ED));

    assertThat(pulling.world.wiring.ledger.reserved(LstAccounts.reward(1))).isEqualTo(ED);
    pulling.refused(LstError.NOTHING_TO_ADJUST, BOB, new LstCall.AdjustPoolDeposit(1));
  }
}
