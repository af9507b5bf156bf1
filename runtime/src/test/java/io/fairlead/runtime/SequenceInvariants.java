package io.fairlead.runtime;

import io.fairlead.restaking.RestakingAccounts;
import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.BondInfoDelegator;
import io.fairlead.restaking.wire.DelegatorMetadata;
import io.fairlead.restaking.wire.Deposit;
import io.fairlead.restaking.wire.OperatorMetadata;
import io.fairlead.restaking.wire.WithdrawRequest;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;

/** What the records of restaking owe to the accounts, whoever did what. */
final class SequenceInvariants {
  private SequenceInvariants() {}

  /** What is broken; empty: nothing. */
  static String broken(SequenceWorld world) {
    for (AccountId who : SequenceWorld.OPERATORS) {
      OperatorMetadata record = world.wiring.restakingItems.operators().orNull(who);
      Balance stake = record == null ? Balance.ZERO : record.stake();
      if (!world.reserved(who).equals(stake)) {
        return who + " has staked " + stake + ", reserved are " + world.reserved(who);
      }
    }
    for (Asset asset : SequenceWorld.ASSETS) {
      Balance owed = world.palletAtStart(asset);
      for (AccountId who : SequenceWorld.DELEGATORS) {
        DelegatorMetadata record = world.wiring.restakingItems.delegators().orNull(who);
        if (record != null) {
          String broken = broken(who, asset, record);
          if (!broken.isEmpty()) {
            return broken;
          }
          owed = owed.plus(owed(asset, record));
        }
      }
      if (!world.balance(RestakingAccounts.PALLET, asset).equals(owed)) {
        return "the pallet has " + world.balance(RestakingAccounts.PALLET, asset) + " of " + asset
            + " and owes " + owed;
      }
    }
    return "";
  }

  private static String broken(AccountId who, Asset asset, DelegatorMetadata record) {
    Deposit deposit = record.deposits().get(asset);
    Balance delegated = Balance.ZERO;
    for (BondInfoDelegator held : record.delegations()) {
      if (!held.isNomination() && held.asset().equals(asset)) {
        delegated = delegated.plus(held.amount());
      }
    }
    Balance noted = deposit == null ? Balance.ZERO : deposit.delegatedAmount();
    if (!noted.equals(delegated)) {
      return who + " has delegated " + delegated + " of " + asset + ", noted are " + noted;
    }
    return deposit != null && deposit.amount().compareTo(noted) < 0
        ? who + " has delegated more of " + asset + " than it deposited: " + deposit : "";
  }

  private static Balance owed(Asset asset, DelegatorMetadata record) {
    Deposit deposit = record.deposits().get(asset);
    Balance owed = deposit == null ? Balance.ZERO : deposit.amount();
    for (WithdrawRequest request : record.withdrawRequests()) {
      owed = request.asset().equals(asset) ? owed.plus(request.amount()) : owed;
    }
    return owed;
  }
}
