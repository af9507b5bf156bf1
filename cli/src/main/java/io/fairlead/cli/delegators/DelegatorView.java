package io.fairlead.cli.delegators;

import io.fairlead.cli.chain.Holding;
import io.fairlead.cli.chain.StateView;
import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.BlueprintSelection;
import io.fairlead.restaking.wire.DelegatorMetadata;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** A delegator. */
record DelegatorView(AccountId account, DelegatorMetadata record) {

  /** What it deposited, by asset; of that some may be delegated. */
  SortedMap<Asset, Balance> deposited() {
    var sums = new Holding.Sums();
    record.deposits().forEach((asset, deposit) -> sums.add(asset, deposit.amount()));
    return sums.all();
  }

  /** What it delegates, by asset; nominations without a deposit too. */
  SortedMap<Asset, Balance> delegated() {
    var sums = new Holding.Sums();
    record.delegations().forEach(bond -> sums.add(bond.asset(), bond.amount()));
    return sums.all();
  }

  static String selection(BlueprintSelection selection) {
    return switch (selection) {
      case BlueprintSelection.All() -> "all blueprints";
      case BlueprintSelection.Fixed(List<Long> ids) -> ids.isEmpty() ? "no blueprint"
          : "blueprints " + String.join(", ", ids.stream().map(String::valueOf).toList());
    };
  }

  Map<String, Object> json(StateView state) {
    var json = new LinkedHashMap<String, Object>();
    json.put("delegator", state.address(account));
    json.put("deposited", Holding.json(deposited()));
    json.put("delegated", Holding.json(delegated()));
    json.put("delegationCount", record.delegations().size());
    json.put("unstakeRequests", record.unstakeRequests().size());
    json.put("withdrawRequests", record.withdrawRequests().size());
    return json;
  }
}
