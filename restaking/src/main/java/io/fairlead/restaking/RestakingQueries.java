package io.fairlead.restaking;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.BondInfoDelegator;
import io.fairlead.restaking.wire.DelegatorBond;
import io.fairlead.restaking.wire.DelegatorMetadata;
import io.fairlead.restaking.wire.Deposit;
import io.fairlead.restaking.wire.OperatorMetadata;
import io.fairlead.restaking.wire.OperatorStatus;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers from restaking's storage alone ({@code MultiAssetDelegationInfo}). */
public final class RestakingQueries
    implements OperatorStakes, UserDeposits, CustomDeposits, Backers {
  private final RestakingStorage storage;

  /** Answers from {@code storage}. */
  public RestakingQueries(RestakingStorage storage) {
    this.storage = storage;
  }

  /** The whole record of an operator. */
  public Optional<OperatorMetadata> operator(AccountId operator) {
    return Optional.ofNullable(storage.operators.orNull(operator));
  }

  /** The whole record of a delegator. */
  public Optional<DelegatorMetadata> delegator(AccountId who) {
    return Optional.ofNullable(storage.delegators.orNull(who));
  }

  /** Planck of nominations that {@code who} restakes, with all operators together. */
  public Balance restaked(AccountId who) {
    DelegatorMetadata record = storage.delegators.orNull(who);
    return record == null ? Balance.ZERO : RestakedNominations.total(record.delegations());
  }

  @Override
  public long currentRound() {
    return storage.currentRound.get();
  }

  @Override
  public boolean isOperator(AccountId operator) {
    return storage.operators.contains(operator);
  }

  @Override
  public boolean isActive(AccountId operator) {
    OperatorMetadata record = storage.operators.orNull(operator);
    return record != null && record.status() instanceof OperatorStatus.Active;
  }

  @Override
  public Balance stake(AccountId operator) {
    OperatorMetadata record = storage.operators.orNull(operator);
    return record == null ? Balance.ZERO : record.stake();
  }

  @Override
  public Balance delegated(AccountId operator, Asset asset) {
    OperatorMetadata record = storage.operators.orNull(operator);
    if (record == null) {
      return Balance.ZERO;
    }
    Balance sum = Balance.ZERO;
    for (DelegatorBond bond : record.delegations()) {
      if (bond.asset().equals(asset)) {
        sum = sum.saturatingPlus(bond.amount());
      }
    }
    return sum;
  }

  @Override
  public Optional<Deposit> deposit(AccountId who, Asset asset) {
    DelegatorMetadata record = storage.delegators.orNull(who);
    return record == null ? Optional.empty() : Optional.ofNullable(record.deposits().get(asset));
  }

  @Override
  public Balance customDeposits(AccountId who) {
    DelegatorMetadata record = storage.delegators.orNull(who);
    if (record == null) {
      return Balance.ZERO;
    }
    Balance sum = Balance.ZERO;
    for (Map.Entry<Asset, Deposit> deposit : record.deposits().entrySet()) {
      if (deposit.getKey() instanceof Asset.Custom) {
        sum = sum.saturatingPlus(deposit.getValue().amount());
      }
    }
    return sum;
  }

  @Override
  public List<Stake> behind(AccountId operator, Asset asset, long blueprintId) {
    OperatorMetadata record = storage.operators.orNull(operator);
    if (record == null) {
      return List.of();
    }
    var stakes = new ArrayList<Stake>(record.delegations().size() + 1);
    if (asset.equals(Asset.NATIVE) && !record.stake().isZero()) {
      stakes.add(new Stake(operator, record.stake()));
    }
    for (DelegatorBond entry : record.delegations()) {
      if (entry.asset().equals(asset)) {
        Balance amount = atRisk(entry.delegator(), operator, asset, blueprintId);
        if (!amount.isZero()) {
          stakes.add(new Stake(entry.delegator(), amount));
        }
      }
    }
    return stakes;
  }

  private Balance atRisk(AccountId delegator, AccountId operator, Asset asset, long blueprintId) {
    DelegatorMetadata record = storage.delegators.orNull(delegator);
    Balance sum = Balance.ZERO;
    for (BondInfoDelegator held : record == null ? List.<BondInfoDelegator>of()
        : record.delegations()) {
      if (held.operator().equals(operator) && held.asset().equals(asset)
          && held.blueprintSelection().contains(blueprintId)) {
        sum = sum.saturatingPlus(held.amount());
      }
    }
    return sum;
  }
}
