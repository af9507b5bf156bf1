package io.fairlead.cli.operators;

import io.fairlead.cli.Amounts;
import io.fairlead.cli.Table;
import io.fairlead.cli.chain.Holding;
import io.fairlead.cli.chain.StateCommand;
import io.fairlead.cli.chain.StateView;
import io.fairlead.restaking.wire.OperatorMetadata;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code fairlead operators list}. */
@Command(name = "list", mixinStandardHelpOptions = true, sortOptions = false,
    description = "List the operators, the one with the most stake of its own first.",
    footer = {"", "Examples:", "  fairlead operators list",
        "  fairlead operators list --at 8000 --output json"})
final class ListOperators extends StateCommand {
  @Override
  protected Told told(StateView state) {
    List<OperatorView> all = state
        .entries("MultiAssetDelegation", "Operators", OperatorMetadata.CODEC).stream()
        .map(entry -> OperatorView.of(state, entry.account(), entry.value()))
        .sorted(Comparator.comparing((OperatorView view) -> view.record().stake()).reversed()
            .thenComparing(OperatorView::account))
        .toList();
    var document = new LinkedHashMap<String, Object>();
    document.put("block", state.block());
    document.put("operators", all.stream().map(view -> view.json(state)).toList());
    return new Told(document, text(state, all));
  }

  private static List<String> text(StateView state, List<OperatorView> all) {
    var lines = new ArrayList<String>();
    lines.add(all.size() + (all.size() == 1 ? " operator" : " operators") + " at block "
        + state.block());
    if (!all.isEmpty()) {
      var table = new Table("operator", "status", "own stake", "delegations", "blueprints",
          "services", "delegated");
      all.forEach(view -> table.row(state.address(view.account()), view.status(),
          Amounts.tnt(view.record().stake()), Long.toString(view.record().delegationCount()),
          Integer.toString(view.profile().blueprints().size()),
          Integer.toString(view.profile().services().size()), Holding.all(view.delegated())));
      lines.addAll(table.lines());
    }
    return lines;
  }
}
