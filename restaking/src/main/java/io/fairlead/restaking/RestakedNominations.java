package io.fairlead.restaking;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.BlueprintSelection;
import io.fairlead.restaking.wire.BondInfoDelegator;
import io.fairlead.restaking.wire.BondLessRequest;
import io.fairlead.restaking.wire.DelegatorMetadata;
import io.fairlead.restaking.wire.OperatorMetadata;
import io.fairlead.restaking.wire.OperatorStatus;
import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.restaking.wire.RestakingError;
import io.fairlead.restaking.wire.RestakingEvent;
import io.fairlead.restaking.wire.RestakingLimits;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.ArrayList;
import java.util.List;

/**
 * Restaking what is bonded in Staking, without a deposit ({@code functions/delegate.rs}). Amounts are
 * planck.
 */
final class RestakedNominations {
  private final RestakingStorage storage;
  private final Block block;
  private final Nominations nominations;
  private final DelegationRewards rewards;
  private final Terms terms;

  /** What is chosen by rules. */
  record Terms(NominationLocks locks, OperatorRecords records, DelegationEvents events,
      TopUpSelection topUpSelection, Shortfall shortfall, SlashHold hold) {}

  RestakedNominations(RestakingStorage storage, Block block, Nominations nominations,
      DelegationRewards rewards, Terms terms) {
    this.storage = storage;
    this.block = block;
    this.nominations = nominations;
    this.rewards = rewards.ofNominations();
    this.terms = terms;
  }

  /**
   * {@code delegate_nomination}: InvalidAmount, NotAnOperator, NotActiveOperator, NotNominator,
   * InsufficientBalance, OverflowRisk, MaxDelegationsExceeded.
   */
  void delegate(AccountId who, RestakingCall.DelegateNomination call) {
    AccountId operator = call.operator();
    Balance amount = call.amount();
    ensure(!amount.isZero(), RestakingError.INVALID_AMOUNT);
    OperatorMetadata entry = operator(operator);
    ensure(entry.status() instanceof OperatorStatus.Active, RestakingError.NOT_ACTIVE_OPERATOR);
    Nominations.Bonded bonded =
        nominations.bonded(who).orElseThrow(RestakingError.NOT_NOMINATOR::refusal);
    ensure(bonded.total().compareTo(amount) >= 0, RestakingError.INSUFFICIENT_BALANCE);
    DelegatorMetadata held = storage.delegators.orNull(who);
    DelegatorMetadata record = held == null ? DelegatorMetadata.EMPTY : held;
    Balance total = total(record.delegations());
    ensure(total.canAdd(amount), RestakingError.OVERFLOW_RISK);
    ensure(total.plus(amount).compareTo(bonded.active()) <= 0,
        RestakingError.INSUFFICIENT_BALANCE);

    var next = new ArrayList<>(record.delegations());
    int index = indexOf(next, operator);
    if (index >= 0) {
      BondInfoDelegator before = next.get(index);
      // the sum of all nominations, which fits, is not less
      next.set(index, before.withAmount(before.amount().plus(amount)).withSelection(
          terms.topUpSelection.after(before.blueprintSelection(), call.blueprintSelection())));
      terms.locks.changed(who, next, next.get(index).amount());
    } else {
      ensure(next.size() < RestakingLimits.DELEGATIONS_MAX,
          RestakingError.MAX_DELEGATIONS_EXCEEDED);
      next.add(new BondInfoDelegator(operator, amount, Asset.NATIVE, call.blueprintSelection(),
          true));
      terms.locks.changed(who, next, amount);
    }
    storage.operators.put(operator,
        terms.records.increased(entry, who, Asset.NATIVE, amount));
    storage.delegators.put(who, record.withDelegations(next));
    // restaking.md 6.6: the result of Rewards is ignored, what it wrote stays
    block.attempt(() -> rewards.recordDelegate(who, operator, Asset.NATIVE, amount, null));
    terms.events.deposit(block, new RestakingEvent.NominationDelegated(who, operator, amount));
  }

  /** What {@code delegations} restake of nominations, saturating. */
  static Balance total(List<BondInfoDelegator> delegations) {
    Balance sum = Balance.ZERO;
    for (BondInfoDelegator held : delegations) {
      if (held.isNomination()) {
        sum = sum.saturatingPlus(held.amount());
      }
    }
    return sum;
  }

  private static int indexOf(List<BondInfoDelegator> delegations, AccountId operator) {
    for (int i = 0; i < delegations.size(); i++) {
      BondInfoDelegator held = delegations.get(i);
      if (held.isNomination() && held.operator().equals(operator)) {
        return i;
      }
    }
    return -1;
  }

  /** The nomination restaked with {@code operator}: AssetNotWhitelisted, NoActiveDelegation. */
  private static int found(DelegatorMetadata record, AccountId operator) {
    int index = indexOf(record.delegations(), operator);
    ensure(index < 0 || record.delegations().get(index).asset().equals(Asset.NATIVE),
        RestakingError.ASSET_NOT_WHITELISTED);
    ensure(index >= 0, RestakingError.NO_ACTIVE_DELEGATION);
    return index;
  }

  /**
   * {@code schedule_nomination_unstake}: InvalidAmount, NotAnOperator, NotDelegator,
   * AssetNotWhitelisted, NoActiveDelegation, InsufficientBalance, MaxUnstakeRequestsExceeded.
   */
  void schedule(AccountId who, RestakingCall.ScheduleNominationUnstake call) {
    AccountId operator = call.operator();
    BlueprintSelection selection = call.blueprintSelection();
    ensure(!call.amount().isZero(), RestakingError.INVALID_AMOUNT);
    operator(operator);
    DelegatorMetadata record = delegator(who);
    Balance restaked = record.delegations().get(found(record, operator)).amount();
    Balance pending = Balance.ZERO;
    for (BondLessRequest request : record.unstakeRequests()) {
      if (request.isNomination() && request.operator().equals(operator)) {
        pending = pending.saturatingPlus(request.amount());
      }
    }
    ensure(restaked.saturatingMinus(pending).compareTo(call.amount()) >= 0,
        RestakingError.INSUFFICIENT_BALANCE);
    long round = storage.currentRound.get();
    storage.delegators.put(who, Unstaking.requesting(record,
        new BondLessRequest(operator, Asset.NATIVE, call.amount(), round, selection, true)));
    block.deposit(new RestakingEvent.NominationUnstakeScheduled(who, operator, call.amount(),
        round + RestakingLimits.DELEGATION_BOND_LESS_ROUNDS));
  }

  /**
   * {@code execute_nomination_unstake}, one request: NotDelegator, NoBondLessRequest,
   * BondLessNotReady, AssetNotWhitelisted, NoActiveDelegation, InsufficientBalance, NotAnOperator.
   */
  void execute(AccountId who, AccountId operator) {
    DelegatorMetadata record = delegator(who);
    int wanted = request(record, operator);
    BondLessRequest request = record.unstakeRequests().get(wanted);
    ensure(request.requestedRound()
        + RestakingLimits.DELEGATION_BOND_LESS_ROUNDS <= storage.currentRound.get()
        && !terms.hold.holds(operator), RestakingError.BOND_LESS_NOT_READY);
    int index = found(record, operator);
    BondInfoDelegator held = record.delegations().get(index);
    Balance amount = terms.shortfall.due(request.amount(), held.amount());
    storage.operators.put(operator,
        OperatorRecords.decreased(operator(operator), who, Asset.NATIVE, amount));
    // restaking.md 6.6: the result of Rewards is ignored, what it wrote stays
    block.attempt(() -> rewards.recordUndelegate(who, operator, Asset.NATIVE, amount));
    var requests = new ArrayList<>(record.unstakeRequests());
    requests.remove(wanted);
    var delegations = new ArrayList<>(record.delegations());
    Balance left = held.amount().minus(amount);
    if (left.isZero()) {
      delegations.remove(index);
    } else {
      delegations.set(index, held.withAmount(left));
    }
    terms.locks.changed(who, delegations, left);
    storage.delegators.put(who,
        record.withDelegations(delegations).withUnstakeRequests(requests));
    block.deposit(new RestakingEvent.NominationUnstakeExecuted(who, operator, amount));
  }

  /** {@code cancel_nomination_unstake}: NotDelegator, NoBondLessRequest. */
  void cancel(AccountId who, AccountId operator) {
    DelegatorMetadata record = delegator(who);
    var requests = new ArrayList<>(record.unstakeRequests());
    BondLessRequest cancelled = requests.remove(request(record, operator));
    storage.delegators.put(who, record.withUnstakeRequests(requests));
    block.deposit(
        new RestakingEvent.NominationUnstakeCancelled(who, operator, cancelled.amount()));
  }

  /** The oldest request about a nomination restaked with {@code operator}. */
  private static int request(DelegatorMetadata record, AccountId operator) {
    for (int i = 0; i < record.unstakeRequests().size(); i++) {
      BondLessRequest request = record.unstakeRequests().get(i);
      if (request.isNomination() && request.operator().equals(operator)) {
        return i;
      }
    }
    throw RestakingError.NO_BOND_LESS_REQUEST.refusal();
  }

  private OperatorMetadata operator(AccountId operator) {
    return storage.operators.orRefuse(operator, RestakingError.NOT_AN_OPERATOR);
  }

  private DelegatorMetadata delegator(AccountId who) {
    return storage.delegators.orRefuse(who, RestakingError.NOT_DELEGATOR);
  }
}
