package io.fairlead.restaking;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.BondInfoDelegator;
import io.fairlead.restaking.wire.BondLessRequest;
import io.fairlead.restaking.wire.DelegatorMetadata;
import io.fairlead.restaking.wire.Deposit;
import io.fairlead.restaking.wire.OperatorMetadata;
import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.restaking.wire.RestakingError;
import io.fairlead.restaking.wire.RestakingEvent;
import io.fairlead.restaking.wire.RestakingLimits;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** How delegations of deposits end ({@code functions/delegate.rs}). Every call: NotDelegator. */
final class Unstaking {
  private final RestakingStorage storage;
  private final Block block;
  private final DelegationRewards rewards;
  private final Shortfall shortfall;
  private final SlashHold hold;
  private final Predicate<BondLessRequest> ours;

  Unstaking(RestakingStorage storage, Block block, DelegationRewards rewards,
      RipeRequests ripeRequests, Shortfall shortfall, SlashHold hold) {
    this.storage = storage;
    this.block = block;
    this.rewards = rewards;
    this.shortfall = shortfall;
    this.hold = hold;
    this.ours = switch (ripeRequests) {
      case MIXED -> request -> true;
      case APART -> request -> !request.isNomination();
    };
  }

  /**
   * {@code schedule_delegator_unstake}: InvalidAmount, NoActiveDelegation, InsufficientBalance where
   * other requests want the rest, MaxUnstakeRequestsExceeded. The delegation counts on.
   */
  void schedule(AccountId who, RestakingCall.ScheduleDelegatorUnstake call) {
    ensure(!call.amount().isZero(), RestakingError.INVALID_AMOUNT);
    DelegatorMetadata record = delegator(who);
    int index = indexOf(record.delegations(), call.operator(), call.asset());
    ensure(index >= 0, RestakingError.NO_ACTIVE_DELEGATION);
    BondInfoDelegator delegation = record.delegations().get(index);
    Balance pending = Balance.ZERO;
    for (BondLessRequest request : record.unstakeRequests()) {
      if (!request.isNomination() && request.operator().equals(call.operator())
          && request.asset().equals(call.asset())) {
        pending = pending.saturatingPlus(request.amount());
      }
    }
    ensure(delegation.amount().saturatingMinus(pending).compareTo(call.amount()) >= 0,
        RestakingError.INSUFFICIENT_BALANCE);
    long round = storage.currentRound.get();
    storage.delegators.put(who,
        requesting(record, new BondLessRequest(call.operator(), call.asset(), call.amount(), round,
            delegation.blueprintSelection(), false)));
    block.deposit(new RestakingEvent.DelegatorUnstakeScheduled(who, call.operator(), call.asset(),
        call.amount(), round + RestakingLimits.DELEGATION_BOND_LESS_ROUNDS));
  }

  /** The record with one request more: MaxUnstakeRequestsExceeded. */
  static DelegatorMetadata requesting(DelegatorMetadata record, BondLessRequest request) {
    ensure(record.unstakeRequests().size() < RestakingLimits.UNSTAKE_REQUESTS_MAX,
        RestakingError.MAX_UNSTAKE_REQUESTS_EXCEEDED);
    var next = new ArrayList<>(record.unstakeRequests());
    next.add(request);
    return record.withUnstakeRequests(next);
  }

  /** Where the delegation of a deposit stands in the list; negative: nowhere. */
  private static int indexOf(List<BondInfoDelegator> delegations, AccountId operator,
      Asset asset) {
    for (int i = 0; i < delegations.size(); i++) {
      BondInfoDelegator held = delegations.get(i);
      if (!held.isNomination() && held.operator().equals(operator)
          && held.asset().equals(asset)) {
        return i;
      }
    }
    return -1;
  }

  /** {@code cancel_delegator_unstake}: InvalidAmount, NoBondLessRequest. */
  void cancel(AccountId who, RestakingCall.CancelDelegatorUnstake call) {
    ensure(!call.amount().isZero(), RestakingError.INVALID_AMOUNT);
    DelegatorMetadata record = delegator(who);
    var next = new ArrayList<>(record.unstakeRequests());
    int index = 0;
    while (index < next.size() && !wants(next.get(index), call)) {
      index++;
    }
    ensure(index < next.size(), RestakingError.NO_BOND_LESS_REQUEST);
    next.remove(index);
    storage.delegators.put(who, record.withUnstakeRequests(next));
    block.deposit(new RestakingEvent.DelegatorUnstakeCancelled(who, call.operator(), call.asset(),
        call.amount()));
  }

  private static boolean wants(BondLessRequest request, RestakingCall.CancelDelegatorUnstake call) {
    return !request.isNomination() && request.asset().equals(call.asset())
        && request.amount().equals(call.amount()) && request.operator().equals(call.operator());
  }

  /** A delegation by what tells it from others; ascending by operator, then asset. */
  private record Stake(AccountId operator, Asset asset) implements Comparable<Stake> {
    @Override
    public int compareTo(Stake other) {
      int order = operator.compareTo(other.operator);
      return order != 0 ? order : asset.compareTo(other.asset);
    }
  }

  /**
   * {@code execute_delegator_unstake}: ends all that is ripe. NoBondLessRequest, BondLessNotReady;
   * NoActiveDelegation where the delegation is gone, InsufficientBalance where a slash left less,
   * NotAnOperator where the operator left. As deployed, a ripe request about a nomination is taken
   * for one about a deposit: it fails, or ends the delegation of a native deposit to the same
   * operator.
   */
  void execute(AccountId who) {
    DelegatorMetadata record = delegator(who);
    ensure(!record.unstakeRequests().isEmpty(), RestakingError.NO_BOND_LESS_REQUEST);
    var sums = new TreeMap<Stake, Balance>();
    var kept = new ArrayList<BondLessRequest>();
    long round = storage.currentRound.get();
    for (BondLessRequest request : record.unstakeRequests()) {
      if (round < request.requestedRound() + RestakingLimits.DELEGATION_BOND_LESS_ROUNDS
          || !ours.test(request) || hold.holds(request.operator())) {
        kept.add(request);
        continue;
      }
      shortfall.ensureDelegated(
          indexOf(record.delegations(), request.operator(), request.asset()) >= 0);
      sums.merge(new Stake(request.operator(), request.asset()), request.amount(),
          Balance::saturatingPlus);
    }
    ensure(!sums.isEmpty(), RestakingError.BOND_LESS_NOT_READY);
    sums.replaceAll((stake, wanted) -> shortfall.due(wanted, held(record, stake)));
    sums.values().removeIf(Balance::isZero);

    var deposits = new TreeMap<>(record.deposits());
    sums.forEach((stake, amount) -> undelegate(deposits, stake.asset(), amount));
    var delegations = new ArrayList<>(record.delegations());
    sums.forEach((stake, amount) -> end(delegations, stake, amount));
    delegations.removeIf(held -> sums.containsKey(new Stake(held.operator(), held.asset()))
        && !held.isNomination() && held.amount().isZero());
    sums.forEach((stake, amount) -> tell(who, stake, amount));
    storage.delegators.put(who, new DelegatorMetadata(deposits, record.withdrawRequests(),
        delegations, kept, record.status()));
    sums.forEach((stake, amount) -> block.deposit(
        new RestakingEvent.DelegatorUnstakeExecuted(who, stake.operator(), stake.asset(),
            amount)));
  }

  private static Balance held(DelegatorMetadata record, Stake stake) {
    int index = indexOf(record.delegations(), stake.operator(), stake.asset());
    return index < 0 ? Balance.ZERO : record.delegations().get(index).amount();
  }

  private static void undelegate(SortedMap<Asset, Deposit> deposits, Asset asset, Balance amount) {
    Deposit deposit = deposits.get(asset);
    if (deposit == null) {
      throw RestakingError.INSUFFICIENT_BALANCE.refusal();
    }
    deposits.put(asset, deposit.withAmounts(deposit.amount(),
        deposit.delegatedAmount().saturatingMinus(amount)));
  }

  private static void end(List<BondInfoDelegator> delegations, Stake stake, Balance amount) {
    int index = indexOf(delegations, stake.operator(), stake.asset());
    BondInfoDelegator held = delegations.get(index);
    delegations.set(index, held.withAmount(held.amount().minus(amount)));
  }

  private void tell(AccountId who, Stake stake, Balance amount) {
    OperatorMetadata operator =
        storage.operators.orRefuse(stake.operator(), RestakingError.NOT_AN_OPERATOR);
    storage.operators.put(stake.operator(),
        OperatorRecords.decreased(operator, who, stake.asset(), amount));
    // restaking.md 6.5: the result of Rewards is ignored, what it wrote stays
    block.attempt(() -> rewards.recordUndelegate(who, stake.operator(), stake.asset(), amount));
  }

  private DelegatorMetadata delegator(AccountId who) {
    return storage.delegators.orRefuse(who, RestakingError.NOT_DELEGATOR);
  }
}
