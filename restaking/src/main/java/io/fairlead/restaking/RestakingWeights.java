package io.fairlead.restaking;

import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.Weight;

/** What calls declare before they run: weights of the testnet runtime, class normal, fee paid. */
final class RestakingWeights {
  private static final DispatchInfo JOIN_OPERATORS = normal(291_223_000, 2304);
  private static final DispatchInfo SCHEDULE_LEAVE_OPERATORS = normal(163_456_000, 2048);
  private static final DispatchInfo CANCEL_LEAVE_OPERATORS = normal(160_789_000, 2048);
  private static final DispatchInfo EXECUTE_LEAVE_OPERATORS = normal(295_234_000, 2056);
  private static final DispatchInfo OPERATOR_BOND_MORE = normal(164_876_000, 2048);
  private static final DispatchInfo SCHEDULE_OPERATOR_UNSTAKE = normal(166_567_000, 2048);
  private static final DispatchInfo EXECUTE_OPERATOR_UNSTAKE = normal(294_789_000, 2056);
  private static final DispatchInfo CANCEL_OPERATOR_UNSTAKE = normal(161_234_000, 2048);
  private static final DispatchInfo GO_OFFLINE = normal(158_456_000, 2048);
  private static final DispatchInfo GO_ONLINE = normal(159_123_000, 2048);
  private static final DispatchInfo DEPOSIT = normal(298_567_000, 2304);
  private static final DispatchInfo SCHEDULE_WITHDRAW = normal(293_234_000, 2304);
  private static final DispatchInfo EXECUTE_WITHDRAW = normal(295_234_000, 2304);
  private static final DispatchInfo DELEGATE = normal(297_767_000, 4096);
  private static final DispatchInfo DELEGATE_NOMINATION = normal(298_567_000, 4096);
  private static final DispatchInfo ADD_BLUEPRINT_ID = normal(160_234_000, 2048);

  private RestakingWeights() {}

  private static DispatchInfo normal(long refTime, long proofSize) {
    return DispatchInfo.normal(Weight.of(refTime, proofSize));
  }

  static DispatchInfo of(RestakingCall call) {
    return switch (call) {
      case RestakingCall.JoinOperators it -> JOIN_OPERATORS;
      case RestakingCall.ScheduleLeaveOperators it -> SCHEDULE_LEAVE_OPERATORS;
      case RestakingCall.CancelLeaveOperators it -> CANCEL_LEAVE_OPERATORS;
      case RestakingCall.ExecuteLeaveOperators it -> EXECUTE_LEAVE_OPERATORS;
      case RestakingCall.OperatorBondMore it -> OPERATOR_BOND_MORE;
      case RestakingCall.ScheduleOperatorUnstake it -> SCHEDULE_OPERATOR_UNSTAKE;
      case RestakingCall.ExecuteOperatorUnstake it -> EXECUTE_OPERATOR_UNSTAKE;
      case RestakingCall.CancelOperatorUnstake it -> CANCEL_OPERATOR_UNSTAKE;
      case RestakingCall.GoOffline it -> GO_OFFLINE;
      case RestakingCall.GoOnline it -> GO_ONLINE;
      case RestakingCall.Deposit it -> DEPOSIT;
      case RestakingCall.ScheduleWithdraw it -> SCHEDULE_WITHDRAW;
      case RestakingCall.ExecuteWithdraw it -> EXECUTE_WITHDRAW;
      case RestakingCall.CancelWithdraw it -> CANCEL_OPERATOR_UNSTAKE;
      case RestakingCall.Delegate it -> DELEGATE;
      case RestakingCall.ScheduleDelegatorUnstake it -> SCHEDULE_OPERATOR_UNSTAKE;
      case RestakingCall.ExecuteDelegatorUnstake it -> EXECUTE_OPERATOR_UNSTAKE;
      case RestakingCall.CancelDelegatorUnstake it -> CANCEL_OPERATOR_UNSTAKE;
      case RestakingCall.DelegateNomination it -> DELEGATE_NOMINATION;
      case RestakingCall.ScheduleNominationUnstake it -> SCHEDULE_OPERATOR_UNSTAKE;
      case RestakingCall.ExecuteNominationUnstake it -> EXECUTE_OPERATOR_UNSTAKE;
      case RestakingCall.CancelNominationUnstake it -> CANCEL_OPERATOR_UNSTAKE;
      case RestakingCall.AddBlueprintId it -> ADD_BLUEPRINT_ID;
      case RestakingCall.RemoveBlueprintId it -> ADD_BLUEPRINT_ID;
    };
  }
}
