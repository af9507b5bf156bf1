package io.fairlead.cli.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.cli.twin.AskTwin;
import io.fairlead.cli.twin.TwinApi;
import io.fairlead.cli.twin.TwinText;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code fairlead jobs show}. */
@Command(name = "show", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Show one job call: who called with which arguments, every result in order, who"
        + " gave it.", "Only a twin knows."},
    footer = {"", "Example:", "  fairlead jobs show 17 --twin http://127.0.0.1:9955"})
final class ShowJob extends AskTwin {
  @Parameters(paramLabel = "N", description = "Number of the job call.") private long number;

  @Override
  protected JsonNode ask(TwinApi api) {
    return api.get(TwinApi.Question.of("/v1/jobs/" + number));
  }

  @Override
  protected List<String> text(JsonNode data) {
    return TwinText.document("job call " + number, data);
  }
}
