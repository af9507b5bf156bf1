package io.fairlead.cli.operators;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.cli.chain.Accounts;
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

/** {@code fairlead operators duties}. */
@Command(name = "duties", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"List the job calls that wait for an operator, the oldest first; with --all the"
        + " answered too, and after how many blocks.", "Only a twin knows."},
    footer = {"", "Examples:",
        "  fairlead operators duties //Bob --twin http://127.0.0.1:9955",
        "  fairlead operators duties //Bob --all --limit 500 --twin http://127.0.0.1:9955"})
final class OperatorDuties extends AskTwin {
  @Parameters(paramLabel = "ACCOUNT",
      description = "Address, or a development key such as //Bob.") private String account = "";

  @Option(names = "--all", description = "The answered calls too.") private boolean isAll;
  @Mixin private PageOptions page = new PageOptions();

  @Override
  protected JsonNode ask(TwinApi api) {
    var query = new HashMap<String, String>();
    query.put("state", isAll ? "all" : "open");
    page.into(query);
    return api.get(new TwinApi.Question(
        "/v1/operators/" + Accounts.parse(account) + "/duties", query));
  }

  @Override
  protected List<String> text(JsonNode data) {
    return TwinText.page(data, isAll ? "nothing was ever called of it" : "no call waits for it",
        List.of(Column.of("CALL", "call"), Column.of("SERVICE", "service"),
            Column.of("JOB", "job"), Column.of("CALLED AT", "called"),
            new Column("ITS ANSWER", OperatorDuties::answer),
            new Column("FIRST ANSWER OF ALL", duty -> after(duty, "settled"))));
  }

  private static String answer(JsonNode duty) {
    return duty.has("answered") ? after(duty, "answered") : "none yet";
  }

  private static String after(JsonNode duty, String field) {
    if (!duty.has(field)) {
      return "none yet";
    }
    long blocks = duty.path(field).asLong() - duty.path("called").asLong();
    return "block " + duty.path(field).asText() + ", after " + blocks
        + (blocks == 1 ? " block" : " blocks");
  }
}
