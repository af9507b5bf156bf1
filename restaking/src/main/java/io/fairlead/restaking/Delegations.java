package io.fairlead.restaking;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.BondInfoDelegator;
import io.fairlead.restaking.wire.DelegatorMetadata;
import io.fairlead.restaking.wire.DelegatorStatus;
import io.fairlead.restaking.wire.Deposit;
import io.fairlead.restaking.wire.LockInfo;
import io.fairlead.restaking.wire.LockMultiplier;
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
import org.jspecify.annotations.Nullable;

/** {@code delegate}. */
final class Delegations {
  private final RestakingStorage storage;
  private final Block block;
  private final DelegationRewards rewards;
  private final OperatorRecords records;
  private final DelegationEvents events;
  private final TopUpSelection topUpSelection;

  Delegations(RestakingStorage storage, Block block, DelegationRewards rewards,
      OperatorRecords records, DelegationEvents events, TopUpSelection topUpSelection) {
    this.storage = storage;
    this.block = block;
    this.rewards = rewards;
    this.records = records;
    this.events = events;
    this.topUpSelection = topUpSelection;
  }

  /**
   * NotAnOperator, NotActiveOperator, InvalidAmount, NotDelegator, InsufficientBalance, OverflowRisk,
   * MaxDelegationsExceeded, under a rule MaxBlueprintsExceeded.
   */
  void delegate(AccountId who, RestakingCall.Delegate call) {
    AccountId operator = call.operator();
    Asset asset = call.asset();
    Balance amount = call.amount();
    OperatorMetadata record =
        storage.operators.orRefuse(operator, RestakingError.NOT_AN_OPERATOR);
    ensure(record.status() instanceof OperatorStatus.Active, RestakingError.NOT_ACTIVE_OPERATOR);
    ensure(!amount.isZero(), RestakingError.INVALID_AMOUNT);
    DelegatorMetadata delegator =
        storage.delegators.orRefuse(who, RestakingError.NOT_DELEGATOR);
    Deposit deposit = delegator.deposits().get(asset);
    if (deposit == null) {
      throw RestakingError.INSUFFICIENT_BALANCE.refusal();
    }
    Balance delegated = deposit.delegatedAmount().saturatingPlus(amount);
    ensure(delegated.compareTo(deposit.amount()) <= 0, RestakingError.INSUFFICIENT_BALANCE);

    List<BondInfoDelegator> list = increased(delegator.delegations(), call);
    // the chain sets the status only for a new entry; it is Active in any case
    storage.delegators.put(who, delegator.withDeposit(asset,
        deposit.withAmounts(deposit.amount(), delegated), list, DelegatorStatus.ACTIVE));
    storage.operators.put(operator, records.increased(record, who, asset, amount));
    // restaking.md 6.4: the result of Rewards is ignored, what it wrote stays
    block.attempt(
        () -> rewards.recordDelegate(who, operator, asset, amount, firstMultiplier(deposit)));
    events.deposit(block, new RestakingEvent.Delegated(who, operator, amount, asset));
  }

  private List<BondInfoDelegator> increased(List<BondInfoDelegator> list,
      RestakingCall.Delegate call) {
    var next = new ArrayList<BondInfoDelegator>(list.size() + 1);
    next.addAll(list);
    for (int i = 0; i < list.size(); i++) {
      BondInfoDelegator held = list.get(i);
      if (!held.isNomination() && held.operator().equals(call.operator())
          && held.asset().equals(call.asset())) {
        ensure(held.amount().canAdd(call.amount()), RestakingError.OVERFLOW_RISK);
        next.set(i, held.withAmount(held.amount().plus(call.amount())).withSelection(
            topUpSelection.after(held.blueprintSelection(), call.blueprintSelection())));
        return next;
      }
    }
    ensure(list.size() < RestakingLimits.DELEGATIONS_MAX,
        RestakingError.MAX_DELEGATIONS_EXCEEDED);
    next.add(new BondInfoDelegator(call.operator(), call.amount(), call.asset(),
        call.blueprintSelection(), false));
    return next;
  }

  /** Multiplier of the first lock, expired or not; null without locks. */
  static @Nullable LockMultiplier firstMultiplier(Deposit deposit) {
    List<LockInfo> locks = deposit.locks();
    return locks == null || locks.isEmpty() ? null : locks.getFirst().lockMultiplier();
  }
}
