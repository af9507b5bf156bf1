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

  static final List<RuleSwitch<?>> SWITCHES = List.of(
      new RuleSwitch<>("slashing.taking", "what a due slash takes",
          Taking.NOTHING, Taking.EXACT_SHARES),
      new RuleSwitch<>("slashing.deferral", "when a queued slash is due",
          Deferral.EXACT_ROUND, Deferral.HELD_UNTIL_DUE),
      new RuleSwitch<>("slashing.order", "order of the slashes of one round",
          Order.KEY_BYTES, Order.NUMERIC));

  static SlashRules of(RuleValues values) {
    return new SlashRules(values.next(Taking.class), values.next(Deferral.class),
        values.next(Order.class));
  }

  List<Enum<?>> values() {
    return List.of(taking, deferral, order);
  }
}
