package io.fairlead.cli.twin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Failure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import picocli.CommandLine.Option;

/** Which twin is asked. */
public final class TwinOptions {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Option(names = "--twin", paramLabel = "URL", defaultValue = "http://127.0.0.1:9955",
      description = "The twin's API (default: http://127.0.0.1:9955).") private String twin =
          "http://127.0.0.1:9955";

  /** The document at {@code path}, its envelope around it. */
  public JsonNode get(String path) {
    URI uri;
    try {
      uri = URI.create(twin.replaceAll("/+$", "") + path);
    } catch (IllegalArgumentException malformed) {
      throw Failure.usage("--twin: expected http://HOST:PORT, found " + twin);
    }
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpResponse<String> response =
          http.send(HttpRequest.newBuilder(uri).timeout(PATIENCE).build(),
              HttpResponse.BodyHandlers.ofString());
      JsonNode body = new ObjectMapper().readTree(response.body());
      if (response.statusCode() != 200) {
        throw new Failure(ExitCode.REFUSED, body.path("error").asText("status "
            + response.statusCode()) + (body.has("hint") ? "; " + body.path("hint").asText() : ""));
      }
      return body;
    } catch (JsonProcessingException notJson) {
      throw new Failure(ExitCode.NODE_NOT_REACHED, uri + " answers, but is no twin");
    } catch (IOException notReached) {
      throw new Failure(ExitCode.NODE_NOT_REACHED, "no twin answers at " + twin
          + "; start one: fairlead twin run --url ws://… --data DIR");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Failure(ExitCode.INTERRUPTED, "interrupted");
    }
  }

  /** At which block an answer is true, for the first line. */
  public static String asOf(JsonNode envelope) {
    return "twin at block " + envelope.path("block").asText()
        + (envelope.path("lag").asLong() == 0 ? "" : ", " + envelope.path("lag").asText()
            + " blocks behind")
        + (envelope.path("proved").asBoolean() ? " (proved)" : " (believed, not proved)");
  }
}
