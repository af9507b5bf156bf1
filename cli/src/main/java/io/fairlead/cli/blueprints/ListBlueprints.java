package io.fairlead.cli.blueprints;

import io.fairlead.cli.Table;
import io.fairlead.cli.chain.StateCommand;
import io.fairlead.cli.chain.StateView;
import io.fairlead.services.wire.OperatorPreferences;
import io.fairlead.substrate.primitive.AccountId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;

/** {@code fairlead blueprints list}. */
@Command(name = "list", mixinStandardHelpOptions = true, sortOptions = false,
    description = "List the published blueprints, by number.",
    footer = {"", "Example:", "  fairlead blueprints list --url ws://127.0.0.1:9944"})
final class ListBlueprints extends StateCommand {
  @Override
  protected Told told(StateView state) {
    Map<Long, List<AccountId>> registered = new TreeMap<>();
    state.entries("Services", "Operators", OperatorPreferences.CODEC)
        .forEach(entry -> registered
            .computeIfAbsent(entry.number(), id -> new ArrayList<>()).add(entry.account()));
    List<BlueprintView> all =
        state.entries("Services", "Blueprints", BlueprintView.Owned.CODEC).stream()
            .map(entry -> new BlueprintView(entry.number(), entry.value().owner(),
                entry.value().blueprint(),
                registered.getOrDefault(entry.number(), List.of())))
            .sorted((a, b) -> Long.compareUnsigned(a.id(), b.id())).toList();
    var document = new LinkedHashMap<String, Object>();
    document.put("block", state.block());
    document.put("blueprints", all.stream().map(view -> view.json(state)).toList());
    return new Told(document, text(state, all));
  }

  private static List<String> text(StateView state, List<BlueprintView> all) {
    var lines = new ArrayList<String>();
    lines.add(all.size() + (all.size() == 1 ? " blueprint" : " blueprints") + " at block "
        + state.block());
    if (!all.isEmpty()) {
      var table = new Table("blueprint", "name", "owner", "jobs", "operators", "sources");
      all.forEach(view -> table.row(Long.toUnsignedString(view.id()), view.name(),
          state.address(view.owner()), Integer.toString(view.blueprint().jobs().size()),
          Integer.toString(view.operators().size()), String.join("; ",
              view.blueprint().sources().stream().map(BlueprintView::source).toList())));
      lines.addAll(table.lines());
    }
    return lines;
  }
}
