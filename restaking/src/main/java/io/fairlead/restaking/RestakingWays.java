package io.fairlead.restaking;

/**
 * Where the pallet can be as deployed or mended: one switch each, chosen once where a runtime is put
 * together.
 *
 * @param departure what becomes of the delegations of an operator that leaves
 * @param ripeRequests which ripe requests {@code execute_delegator_unstake} takes
 * @param nominationLock how much restaked nominations lock
 * @param fullOperator what an operator with a full list refuses
 * @param shortfall what becomes of a ripe request for more than there is
 * @param fullLocks what a deposit with fifty locks does with one more
 * @param delegationEvents how often a delegation is told
 * @param topUpSelection which blueprints a delegation bears after a top-up
 * @param leastBond when the least bond is asked for
 * @param tokenWithdrawal what becomes of tokens withdrawn without an EVM address
 * @param emptyWithdrawal what a withdrawal does that pays nothing
 * @param slashPending what a reported slash does to stake that leaves
 * @param deselection whether a blueprint may be dropped in face of a slash
 */
public record RestakingWays(Departure departure, RipeRequests ripeRequests,
    NominationLock nominationLock, FullOperator fullOperator, Shortfall shortfall,
    FullLocks fullLocks, DelegationEvents delegationEvents, TopUpSelection topUpSelection,
    LeastBond leastBond, TokenWithdrawal tokenWithdrawal,
    EmptyWithdrawal emptyWithdrawal, SlashPending slashPending,
    Deselection deselection) {

  /** Bug for bug what runs on chain. */
  public static final RestakingWays DEPLOYED =
      new RestakingWays(Departure.STRANDS_DELEGATORS, RipeRequests.MIXED,
          NominationLock.LAST_OPERATOR, FullOperator.REFUSES_TOP_UPS, Shortfall.REFUSED,
          FullLocks.REFUSED, DelegationEvents.TWICE, TopUpSelection.IGNORED,
          LeastBond.WHEN_SCHEDULED, TokenWithdrawal.DROPPED_UNPAID,
          EmptyWithdrawal.SUCCEEDS, SlashPending.LETS_GO,
          Deselection.EVADES);

  /** Each flaw mended in the smallest way. */
  public static final RestakingWays REPAIRED =
      new RestakingWays(Departure.RELEASES_DELEGATORS, RipeRequests.APART,
          NominationLock.ALL_OPERATORS, FullOperator.TAKES_TOP_UPS, Shortfall.CAPPED,
          FullLocks.EXPIRED_MAKE_ROOM, DelegationEvents.ONCE, TopUpSelection.MERGED,
          LeastBond.WHEN_EXECUTED_TOO, TokenWithdrawal.KEPT,
          EmptyWithdrawal.REFUSED, SlashPending.HOLDS,
          Deselection.WAITS);
}
