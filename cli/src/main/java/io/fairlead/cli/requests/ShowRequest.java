package io.fairlead.cli.requests;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.cli.twin.AskTwin;
import io.fairlead.cli.twin.TwinApi;
import io.fairlead.cli.twin.TwinText;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code fairlead requests show}. */
@Command(name = "show", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Show one request: who asked, which operators answered what and when, what is"
        + " paid, how it ended.", "Only a twin knows."},
    footer = {"", "Example:", "  fairlead requests show 4 --twin http://127.0.0.1:9955"})
final class ShowRequest extends AskTwin {
  @Parameters(paramLabel = "N", description = "Number of the request.") private long number;

  @Override
  protected JsonNode ask(TwinApi api) {
    return api.get(TwinApi.Question.of("/v1/requests/" + number));
  }

  @Override
  protected List<String> text(JsonNode data) {
    return TwinText.document("request " + number, data);
  }
}
