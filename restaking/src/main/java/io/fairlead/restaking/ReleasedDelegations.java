package io.fairlead.restaking;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.BondInfoDelegator;
import io.fairlead.restaking.wire.DelegatorBond;
import io.fairlead.restaking.wire.DelegatorMetadata;
import io.fairlead.restaking.wire.Deposit;
import io.fairlead.restaking.wire.OperatorMetadata;
import io.fairlead.restaking.wire.RestakingEvent;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of the delegations of an operator that leaves, by the rule {@code departure}. Released
 * ones end as if they had been unstaked, with the requests about them.
 */
final class ReleasedDelegations {
  private final RestakingStorage storage;
  private final Block block;
  private final NominationLocks locks;
  private final DelegationRewards rewards;
  private final Departure rule;

  ReleasedDelegations(RestakingStorage storage, Block block, NominationLocks locks,
      DelegationRewards rewards, Departure rule) {
    this.storage = storage;
    this.block = block;
    this.locks = locks;
    this.rewards = rewards;
    this.rule = rule;
  }

  /** {@code operator}, whose record was {@code record}, has left. */
  void left(AccountId operator, OperatorMetadata record) {
    switch (rule) {
      case STRANDS_DELEGATORS -> {
        // their records stay as they are
      }
      case RELEASES_DELEGATORS -> record.delegations().forEach(entry -> release(operator, entry));
    }
  }

  private void release(AccountId operator, DelegatorBond entry) {
    AccountId who = entry.delegator();
    Asset asset = entry.asset();
    DelegatorMetadata record = storage.delegators.orNull(who);
    if (record == null) {
      return;
    }
    var ended = new ArrayList<BondInfoDelegator>();
    var kept = new ArrayList<BondInfoDelegator>();
    for (BondInfoDelegator held : record.delegations()) {
      boolean ends = held.operator().equals(operator) && held.asset().equals(asset);
      (ends ? ended : kept).add(held);
    }
    DelegatorMetadata next = record.withDelegations(kept).withUnstakeRequests(
        record.unstakeRequests().stream().filter(
            request -> !request.operator().equals(operator) || !request.asset().equals(asset))
            .toList());
    for (BondInfoDelegator held : ended) {
      next = held.isNomination() ? next : undelegated(next, held);
    }
    storage.delegators.put(who, next);
    ended.forEach(held -> tell(who, held, kept));
  }

  private static DelegatorMetadata undelegated(DelegatorMetadata record, BondInfoDelegator held) {
    Deposit deposit = record.deposits().get(held.asset());
    return deposit == null ? record
        : record.withDeposit(held.asset(), deposit.withAmounts(deposit.amount(),
            deposit.delegatedAmount().saturatingMinus(held.amount())));
  }

  private void tell(AccountId who, BondInfoDelegator held, List<BondInfoDelegator> kept) {
    // as when a delegation is unstaked, the result of Rewards is ignored, what it wrote stays
    DelegationRewards told = held.isNomination() ? rewards.ofNominations() : rewards;
    block.attempt(() -> told.recordUndelegate(who, held.operator(), held.asset(),
        held.amount()));
    if (held.isNomination()) {
      locks.changed(who, kept, Balance.ZERO);
      block.deposit(
          new RestakingEvent.NominationUnstakeExecuted(who, held.operator(), held.amount()));
    } else {
      block.deposit(new RestakingEvent.DelegatorUnstakeExecuted(who, held.operator(),
          held.asset(), held.amount()));
    }
  }
}
