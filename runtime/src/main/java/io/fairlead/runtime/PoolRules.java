package io.fairlead.runtime;

import io.fairlead.restaking.lst.Burning;
import io.fairlead.restaking.lst.DepositOrder;
import io.fairlead.restaking.lst.DepositorExit;
import io.fairlead.restaking.lst.Dissolution;
import io.fairlead.restaking.lst.Maturity;
import io.fairlead.restaking.lst.PoolRewards;
import io.fairlead.restaking.lst.SameEra;
import io.fairlead.restaking.lst.TakenEntries;
import io.fairlead.restaking.lst.UnbondPrice;
import java.util.List;

/**
 * Rules of liquid staking pools.
 *
 * @param maturity from when what left a pool can be withdrawn
 * @param takenEntries which entries of a member a withdrawal takes
 * @param sameEra what a second unbonding in an era does to the first
 * @param burning how many pool tokens can be burnt
 * @param depositorExit when a depositor may unbond everything
 * @param unbondPrice at which price pool tokens are given back
 * @param dissolution when a pool is dissolved
 * @param rewards what becomes of rewards behind the commission
 * @param depositOrder how the deposit of a reward account comes to be reserved
 */
public record PoolRules(Maturity maturity, TakenEntries takenEntries, SameEra sameEra,
    Burning burning, DepositorExit depositorExit, UnbondPrice unbondPrice, Dissolution dissolution,
    PoolRewards rewards, DepositOrder depositOrder) {

  static final List<RuleSwitch<?>> SWITCHES = List.of(
      new RuleSwitch<>("pools.maturity", "from when what left a pool can be withdrawn",
          Maturity.EXACT_ERA, Maturity.DUE),
      new RuleSwitch<>("pools.takenEntries", "which entries of a member a withdrawal takes",
          TakenEntries.ALL_POOLS, TakenEntries.OWN_POOL),
      new RuleSwitch<>("pools.sameEra", "what a second unbonding in an era does to the first",
          SameEra.OVERWRITE, SameEra.ADD),
      new RuleSwitch<>("pools.burning", "how many pool tokens can be burnt",
          Burning.KEEP_LAST_UNIT, Burning.TO_THE_END),
      new RuleSwitch<>("pools.depositorExit", "when a depositor may unbond everything",
          DepositorExit.NEVER, DepositorExit.WHEN_LAST),
      new RuleSwitch<>("pools.unbondPrice", "at which price pool tokens are given back",
          UnbondPrice.AFTER_BURN, UnbondPrice.BEFORE_BURN),
      new RuleSwitch<>("pools.dissolution", "when a pool is dissolved",
          Dissolution.WITH_DEPOSITOR, Dissolution.WHEN_EMPTY),
      new RuleSwitch<>("pools.rewards", "what becomes of rewards behind the commission",
          PoolRewards.STRANDED, PoolRewards.COMPOUNDED),
      new RuleSwitch<>("pools.depositOrder",
          "how the deposit of a reward account comes to be reserved",
          DepositOrder.RESERVED_FIRST, DepositOrder.PULLED_FIRST));

  static PoolRules of(RuleValues values) {
    return new PoolRules(values.next(Maturity.class),
        values.next(TakenEntries.class),
        values.next(SameEra.class),
        values.next(Burning.class),
        values.next(DepositorExit.class),
        values.next(UnbondPrice.class),
        values.next(Dissolution.class),
        values.next(PoolRewards.class),
        values.next(DepositOrder.class));
  }

  List<Enum<?>> values() {
    return List.of(maturity, takenEntries, sameEra, burning, depositorExit, unbondPrice,
        dissolution, rewards, depositOrder);
  }
}
