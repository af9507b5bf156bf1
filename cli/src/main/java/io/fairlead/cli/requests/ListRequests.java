package io.fairlead.cli.requests;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.cli.twin.AskTwin;
import io.fairlead.cli.twin.PageOptions;
import io.fairlead.cli.twin.TwinApi;
import io.fairlead.cli.twin.TwinText;
import io.fairlead.cli.twin.TwinText.Column;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fairlead requests list}. */
@Command(name = "list", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"List the requests that wait for approvals; with --all the ended too, and how"
        + " they ended.", "Only a twin knows."},
    footer = {"", "Examples:", "  fairlead requests list --twin http://127.0.0.1:9955",
        "  fairlead requests list --all --twin http://127.0.0.1:9955"})
final class ListRequests extends AskTwin {
  @Option(names = "--all", description = "The ended ones too.") private boolean isAll;
  @Mixin private PageOptions page = new PageOptions();

  @Override
  protected JsonNode ask(TwinApi api) {
    var query = new HashMap<String, String>();
    query.put("state", isAll ? "all" : "waiting");
    page.into(query);
    return api.get(new TwinApi.Question("/v1/requests", query));
  }

  @Override
  protected List<String> text(JsonNode data) {
    return TwinText.page(data, isAll ? "no request is known" : "no request waits",
        List.of(Column.of("REQUEST", "request"), Column.of("BLUEPRINT", "blueprint"),
            Column.of("OWNER", "owner"), Column.of("SINCE BLOCK", "requested"),
            new Column("APPROVED",
                row -> row.path("approved").asText() + " of " + row.path("asked").asText()),
            new Column("END", ListRequests::end)));
  }

  private static String end(JsonNode request) {
    if (!request.has("ended")) {
      return "waits";
    }
    return request.path("end").asText().toLowerCase(Locale.ROOT).replace('_', ' ') + " in block "
        + request.path("ended").asText()
        + (request.has("service") ? ", service " + request.path("service").asText() : "");
  }
}
