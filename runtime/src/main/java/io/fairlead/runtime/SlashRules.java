package io.fairlead.runtime;

import io.fairlead.restaking.SlashReach;
import io.fairlead.slashing.Deferral;
import io.fairlead.slashing.Departed;
import io.fairlead.slashing.DisputeAfterEnd;
import io.fairlead.slashing.DisputeWindow;
import io.fairlead.slashing.Exposure;
import io.fairlead.slashing.Order;
import io.fairlead.slashing.Sweep;
import io.fairlead.slashing.Termination;
import io.fairlead.slashing.Veto;
import java.util.List;

/**
 * Rules of slashes.
 *
 * @param taking what a due slash takes
 * @param deferral when a queued slash is due
 * @param order in which order the slashes of a round come up
 * @param bond how the slashed part of a bond comes to the recipient
 * @param exposure what commitments mean for a slash
 * @param reach which operators are reached
 * @param termination what the end of a service does to its own slashes
 * @param sweep which slashes are gone when a service ends
 * @param departed what becomes of a due slash of one that is no operator any more
 * @param news whether managers are told of slashes
 * @param veto who may discard a slash
 * @param disputeWindow how long a slash may be disputed
 * @param disputeAfterEnd whether slashes of a service that ended can be disputed
 */
public record SlashRules(Taking taking, Deferral deferral, Order order, Bond bond,
    Exposure exposure, SlashReach reach, Termination termination, Sweep sweep, Departed departed,
    News news, Veto veto,
    DisputeWindow disputeWindow, DisputeAfterEnd disputeAfterEnd) {

  /** What a due slash takes ({@code Services::Config::SlashManager}). */
  public enum Taking {
    /** Nothing: both live runtimes have {@code SlashManager = ()}. */
    NOTHING,
    /** What the chain's own, unwired routine takes ({@code MultiAssetDelegation::slash_operator}). */
    AS_WRITTEN,
    /** The rounded share of the operator's stake and of each delegation it reaches, each once. */
    EXACT_SHARES
  }

  /** How the slashed part of an operator's bond comes to the slash recipient. */
  public enum Bond {
    /** It becomes free and is transferred; where that fails the operator keeps it. */
    FREED_FIRST,
    /** Straight out of what is reserved, whatever locks lie on the account. */
    OUT_OF_RESERVE
  }

  /** Whether the blueprint's manager is told of a slash that was queued or taken. */
  public enum News {
    /** No: the chain's code has the hooks and nobody calls them. */
    SILENT,
    /** Yes. */
    TOLD
  }

  static final List<RuleSwitch<?>> SWITCHES = List.of(
      new RuleSwitch<>("slashing.taking", "what a due slash takes",
          Taking.NOTHING, Taking.EXACT_SHARES),
      new RuleSwitch<>("slashing.deferral", "when a queued slash is due",
          Deferral.EXACT_ROUND, Deferral.HELD_UNTIL_DUE),
      new RuleSwitch<>("slashing.order", "order of the slashes of one round",
          Order.KEY_BYTES, Order.NUMERIC),
      new RuleSwitch<>("slashing.bond",
          "how the slashed part of a bond comes to the recipient", Bond.FREED_FIRST,
          Bond.OUT_OF_RESERVE),
      new RuleSwitch<>("slashing.exposure", "what commitments to a service mean for its slashes",
          Exposure.IGNORED, Exposure.CAPS),
      new RuleSwitch<>("slashing.reach", "which operators a slash reaches",
          SlashReach.ACTIVE_ONLY, SlashReach.ANY_STATUS),
      new RuleSwitch<>("slashing.termination", "what the end of a service does to its slashes",
          Termination.TAKES_AT_ONCE, Termination.LEAVES_QUEUED),
      new RuleSwitch<>("slashing.sweep", "whose recent slashes are gone when a service ends",
          Sweep.ALL_SERVICES, Sweep.OWN_SERVICE),
      new RuleSwitch<>("slashing.departed", "what becomes of a due slash of a former operator",
          Departed.RETRIED, Departed.DISCARDED),
      new RuleSwitch<>("slashing.news", "whether managers are told of slashes", News.SILENT,
          News.TOLD),
      new RuleSwitch<>("slashing.veto", "who may discard a slash", Veto.DISPUTE_ORIGIN_ONLY,
          Veto.ROOT_TOO),
      new RuleSwitch<>("slashing.disputeWindow", "how long a slash may be disputed",
          DisputeWindow.UNTIL_TAKEN, DisputeWindow.UNTIL_DUE),
      new RuleSwitch<>("slashing.disputeAfterEnd",
          "whether slashes of a service that ended can be disputed", DisputeAfterEnd.REFUSED,
          DisputeAfterEnd.ALLOWED));

  static SlashRules of(RuleValues values) {
    return new SlashRules(values.next(Taking.class), values.next(Deferral.class),
        values.next(Order.class), values.next(Bond.class), values.next(Exposure.class),
        values.next(SlashReach.class), values.next(Termination.class),
        values.next(Sweep.class), values.next(Departed.class), values.next(News.class),
        values.next(Veto.class),
        values.next(DisputeWindow.class), values.next(DisputeAfterEnd.class));
  }

  List<Enum<?>> values() {
    return List.of(taking, deferral, order, bond, exposure, reach, termination, sweep, departed,
        news, veto,
        disputeWindow, disputeAfterEnd);
  }
}
