package io.fairlead.cli.operators;

import io.fairlead.cli.chain.Holding;
import io.fairlead.cli.chain.StateView;
import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.DelegatorBond;
import io.fairlead.restaking.wire.OperatorMetadata;
import io.fairlead.restaking.wire.OperatorStatus;
import io.fairlead.services.wire.OperatorProfile;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** An operator with what it serves. */
record OperatorView(AccountId account, OperatorMetadata record, OperatorProfile profile) {
  private static final String RESTAKING = "MultiAssetDelegation";

  static Optional<OperatorView> find(StateView state, AccountId who) {
    return state
        .value(RESTAKING, "Operators", OperatorMetadata.CODEC, StateView.hashed(who))
        .map(record -> of(state, who, record));
  }

  static OperatorView of(StateView state, AccountId who, OperatorMetadata record) {
    return new OperatorView(who, record,
        state.value("Services", "OperatorsProfile", OperatorProfile.CODEC, who.bytes())
            .orElse(OperatorProfile.EMPTY));
  }

  /** What is delegated to it, by asset. */
  SortedMap<Asset, Balance> delegated() {
    var sums = new Holding.Sums();
    for (DelegatorBond bond : record.delegations()) {
      sums.add(bond.asset(), bond.amount());
    }
    return sums.all();
  }

  String status() {
    return switch (record.status()) {
      case OperatorStatus.Active() -> "active";
      case OperatorStatus.Inactive() -> "inactive";
      case OperatorStatus.Leaving(long round) -> "leaving from round " + round + " on";
    };
  }

  Map<String, Object> json(StateView state) {
    var json = new LinkedHashMap<String, Object>();
    json.put("operator", state.address(account));
    json.put("status", status());
    json.put("stake", record.stake().toString());
    json.put("delegationCount", record.delegationCount());
    json.put("delegated", Holding.json(delegated()));
    json.put("blueprints", profile.blueprints());
    json.put("services", profile.services());
    return json;
  }
}
