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
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code fairlead operators income}. */
@Command(name = "income", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"List what an operator got, by day, cause and service, the latest day first."
        + " What was recorded comes again as claimed once it is paid out.", "Only a twin knows."},
    footer = {"", "Example:", "  fairlead operators income //Bob --twin http://127.0.0.1:9955"})
final class OperatorIncome extends AskTwin {
  @Parameters(paramLabel = "ACCOUNT",
      description = "Address, or a development key such as //Bob.") private String account = "";

  @Mixin private PageOptions page = new PageOptions();

  @Override
  protected JsonNode ask(TwinApi api) {
    var query = new HashMap<String, String>();
    page.into(query);
    return api.get(new TwinApi.Question(
        "/v1/operators/" + Accounts.parse(account) + "/income", query));
  }

  @Override
  protected List<String> text(JsonNode data) {
    return TwinText.page(data, "it got nothing since this history began",
        List.of(Column.of("DAY", "day"), Column.of("ERA", "era"),
            new Column("CAUSE", row -> row.path("cause").asText().toLowerCase(Locale.ROOT)
                .replace('_', ' ')),
            Column.of("SERVICE", "service"), Column.of("AMOUNT", "amount"),
            Column.of("TIMES", "count")));
  }
}
