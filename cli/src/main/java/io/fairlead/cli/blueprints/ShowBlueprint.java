package io.fairlead.cli.blueprints;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.cli.Failure;
import io.fairlead.cli.chain.StateOrTwinCommand;
import io.fairlead.cli.chain.StateView;
import io.fairlead.cli.twin.TwinText;
import io.fairlead.services.wire.JobDefinition;
import io.fairlead.services.wire.OperatorPreferences;
import io.fairlead.services.wire.ServiceMetadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code fairlead blueprints show}. */
@Command(name = "show", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Show one blueprint: jobs with types and prices, sources, manager, operators.",
    footer = {"", "Examples:", "  fairlead blueprints show 0 --url ws://127.0.0.1:9944",
        "  fairlead blueprints show 0 --twin http://127.0.0.1:9955"})
final class ShowBlueprint extends StateOrTwinCommand {
  @Parameters(paramLabel = "N", description = "Number of the blueprint.") private long number;

  @Override
  protected String path() {
    return "/v1/blueprints/" + number;
  }

  @Override
  protected List<String> text(JsonNode data) {
    return TwinText.document("blueprint " + number, data);
  }

  @Override
  protected Told told(StateView state) {
    byte[] key = StateView.number(number);
    BlueprintView view = state
        .value("Services", "Blueprints", BlueprintView.Owned.CODEC, key)
        .map(owned -> new BlueprintView(number, owned.owner(), owned.blueprint(),
            state.entries("Services", "Operators", OperatorPreferences.CODEC, key).stream()
                .map(StateView.Entry::account).toList()))
        .orElseThrow(() -> Failure.check("no blueprint " + number + " at block "
            + state.block() + "; see fairlead blueprints list"));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("block", state.block());
    json.putAll(view.json(state));
    return new Told(json, text(state, view));
  }

  private static List<String> text(StateView state, BlueprintView view) {
    var lines = new ArrayList<String>();
    lines.add("blueprint " + Long.toUnsignedString(view.id()) + " " + view.name()
        + " at block " + state.block());
    ServiceMetadata metadata = view.blueprint().metadata();
    var told = new LinkedHashMap<String, String>();
    told.put("about", BlueprintView.text(metadata.description()));
    told.put("author", BlueprintView.text(metadata.author()));
    told.put("code", BlueprintView.text(metadata.codeRepository()));
    told.put("owner", state.address(view.owner()));
    told.put("manager", view.blueprint().manager().toString());
    told.forEach((name, text) -> {
      if (!text.isEmpty()) {
        lines.add(String.format("  %-10s%s", name, text));
      }
    });
    int index = 0;
    for (JobDefinition job : view.blueprint().jobs()) {
      lines.add(String.format("  job %-6d%s%s → %s, %s", index++,
          BlueprintView.text(job.metadata().name()), BlueprintView.types(job.params()),
          BlueprintView.types(job.result()), BlueprintView.price(job.pricingModel())));
    }
    view.blueprint().sources()
        .forEach(source -> lines.add("  source    " + BlueprintView.source(source)));
    view.operators()
        .forEach(operator -> lines.add("  operator  " + state.address(operator)));
    return lines;
  }
}
