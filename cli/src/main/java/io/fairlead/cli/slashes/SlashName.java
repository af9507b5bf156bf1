package io.fairlead.cli.slashes;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Failure;
import io.fairlead.cli.twin.TwinApi;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A slash as a command line names it: {@code INDEX}, or {@code ROUND/INDEX} as lists show it. The chain
 * numbers slashes over all rounds, so the index alone is enough.
 *
 * @param round in which it was recorded, if it is named
 */
record SlashName(Optional<Long> round, long index) {
  private static final Pattern FORM = Pattern.compile("(?:([0-9]{1,10})/)?([0-9]{1,10})");

  static SlashName parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw Failure.usage("expected the index of a slash, or ROUND/INDEX, found " + text);
    }
    return new SlashName(Optional.ofNullable(form.group(1)).map(Long::valueOf),
        Long.parseLong(form.group(2)));
  }

  /** Its path in the API; asks the twin for its round if none was named. */
  String path(TwinApi api) {
    return "/v1/slashes/" + (round.isPresent() ? round.get() : find(api)) + "/" + index;
  }

  private long find(TwinApi api) {
    var query = new HashMap<>(Map.of("state", "all", "limit", "500"));
    while (true) {
      JsonNode page = api.get(new TwinApi.Question("/v1/slashes", query)).path("data");
      for (JsonNode slash : page.path("items")) {
        if (slash.path("index").asLong() == index) {
          return slash.path("round").asLong();
        }
      }
      if (!page.has("next")) {
        throw new Failure(ExitCode.CHECK_FAILED, "the twin knows no slash " + index
            + "; see fairlead slashes list --state all --twin URL");
      }
      query.put("after", page.path("next").asText());
    }
  }
}
