package io.fairlead.restaking;

import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Pallet;
import io.fairlead.substrate.pallet.PalletDeclaration;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.primitive.AccountId;

/**
 * The pallet MultiAssetDelegation: accounts become operators by a bond, others deposit assets and
 * delegate them to operators, or restake what they have bonded in Staking. No hooks: rounds change
 * with the session, see {@link Rounds}.
 */
public final class Restaking implements Pallet<RestakingCall> {
  private final RestakingStorage storage;
  private final Operators operators;
  private final Deposits deposits;
  private final Withdrawals withdrawals;
  private final Delegations delegations;
  private final Unstaking unstaking;
  private final RestakedNominations nominations;
  private final Selections selections;

  /**
   * What the pallet asks and tells others.
   *
   * @param currency TNT
   * @param fungibles other assets
   * @param services what operators are busy with
   * @param slashes which slashes wait for operators
   * @param nominations what accounts have bonded in Staking
   * @param rewards what is told what is delegated
   */
  public record Ports(Currency currency, Fungibles fungibles, ActiveServices services,
      PendingSlashes slashes, Nominations nominations, DelegationRewards rewards) {}

  /** The pallet over {@code storage}, with its rules. */
  public Restaking(RestakingStorage storage, Block block, Ports ports, RestakingWays ways) {
    this.storage = storage;
    var hold =
        new SlashHold(storage, ports.slashes, ways.slashPending(), ways.deselection());
    var locks = new NominationLocks(ports.nominations, ways.nominationLock());
    var records = new OperatorRecords(ways.fullOperator());
    operators = new Operators(storage, block, ports.currency, ports.services, ways.leastBond(),
        new ReleasedDelegations(storage, block, locks, ports.rewards, ways.departure()), hold);
    deposits = new Deposits(storage, block, ports.currency, ports.fungibles, ports.rewards,
        ways.fullLocks());
    withdrawals = new Withdrawals(storage, block, ports.currency, ports.fungibles,
        ways.tokenWithdrawal(), ways.emptyWithdrawal());
    delegations = new Delegations(storage, block, ports.rewards, records,
        ways.delegationEvents(), ways.topUpSelection());
    unstaking = new Unstaking(storage, block, ports.rewards, ways.ripeRequests(),
        ways.shortfall(), hold);
    nominations = new RestakedNominations(storage, block, ports.nominations, ports.rewards,
        new RestakedNominations.Terms(locks, records, ways.delegationEvents(),
            ways.topUpSelection(), ways.shortfall(), hold));
    selections = new Selections(storage, hold);
  }

  /** What metadata tells of the pallet. */
  public PalletDeclaration declaration() {
    return RestakingDeclaration.of(storage);
  }

  @Override
  public String name() {
    return RestakingCall.PALLET;
  }

  @Override
  public DispatchInfo info(RestakingCall call) {
    return RestakingWeights.of(call);
  }

  @Override
  public PostDispatch dispatch(Origin origin, RestakingCall call) {
    switch (call) {
      // these two act for an EVM account and look at the origin themselves
      case RestakingCall.Deposit deposit -> deposits.deposit(origin, deposit);
      case RestakingCall.ExecuteWithdraw execute -> withdrawals.execute(origin, execute);
      case RestakingCall.OfSigner ofSigner -> dispatch(origin.ensureSigned(), ofSigner);
    }
    return PostDispatch.AS_DECLARED;
  }

  private void dispatch(AccountId who, RestakingCall.OfSigner call) {
    switch (call) {
      case RestakingCall.JoinOperators it -> operators.join(who, it.bondAmount());
      case RestakingCall.ScheduleLeaveOperators it -> operators.scheduleLeave(who);
      case RestakingCall.CancelLeaveOperators it -> operators.cancelLeave(who);
      case RestakingCall.ExecuteLeaveOperators it -> operators.executeLeave(who);
      case RestakingCall.OperatorBondMore it -> operators.bondMore(who, it.additionalBond());
      case RestakingCall.ScheduleOperatorUnstake it ->
          operators.scheduleUnstake(who, it.unstakeAmount());
      case RestakingCall.ExecuteOperatorUnstake it -> operators.executeUnstake(who);
      case RestakingCall.CancelOperatorUnstake it -> operators.cancelUnstake(who);
      case RestakingCall.GoOffline it -> operators.goOffline(who);
      case RestakingCall.GoOnline it -> operators.goOnline(who);
      case RestakingCall.ScheduleWithdraw it -> withdrawals.schedule(who, it);
      case RestakingCall.CancelWithdraw it -> withdrawals.cancel(who, it);
      case RestakingCall.Delegate it -> delegations.delegate(who, it);
      case RestakingCall.ScheduleDelegatorUnstake it -> unstaking.schedule(who, it);
      case RestakingCall.ExecuteDelegatorUnstake it -> unstaking.execute(who);
      case RestakingCall.CancelDelegatorUnstake it -> unstaking.cancel(who, it);
      case RestakingCall.DelegateNomination it -> nominations.delegate(who, it);
      case RestakingCall.ScheduleNominationUnstake it -> nominations.schedule(who, it);
      case RestakingCall.ExecuteNominationUnstake it -> nominations.execute(who, it.operator());
      case RestakingCall.CancelNominationUnstake it -> nominations.cancel(who, it.operator());
      case RestakingCall.AddBlueprintId it -> selections.add(who, it.blueprintId());
      case RestakingCall.RemoveBlueprintId it -> selections.remove(who, it.blueprintId());
    }
  }
}
