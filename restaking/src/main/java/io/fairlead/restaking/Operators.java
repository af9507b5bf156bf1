package io.fairlead.restaking;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.wire.OperatorBondLessRequest;
import io.fairlead.restaking.wire.OperatorMetadata;
import io.fairlead.restaking.wire.OperatorStatus;
import io.fairlead.restaking.wire.RestakingError;
import io.fairlead.restaking.wire.RestakingEvent;
import io.fairlead.restaking.wire.RestakingLimits;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;

/**
 * The life of an operator ({@code functions/operator.rs}). Active: takes delegations and can be
 * slashed. Inactive: went offline, comes back by going online. Leaving: from either, may leave for
 * good from its round on; cancelling makes it Active. Every call but joining: NotAnOperator.
 */
final class Operators {
  private final RestakingStorage storage;
  private final Block block;
  private final Currency currency;
  private final ActiveServices services;
  private final LeastBond leastBond;
  private final ReleasedDelegations released;
  private final SlashHold hold;

  Operators(RestakingStorage storage, Block block, Currency currency, ActiveServices services,
      LeastBond leastBond, ReleasedDelegations released, SlashHold hold) {
    this.storage = storage;
    this.block = block;
    this.currency = currency;
    this.services = services;
    this.leastBond = leastBond;
    this.released = released;
    this.hold = hold;
  }

  /** {@code join_operators}: AlreadyOperator, BondTooLow, errors of the reserve. */
  void join(AccountId who, Balance bond) {
    ensure(!storage.operators.contains(who), RestakingError.ALREADY_OPERATOR);
    ensure(bond.compareTo(RestakingLimits.OPERATOR_BOND_MIN) >= 0, RestakingError.BOND_TOO_LOW);
    currency.reserve(who, bond);
    storage.operators.put(who, OperatorMetadata.joined(bond));
    block.deposit(new RestakingEvent.OperatorJoined(who));
  }

  /** {@code schedule_leave_operators}: AlreadyLeaving, CannotExit. */
  void scheduleLeave(AccountId who) {
    OperatorMetadata record = operator(who);
    ensure(!(record.status() instanceof OperatorStatus.Leaving), RestakingError.ALREADY_LEAVING);
    ensure(services.canExit(who), RestakingError.CANNOT_EXIT);
    long round = storage.currentRound.get() + RestakingLimits.LEAVE_OPERATORS_ROUNDS;
    storage.operators.put(who, record.withStatus(new OperatorStatus.Leaving(round)));
    block.deposit(new RestakingEvent.OperatorLeavingScheduled(who));
  }

  /** {@code cancel_leave_operators}: NotLeavingOperator. */
  void cancelLeave(AccountId who) {
    OperatorMetadata record = operator(who);
    leavingRound(record);
    storage.operators.put(who, record.withStatus(OperatorStatus.ACTIVE));
    block.deposit(new RestakingEvent.OperatorLeaveCancelled(who));
  }

  /**
   * {@code execute_leave_operators}: NotLeavingOperator, LeavingRoundNotReached.
   */
  void executeLeave(AccountId who) {
    OperatorMetadata record = operator(who);
    long round = leavingRound(record);
    ensure(storage.currentRound.get() >= round && !hold.holds(who),
        RestakingError.LEAVING_ROUND_NOT_REACHED);
    currency.unreserve(who, record.stake());
    storage.operators.remove(who);
    released.left(who, record);
    block.deposit(new RestakingEvent.OperatorLeaveExecuted(who));
  }

  private static long leavingRound(OperatorMetadata record) {
    if (record.status() instanceof OperatorStatus.Leaving(long round)) {
      return round;
    }
    throw RestakingError.NOT_LEAVING_OPERATOR.refusal();
  }

  /** {@code operator_bond_more}, zero and in any status too: StakeOverflow, errors of the reserve. */
  void bondMore(AccountId who, Balance additional) {
    OperatorMetadata record = operator(who);
    ensure(record.stake().canAdd(additional), RestakingError.STAKE_OVERFLOW);
    currency.reserve(who, additional);
    storage.operators.put(who, record.withStake(record.stake().plus(additional)));
    block.deposit(new RestakingEvent.OperatorBondMore(who, additional));
  }

  /**
   * {@code schedule_operator_unstake}, zero too: CannotExit, PendingUnstakeRequestExists,
   * UnstakeAmountTooLarge, InsufficientStakeRemaining.
   */
  void scheduleUnstake(AccountId who, Balance amount) {
    OperatorMetadata record = operator(who);
    ensure(services.canExit(who), RestakingError.CANNOT_EXIT);
    ensure(record.request() == null, RestakingError.PENDING_UNSTAKE_REQUEST_EXISTS);
    ensure(amount.compareTo(record.stake()) <= 0, RestakingError.UNSTAKE_AMOUNT_TOO_LARGE);
    ensure(record.stake().minus(amount).compareTo(RestakingLimits.OPERATOR_BOND_MIN) >= 0,
        RestakingError.INSUFFICIENT_STAKE_REMAINING);
    storage.operators.put(who,
        record.withRequest(new OperatorBondLessRequest(amount, storage.currentRound.get())));
    block.deposit(new RestakingEvent.OperatorBondLessScheduled(who, amount));
  }

  /**
   * {@code execute_operator_unstake}: NoScheduledBondLess, BondLessRequestNotSatisfied,
   * UnstakeAmountTooLarge where a slash left less.
   */
  void executeUnstake(AccountId who) {
    OperatorMetadata record = operator(who);
    OperatorBondLessRequest request = request(record);
    ensure(storage.currentRound.get() >= request.requestTime()
        + RestakingLimits.OPERATOR_BOND_LESS_ROUNDS && !hold.holds(who),
        RestakingError.BOND_LESS_REQUEST_NOT_SATISFIED);
    Balance amount = leastBond.due(request.amount(), record.stake());
    currency.unreserve(who, amount);
    storage.operators.put(who,
        record.withStake(record.stake().minus(amount)).withRequest(null));
    block.deposit(new RestakingEvent.OperatorBondLessExecuted(who));
  }

  /** {@code cancel_operator_unstake}: NoScheduledBondLess. */
  void cancelUnstake(AccountId who) {
    OperatorMetadata record = operator(who);
    request(record);
    storage.operators.put(who, record.withRequest(null));
    block.deposit(new RestakingEvent.OperatorBondLessCancelled(who));
  }

  private static OperatorBondLessRequest request(OperatorMetadata record) {
    OperatorBondLessRequest request = record.request();
    if (request == null) {
      throw RestakingError.NO_SCHEDULED_BOND_LESS.refusal();
    }
    return request;
  }

  /** {@code go_offline}: NotActiveOperator, CannotGoOfflineWithActiveServices. */
  void goOffline(AccountId who) {
    OperatorMetadata record = operator(who);
    ensure(record.status() instanceof OperatorStatus.Active, RestakingError.NOT_ACTIVE_OPERATOR);
    ensure(!services.hasActiveServices(who),
        RestakingError.CANNOT_GO_OFFLINE_WITH_ACTIVE_SERVICES);
    storage.operators.put(who, record.withStatus(OperatorStatus.INACTIVE));
    block.deposit(new RestakingEvent.OperatorWentOffline(who));
  }

  /** {@code go_online}: NotOfflineOperator. */
  void goOnline(AccountId who) {
    OperatorMetadata record = operator(who);
    ensure(record.status() instanceof OperatorStatus.Inactive,
        RestakingError.NOT_OFFLINE_OPERATOR);
    storage.operators.put(who, record.withStatus(OperatorStatus.ACTIVE));
    block.deposit(new RestakingEvent.OperatorWentOnline(who));
  }

  private OperatorMetadata operator(AccountId who) {
    return storage.operators.orRefuse(who, RestakingError.NOT_AN_OPERATOR);
  }
}
