package io.fairlead.cli.demo;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.BondInfoDelegator;
import io.fairlead.restaking.wire.DelegatorMetadata;
import io.fairlead.restaking.wire.OperatorMetadata;
import io.fairlead.runtime.system.AccountInfo;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What accounts, operators and delegators have, read from finalized state. */
final class Holdings {
  private static final String RESTAKING = "MultiAssetDelegation";

  private final Stage stage;

  Holdings(Stage stage) {
    this.stage = stage;
  }

  /** One delegation to an operator. */
  record Delegation(AccountId delegator, Asset asset, Balance amount) {}

  /** The account's free and reserved planck. */
  Balance of(AccountId who) {
    return stage.value(Stage.blake2Key("System", "Account", Bytes.wrap(who.bytes())),
        AccountInfo.CODEC).map(Holdings::total).orElse(Balance.ZERO);
  }

  private static Balance total(AccountInfo info) {
    return info.data().free().plus(info.data().reserved());
  }

  /** All planck in all accounts. */
  Balance everything() {
    return stage.values("System", "Account", AccountInfo.CODEC).stream()
        .map(entry -> total(entry.getValue())).reduce(Balance.ZERO, Balance::plus);
  }

  /** {@code Balances.TotalIssuance}. */
  Balance issuance() {
    return stage.value(io.fairlead.substrate.pallet.Item.prefix("Balances", "TotalIssuance"),
        Balance.CODEC).orElse(Balance.ZERO);
  }

  /** The operator's own stake. */
  Balance stake(AccountId operator) {
    return operator(operator).map(OperatorMetadata::stake).orElse(Balance.ZERO);
  }

  private Optional<OperatorMetadata> operator(AccountId operator) {
    return stage.value(
        Stage.blake2Key(RESTAKING, "Operators", Bytes.wrap(operator.bytes())),
        OperatorMetadata.CODEC);
  }

  /** The delegations to {@code operator}, delegator by delegator in the operator's order. */
  List<Delegation> delegationsTo(AccountId operator) {
    var found = new ArrayList<Delegation>();
    operator(operator).ifPresent(record -> record.delegations().stream()
        .map(bond -> bond.delegator()).distinct().forEach(who -> delegator(who)
            .ifPresent(of -> of.delegations().stream()
                .filter(bond -> bond.operator().equals(operator))
                .forEach(bond -> found.add(delegation(who, bond))))));
    return found;
  }

  private static Delegation delegation(AccountId who, BondInfoDelegator bond) {
    return new Delegation(who, bond.asset(), bond.amount());
  }

  private Optional<DelegatorMetadata> delegator(AccountId who) {
    return stage.value(Stage.blake2Key(RESTAKING, "Delegators", Bytes.wrap(who.bytes())),
        DelegatorMetadata.CODEC);
  }
}
