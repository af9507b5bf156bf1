package io.fairlead.cli.delegators;

import io.fairlead.cli.Table;
import io.fairlead.cli.chain.Holding;
import io.fairlead.cli.chain.StateCommand;
import io.fairlead.cli.chain.StateView;
import io.fairlead.restaking.wire.DelegatorMetadata;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code fairlead delegators list}. */
@Command(name = "list", mixinStandardHelpOptions = true, sortOptions = false,
    description = "List the delegators with what they deposited and delegate, by account.",
    footer = {"", "Examples:", "  fairlead delegators list",
        "  fairlead delegators list --output json"})
final class ListDelegators extends StateCommand {
  @Override
  protected Told told(StateView state) {
    List<DelegatorView> all = state
        .entries("MultiAssetDelegation", "Delegators", DelegatorMetadata.CODEC).stream()
        .map(entry -> new DelegatorView(entry.account(), entry.value()))
        .sorted(Comparator.comparing(DelegatorView::account)).toList();
    var document = new LinkedHashMap<String, Object>();
    document.put("block", state.block());
    document.put("delegators", all.stream().map(view -> view.json(state)).toList());
    return new Told(document, text(state, all));
  }

  private static List<String> text(StateView state, List<DelegatorView> all) {
    var lines = new ArrayList<String>();
    lines.add(all.size() + (all.size() == 1 ? " delegator" : " delegators") + " at block "
        + state.block());
    if (!all.isEmpty()) {
      var table = new Table("delegator", "delegations", "waiting", "deposited", "delegated");
      all.forEach(view -> table.row(state.address(view.account()),
          Integer.toString(view.record().delegations().size()),
          Integer.toString(view.record().unstakeRequests().size()
              + view.record().withdrawRequests().size()),
          Holding.all(view.deposited()), Holding.all(view.delegated())));
      lines.addAll(table.lines());
    }
    return lines;
  }
}
