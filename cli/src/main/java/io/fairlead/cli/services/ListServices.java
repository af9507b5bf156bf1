package io.fairlead.cli.services;

import io.fairlead.cli.Table;
import io.fairlead.cli.chain.Accounts;
import io.fairlead.cli.chain.StateCommand;
import io.fairlead.cli.chain.StateView;
import io.fairlead.services.wire.Service;
import io.fairlead.substrate.primitive.AccountId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fairlead services list}. */
@Command(name = "list", mixinStandardHelpOptions = true, sortOptions = false,
    description = "List the running services, by number.",
    footer = {"", "Examples:", "  fairlead services list",
        "  fairlead services list --operator //Bob --blueprint 0"})
final class ListServices extends StateCommand {
  @Option(names = "--operator", paramLabel = "ACCOUNT",
      description = "Only services that it serves.") private @Nullable String operator;

  @Option(names = "--blueprint", paramLabel = "N",
      description = "Only services of this blueprint.") private @Nullable Long blueprint;

  @Override
  protected Told told(StateView state) {
    AccountId wanted = operator == null ? null : Accounts.parse(operator);
    Long of = blueprint;
    List<Service> all = state.entries("Services", "Instances", Service.CODEC).stream()
        .map(StateView.Entry::value)
        .filter(service -> wanted == null || service.isServedBy(wanted))
        .filter(service -> of == null || service.blueprint() == of)
        .sorted((a, b) -> Long.compareUnsigned(a.id(), b.id())).toList();
    var document = new LinkedHashMap<String, Object>();
    document.put("block", state.block());
    document.put("services",
        all.stream().map(service -> ServiceText.json(state, service)).toList());
    return new Told(document, text(state, all));
  }

  private static List<String> text(StateView state, List<Service> all) {
    var lines = new ArrayList<String>();
    lines.add(all.size() + (all.size() == 1 ? " service" : " services") + " at block "
        + state.block());
    if (!all.isEmpty()) {
      var table = new Table("service", "blueprint", "owner", "operators", "membership", "assets");
      all.forEach(service -> table.row(Long.toUnsignedString(service.id()),
          Long.toUnsignedString(service.blueprint()), state.address(service.owner()),
          Integer.toString(service.operators().size()),
          ServiceText.membership(service.membershipModel()), ServiceText.assets(service)));
      lines.addAll(table.lines());
    }
    return lines;
  }
}
