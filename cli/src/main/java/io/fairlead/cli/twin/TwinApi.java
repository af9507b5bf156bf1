package io.fairlead.cli.twin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Failure;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** The HTTP API of a running twin, as a command asks it: one question, one answer, or a clear failure. */
public final class TwinApi {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI base;

  /** The API at {@code http://HOST:PORT}; anything else is wrong usage. */
  public TwinApi(String url) {
    URI parsed;
    try {
      parsed = URI.create(url.replaceAll("/+$", ""));
    } catch (IllegalArgumentException malformed) {
      throw Failure.usage(expected(url));
    }
    String scheme = String.valueOf(parsed.getScheme());
    if (!scheme.matches("https?") || parsed.getHost() == null) {
      throw Failure.usage(expected(url));
    }
    base = parsed;
  }

  private static String expected(String url) {
    return "--twin: expected http://HOST:PORT, found " + url;
  }

  /**
   * What is asked.
   *
   * @param path from the root of the API
   * @param query parameters; those without a value are left out
   */
  public record Question(String path, Map<String, String> query) {
    /** A question without parameters. */
    public static Question of(String path) {
      return new Question(path, Map.of());
    }

    @Override
    public String toString() {
      String parameters = query.entrySet().stream().filter(each -> !each.getValue().isEmpty())
          .map(each -> each.getKey() + "="
              + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
          .sorted().collect(Collectors.joining("&"));
      return path + (parameters.isEmpty() ? "" : "?" + parameters);
    }
  }

  /**
   * The answer with its envelope.
   *
   * @throws Failure with exit code 3 when no twin answers or it is behind, 2 when the question is
   *     malformed, 4 when what is asked for is not there
   */
  public JsonNode get(Question question) {
    URI uri = URI.create(base + question.toString());
    HttpResponse<String> response =
        send(HttpRequest.newBuilder(uri).timeout(PATIENCE).build());
    return read(response.statusCode(), response.body());
  }

  /**
   * What the twin made of a request that changes something.
   *
   * @param token of its data folder
   * @throws Failure as {@link #get}
   */
  JsonNode post(String path, String token, JsonNode body) {
    HttpRequest request = HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE)
        .header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body.toString())).build();
    HttpResponse<String> response = send(request);
    if (response.statusCode() == HttpCode.ACCEPTED) {
      try {
        return JSON.readTree(response.body());
      } catch (JsonProcessingException notJson) {
        throw noTwin();
      }
    }
    return read(response.statusCode(), response.body());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException notReached) {
      throw new Failure(ExitCode.NODE_NOT_REACHED, "no twin answers at " + base
          + "; start one: fairlead twin run --url ws://… --data DIR");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Failure(ExitCode.INTERRUPTED, "interrupted");
    }
  }

  private JsonNode read(int status, String text) {
    JsonNode body;
    try {
      body = JSON.readTree(text);
    } catch (JsonProcessingException notJson) {
      throw noTwin();
    }
    if (status == HttpCode.OK && body.has("block") && body.has("data")) {
      return body;
    }
    if (status == HttpCode.OK || !body.path("error").isTextual()) {
      throw noTwin();
    }
    throw new Failure(exitCode(status), "the twin says: " + body.path("error").asText()
        + (body.has("hint") ? ". " + body.path("hint").asText() : ""));
  }

  private Failure noTwin() {
    return new Failure(ExitCode.NODE_NOT_REACHED, "what answers at " + base
        + " is no twin; --twin takes the address that fairlead twin run prints as api");
  }

  private static int exitCode(int status) {
    return switch (status) {
      case HttpCode.BAD_REQUEST -> ExitCode.USAGE;
      case HttpCode.UNAVAILABLE, HttpCode.TOO_LATE -> ExitCode.NODE_NOT_REACHED;
      default -> ExitCode.CHECK_FAILED;
    };
  }

  private static final class HttpCode {
    static final int OK = 200;
    static final int ACCEPTED = 202;
    static final int BAD_REQUEST = 400;
    static final int UNAVAILABLE = 503;
    static final int TOO_LATE = 504;

    private HttpCode() {}
  }

  /** At which block an answer is true and whether it is proved, for the first line. */
  public static String asOf(JsonNode envelope) {
    long lag = envelope.path("lag").asLong();
    return "twin at block " + envelope.path("block").asText() + " ("
        + (lag == 0 ? "the final head" : lag + (lag == 1 ? " block" : " blocks") + " behind")
        + (envelope.path("proved").asBoolean() ? ", proved)" : ", believed, not proved)")
        + since(envelope);
  }

  private static String since(JsonNode envelope) {
    if (!envelope.has("since")) {
      return "";
    }
    var text = new StringBuilder(", history since block " + envelope.path("since").asText());
    envelope.path("holes").forEach(hole -> text.append(", nothing known of blocks ")
        .append(hole.path("from").asText()).append(" to ").append(hole.path("to").asText()));
    return text.toString();
  }
}
