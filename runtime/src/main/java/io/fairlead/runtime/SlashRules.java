package io.fairlead.runtime;

import io.fairlead.slashing.Deferral;
import io.fairlead.slashing.Order;
import java.util.List;

/**
 * Rules of slashes.
 *
 * @param taking what a due slash takes
 * @param deferral when a queued slash is due
 * @param order in which order the slashes of a round come up
 */
public record SlashRules(Taking taking, Deferral deferral, Order order) {

  /** What a due slash takes ({@code Services::Config::SlashManager}). */
  public enum Taking {
    /** Nothing: both live runtimes have {@code SlashManager = ()}. */
    NOTHING,
    /** What the chain's own, unwired routine takes ({@code MultiAssetDelegation::slash_operator}). */
    AS_WRITTEN,
    /** The rounded share of the operator's stake and of each delegation it reaches, each once. */
    EXACT_SHARES
  }

  static final SlashRules DEPLOYED =
      new SlashRules(Taking.NOTHING, Deferral.EXACT_ROUND, Order.KEY_BYTES);
  static final SlashRules REPAIRED =
      new SlashRules(Taking.EXACT_SHARES, Deferral.HELD_UNTIL_DUE, Order.NUMERIC);

  static final List<RuleSwitch<SlashRules, ?>> SWITCHES = List.of(
      new RuleSwitch<>("slashing.taking", "what a due slash takes", Taking.values(),
          rules -> rules.taking,
          (rules, value) -> new SlashRules(value, rules.deferral, rules.order)),
      new RuleSwitch<>("slashing.deferral", "when a queued slash is due", Deferral.values(),
          rules -> rules.deferral,
          (rules, value) -> new SlashRules(rules.taking, value, rules.order)),
      new RuleSwitch<>("slashing.order", "order of the slashes of one round", Order.values(),
          rules -> rules.order,
          (rules, value) -> new SlashRules(rules.taking, rules.deferral, value)));
}
