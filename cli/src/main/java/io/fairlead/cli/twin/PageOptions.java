package io.fairlead.cli.twin;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.cli.Failure;
import java.util.Map;
import picocli.CommandLine.Option;

/** {@code --limit} and {@code --after}: which part of a list. */
public final class PageOptions {
  private static final int LIMIT_MAX = 500;

  @Option(names = "--limit", paramLabel = "N", defaultValue = "100",
      description = "At most so many, 1 to 500 (default: 100).") private int limit = 100;

  @Option(names = "--after", paramLabel = "KEY", defaultValue = "",
      description = "Go on after the end of a page, as it says in its last line.") private String after =
          "";

  /** At most so many items. */
  public int limit() {
    if (limit < 1 || limit > LIMIT_MAX) {
      throw Failure.usage("--limit: expected 1 to " + LIMIT_MAX + ", found " + limit);
    }
    return limit;
  }

  /** Sets them as parameters of the API. */
  public void into(Map<String, String> query) {
    query.put("limit", Integer.toString(limit()));
    query.put("after", after);
  }

  /** What to say under a page that is not the last; empty under the last. */
  public static String more(JsonNode page) {
    return page.has("next") ? "more: the same with --after " + page.path("next").asText() : "";
  }
}
