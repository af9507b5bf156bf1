package io.fairlead.restaking;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.DelegatorBond;
import io.fairlead.restaking.wire.OperatorMetadata;
import io.fairlead.restaking.wire.RestakingError;
import io.fairlead.restaking.wire.RestakingLimits;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.ArrayList;
import java.util.List;

/** How an operator's list of delegators changes ({@code update_operator_metadata}). */
final class OperatorRecords {
  private final FullOperator fullOperator;

  OperatorRecords(FullOperator fullOperator) {
    this.fullOperator = fullOperator;
  }

  /**
   * The record with {@code amount} more for (delegator, asset). MaxDelegationsExceeded, OverflowRisk.
   */
  OperatorMetadata increased(OperatorMetadata record, AccountId delegator, Asset asset,
      Balance amount) {
    List<DelegatorBond> entries = record.delegations();
    int index = indexOf(entries, delegator, asset);
    ensure(record.delegationCount() < RestakingLimits.DELEGATIONS_MAX || takesFull(index),
        RestakingError.MAX_DELEGATIONS_EXCEEDED);
    var next = new ArrayList<DelegatorBond>(entries.size() + 1);
    next.addAll(entries);
    if (index >= 0) {
      Balance held = entries.get(index).amount();
      ensure(held.canAdd(amount), RestakingError.OVERFLOW_RISK);
      next.set(index, new DelegatorBond(delegator, held.plus(amount), asset));
      return record.withDelegations(next, record.delegationCount());
    }
    // the list is bounded too: it can only be longer than its count if storage was written from
    // outside
    ensure(entries.size() < RestakingLimits.DELEGATIONS_MAX,
        RestakingError.MAX_DELEGATIONS_EXCEEDED);
    next.add(new DelegatorBond(delegator, amount, asset));
    return record.withDelegations(next, record.delegationCount() + 1);
  }

  private boolean takesFull(int index) {
    return switch (fullOperator) {
      case REFUSES_TOP_UPS -> false;
      case TAKES_TOP_UPS -> index >= 0;
    };
  }

  /**
   * The record with {@code amount} less for (delegator, asset); an empty entry goes, one that is not
   * there is no error. InsufficientBalance.
   */
  static OperatorMetadata decreased(OperatorMetadata record, AccountId delegator, Asset asset,
      Balance amount) {
    int index = indexOf(record.delegations(), delegator, asset);
    if (index < 0) {
      return record;
    }
    Balance held = record.delegations().get(index).amount();
    ensure(held.compareTo(amount) >= 0, RestakingError.INSUFFICIENT_BALANCE);
    // the count is that of the list, unless storage was written from outside
    ensure(record.delegationCount() > 0 || held.compareTo(amount) > 0,
        RestakingError.INSUFFICIENT_BALANCE);
    return reduced(record, delegator, asset, amount);
  }

  /** The record with at most {@code amount} less for (delegator, asset); an empty entry goes. */
  static OperatorMetadata reduced(OperatorMetadata record, AccountId delegator, Asset asset,
      Balance amount) {
    List<DelegatorBond> entries = record.delegations();
    int index = indexOf(entries, delegator, asset);
    if (index < 0) {
      return record;
    }
    var next = new ArrayList<>(entries);
    Balance left = entries.get(index).amount().saturatingMinus(amount);
    if (left.isZero()) {
      next.remove(index);
      return record.withDelegations(next, Math.max(0, record.delegationCount() - 1));
    }
    next.set(index, new DelegatorBond(delegator, left, asset));
    return record.withDelegations(next, record.delegationCount());
  }

  private static int indexOf(List<DelegatorBond> entries, AccountId delegator, Asset asset) {
    for (int i = 0; i < entries.size(); i++) {
      DelegatorBond entry = entries.get(i);
      if (entry.delegator().equals(delegator) && entry.asset().equals(asset)) {
        return i;
      }
    }
    return -1;
  }
}
