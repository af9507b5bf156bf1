package io.fairlead.cli.services;

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

/** {@code fairlead services jobs}. */
@Command(name = "jobs", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"List the job calls of a service, the newest first: who called, who answered"
        + " first, which results were overwritten.", "Only a twin knows."},
    footer = {"", "Examples:", "  fairlead services jobs 0 --twin http://127.0.0.1:9955",
        "  fairlead services jobs 0 --open --twin http://127.0.0.1:9955"})
final class ServiceJobs extends AskTwin {
  @Parameters(paramLabel = "N", description = "Number of the service.") private long number;

  @Option(names = "--open",
      description = "Only those that nobody answered.") private boolean isOpen;

  @Mixin private PageOptions page = new PageOptions();

  @Override
  protected JsonNode ask(TwinApi api) {
    var query = new HashMap<String, String>();
    query.put("state", isOpen ? "open" : "all");
    page.into(query);
    return api.get(new TwinApi.Question("/v1/services/" + number + "/jobs", query));
  }

  @Override
  protected List<String> text(JsonNode data) {
    return TwinText.page(data, isOpen ? "no call is open" : "it was never called",
        List.of(Column.of("CALL", "call"), Column.of("JOB", "job"), Column.of("CALLER", "caller"),
            Column.of("CALLED AT", "called"), Column.of("FIRST ANSWER AT", "firstAnswer"),
            Column.of("BY", "firstBy"), Column.of("ANSWERS", "answers"),
            Column.of("OVERWRITES", "overwrites")));
  }
}
