package io.fairlead.cli.blueprints;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.cli.twin.AskTwin;
import io.fairlead.cli.twin.PageOptions;
import io.fairlead.cli.twin.TwinApi;
import io.fairlead.cli.twin.TwinText;
import io.fairlead.cli.twin.TwinText.Column;
import java.util.HashMap;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fairlead blueprints services}. */
@Command(name = "services", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"List the services of a blueprint that run; with --all the ended too, and from"
        + " which block to which.", "Only a twin knows."},
    footer = {"", "Example:",
        "  fairlead blueprints services 0 --all --twin http://127.0.0.1:9955"})
final class BlueprintServices extends AskTwin {
  @Parameters(paramLabel = "N", description = "Number of the blueprint.") private long number;

  @Option(names = "--all", description = "The ended ones too.") private boolean isAll;
  @Mixin private PageOptions page = new PageOptions();

  @Override
  protected JsonNode ask(TwinApi api) {
    var query = new HashMap<String, String>();
    query.put("state", isAll ? "all" : "active");
    page.into(query);
    return api.get(new TwinApi.Question("/v1/blueprints/" + number + "/services", query));
  }

  @Override
  protected List<String> text(JsonNode data) {
    return TwinText.page(data, isAll ? "it never had a service" : "no service runs",
        List.of(Column.of("SERVICE", "service"), Column.of("OWNER", "owner"),
            Column.of("FROM BLOCK", "from"), Column.of("TO BLOCK", "to")));
  }
}
