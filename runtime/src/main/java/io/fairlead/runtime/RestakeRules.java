package io.fairlead.runtime;

import io.fairlead.restaking.DelegationEvents;
import io.fairlead.restaking.Departure;
import io.fairlead.restaking.Deselection;
import io.fairlead.restaking.EmptyWithdrawal;
import io.fairlead.restaking.FullLocks;
import io.fairlead.restaking.FullOperator;
import io.fairlead.restaking.LeastBond;
import io.fairlead.restaking.NominationLock;
import io.fairlead.restaking.NominationSlash;
import io.fairlead.restaking.RipeRequests;
import io.fairlead.restaking.Shortfall;
import io.fairlead.restaking.SlashPending;
import io.fairlead.restaking.TokenWithdrawal;
import io.fairlead.restaking.TopUpSelection;
import io.fairlead.restaking.UnbondGuard;
import java.util.List;

/**
 * Rules of operators, deposits and delegations.
 *
 * @param departure what becomes of the delegations of an operator that leaves
 * @param ripeRequests which ripe requests ending delegations takes
 * @param nominationLock how much of an account restaked nominations lock
 * @param fullOperator what an operator with a full list of entries refuses
 * @param shortfall what becomes of a ripe request for more than a slash left
 * @param fullLocks what a deposit with fifty locks does with one more
 * @param delegationEvents how often a delegation is told
 * @param topUpSelection which blueprints a delegation bears after a top-up
 * @param leastBond when the least bond of an operator is asked for
 * @param tokenWithdrawal what becomes of tokens withdrawn without an EVM address
 * @param emptyWithdrawal what a withdrawal does that pays nothing
 * @param slashPending what a reported slash does to stake that leaves
 * @param deselection whether a blueprint may be dropped in face of a slash
 * @param unbondGuard how much of a bond a transaction may unbond
 * @param nominationSlash what a slash takes of a restaked nomination
 */
public record RestakeRules(Departure departure, RipeRequests ripeRequests,
    NominationLock nominationLock, FullOperator fullOperator, Shortfall shortfall,
    FullLocks fullLocks, DelegationEvents delegationEvents, TopUpSelection topUpSelection,
    LeastBond leastBond, TokenWithdrawal tokenWithdrawal, EmptyWithdrawal emptyWithdrawal,
    SlashPending slashPending,
    Deselection deselection, UnbondGuard unbondGuard, NominationSlash nominationSlash) {

  static final List<RuleSwitch<?>> SWITCHES = List.of(
      new RuleSwitch<>("restaking.departure",
          "what becomes of the delegations of an operator that leaves",
          Departure.STRANDS_DELEGATORS, Departure.RELEASES_DELEGATORS),
      new RuleSwitch<>("restaking.ripeRequests",
          "which ripe requests ending delegations takes",
          RipeRequests.MIXED, RipeRequests.APART),
      new RuleSwitch<>("restaking.nominationLock",
          "how much of an account restaked nominations lock",
          NominationLock.LAST_OPERATOR, NominationLock.ALL_OPERATORS),
      new RuleSwitch<>("restaking.fullOperator",
          "what an operator with a full list of entries refuses",
          FullOperator.REFUSES_TOP_UPS, FullOperator.TAKES_TOP_UPS),
      new RuleSwitch<>("restaking.shortfall",
          "what becomes of a ripe request for more than a slash left",
          Shortfall.REFUSED, Shortfall.CAPPED),
      new RuleSwitch<>("restaking.fullLocks",
          "what a deposit with fifty locks does with one more",
          FullLocks.REFUSED, FullLocks.EXPIRED_MAKE_ROOM),
      new RuleSwitch<>("restaking.delegationEvents",
          "how often a delegation is told",
          DelegationEvents.TWICE, DelegationEvents.ONCE),
      new RuleSwitch<>("restaking.topUpSelection",
          "which blueprints a delegation bears after a top-up",
          TopUpSelection.IGNORED, TopUpSelection.MERGED),
      new RuleSwitch<>("restaking.leastBond",
          "when the least bond of an operator is asked for",
          LeastBond.WHEN_SCHEDULED, LeastBond.WHEN_EXECUTED_TOO),
      new RuleSwitch<>("restaking.tokenWithdrawal",
          "what becomes of tokens withdrawn without an EVM address",
          TokenWithdrawal.DROPPED_UNPAID, TokenWithdrawal.KEPT),
      new RuleSwitch<>("restaking.emptyWithdrawal",
          "what a withdrawal does that pays nothing", EmptyWithdrawal.SUCCEEDS,
          EmptyWithdrawal.REFUSED),
      new RuleSwitch<>("restaking.slashPending",
          "what a reported slash does to stake that leaves",
          SlashPending.LETS_GO, SlashPending.HOLDS),
      new RuleSwitch<>("restaking.deselection",
          "whether a blueprint may be dropped in face of a slash",
          Deselection.EVADES, Deselection.WAITS),
      new RuleSwitch<>("restaking.unbondGuard",
          "how much of a bond a transaction may unbond",
          UnbondGuard.LEAVES_ONE, UnbondGuard.LEAVES_RESTAKED),
      new RuleSwitch<>("restaking.nominationSlash",
          "what a slash takes of a restaked nomination",
          NominationSlash.RECORD_ONLY, NominationSlash.TAKEN_FROM_BOND));

  static RestakeRules of(RuleValues values) {
    return new RestakeRules(values.next(Departure.class), values.next(RipeRequests.class),
        values.next(NominationLock.class), values.next(FullOperator.class),
        values.next(Shortfall.class), values.next(FullLocks.class),
        values.next(DelegationEvents.class), values.next(TopUpSelection.class),
        values.next(LeastBond.class), values.next(TokenWithdrawal.class),
        values.next(EmptyWithdrawal.class),
        values.next(SlashPending.class), values.next(Deselection.class),
        values.next(UnbondGuard.class), values.next(NominationSlash.class));
  }

  List<Enum<?>> values() {
    return List.of(departure, ripeRequests, nominationLock, fullOperator, shortfall, fullLocks,
        delegationEvents, topUpSelection, leastBond, tokenWithdrawal, emptyWithdrawal, slashPending,
        deselection,
        unbondGuard, nominationSlash);
  }
}
