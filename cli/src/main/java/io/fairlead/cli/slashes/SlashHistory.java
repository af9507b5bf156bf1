package io.fairlead.cli.slashes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.cli.twin.AskTwin;
import io.fairlead.cli.twin.FactText;
import io.fairlead.cli.twin.PageOptions;
import io.fairlead.cli.twin.TwinApi;
import io.fairlead.cli.twin.TwinText;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code fairlead slashes history}. */
@Command(name = "history", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Tell what became of past slashes, the latest first; or, of one slash, each"
        + " call, event and change that was about it.", "Only a twin knows."},
    footer = {"", "Examples:",
        "  fairlead slashes history --limit 50 --twin http://127.0.0.1:9955",
        "  fairlead slashes history 2214/17 --twin http://127.0.0.1:9955"})
final class SlashHistory extends AskTwin {
  private static final String ALL_AT_ONCE = "500";

  @Parameters(paramLabel = "[ROUND/]INDEX", arity = "0..1",
      description = "One slash.") private @Nullable String slash;

  @Mixin private PageOptions page = new PageOptions();

  @Override
  protected JsonNode ask(TwinApi api) {
    var query = new HashMap<String, String>();
    if (slash != null) {
      page.into(query);
      return api
          .get(new TwinApi.Question(SlashName.parse(slash).path(api) + "/history", query));
    }
    page.limit();
    query.put("state", "ended");
    query.put("limit", ALL_AT_ONCE);
    return latest(api, query);
  }

  /** The API lists them by round; the last of them are wanted. */
  private JsonNode latest(TwinApi api, HashMap<String, String> query) {
    var kept = new java.util.ArrayDeque<JsonNode>();
    JsonNode envelope = api.get(new TwinApi.Question("/v1/slashes", query));
    JsonNode data = envelope.path("data");
    while (true) {
      data.path("items").forEach(kept::push);
      if (!data.has("next")) {
        break;
      }
      query.put("after", data.path("next").asText());
      query.put("at", envelope.path("block").asText());
      data = api.get(new TwinApi.Question("/v1/slashes", query)).path("data");
    }
    ArrayNode items = ((ObjectNode) envelope).putObject("data").putArray("items");
    kept.stream().limit(page.limit()).forEach(items::add);
    return envelope;
  }

  @Override
  protected List<String> text(JsonNode data) {
    return slash == null
        ? TwinText.page(data, "no slash has ended", SlashLines.columns(SlashLines.Kind.ENDED))
        : FactText.page(data, "nothing is known about it");
  }
}
