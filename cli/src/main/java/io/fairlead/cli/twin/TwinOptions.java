package io.fairlead.cli.twin;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Option;

/** Which twin is asked, where nothing else could answer. */
final class TwinOptions {
  @Option(names = "--twin", paramLabel = "URL", defaultValue = "http://127.0.0.1:9955",
      description = "The twin's API (default: http://127.0.0.1:9955).") private String twin =
          "http://127.0.0.1:9955";

  /** The document at {@code path}, its envelope around it. */
  JsonNode get(String path) {
    return new TwinApi(twin).get(TwinApi.Question.of(path));
  }
}
