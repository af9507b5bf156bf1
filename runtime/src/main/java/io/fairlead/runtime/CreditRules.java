package io.fairlead.runtime;

import io.fairlead.rewards.credits.BurnClock;
import io.fairlead.rewards.credits.CreditRemainder;
import io.fairlead.rewards.credits.CreditStake;
import java.util.List;

/**
 * Rules of credits.
 *
 * @param stake which deposits earn by the tiers of an asset
 * @param remainder what becomes of accrued credits that a claim does not ask for
 * @param burnClock what burning TNT does to the clock of the stake
 */
public record CreditRules(CreditStake stake, CreditRemainder remainder, BurnClock burnClock) {

  static final List<RuleSwitch<?>> SWITCHES = List.of(
      new RuleSwitch<>("credits.stake", "which deposits earn credits by the tiers of an asset",
          CreditStake.ANY_ASSET, CreditStake.THAT_ASSET),
      new RuleSwitch<>("credits.remainder",
          "what becomes of accrued credits that a claim does not ask for", CreditRemainder.LOST,
          CreditRemainder.KEPT),
      new RuleSwitch<>("credits.burnClock", "what burning TNT does to the clock of the stake",
          BurnClock.RESTARTS, BurnClock.RUNS_ON));

  static CreditRules of(RuleValues values) {
    return new CreditRules(values.next(CreditStake.class), values.next(CreditRemainder.class),
        values.next(BurnClock.class));
  }

  List<Enum<?>> values() {
    return List.of(stake, remainder, burnClock);
  }
}
