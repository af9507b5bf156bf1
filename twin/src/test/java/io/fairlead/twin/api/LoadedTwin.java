package io.fairlead.twin.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.node.RunningNode;
import io.fairlead.runtime.Rules;
import io.fairlead.twin.Chains;
import io.fairlead.twin.From;
import io.fairlead.twin.Twin;
import io.fairlead.twin.TwinConfig;
import io.fairlead.twin.Unusable;
import io.fairlead.twin.load.Load;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A real node, a twin that follows it, and a client of its API. */
final class LoadedTwin implements AutoCloseable {
  private final RunningNode node;
  private final Twin twin;
  private final HttpClient http = HttpClient.newHttpClient();

  private LoadedTwin(RunningNode node, Twin twin) {
    this.node = node;
    this.twin = twin;
  }

  static LoadedTwin start(Path folder, Rules rules) throws Unusable {
    RunningNode node = Chains.node(rules);
    return new LoadedTwin(node, Twin.start(
        TwinConfig.of(List.of(node.address()), folder, new From.Genesis())));
  }

  URI nodeUrl() {
    return node.address();
  }

  Twin twin() {
    return twin;
  }

  URI url(String path) {
    return URI.create(twin.api() + path);
  }

  /** Plays on the chain, then waits until the twin has everything. */
  void play(long seed, Duration length) {
    Load.run(node.address(), seed, length, progress -> {
    });
    settle();
  }

  void settle() {
    Chains.awaitHead(twin);
  }

  /** An answer with its status. */
  record Got(int status, JsonNode body) {
    JsonNode data() {
      assertThat(status).as(body.toString()).isEqualTo(200);
      return body.path("data");
    }
  }

  Got get(String path) {
    return send(HttpRequest.newBuilder(url(path)).build());
  }

  Got send(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      return new Got(response.statusCode(), Answer.JSON.readTree(response.body()));
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(request.uri().toString(), failed);
    }
  }

  HttpClient http() {
    return http;
  }

  @Override
  public void close() {
    http.close();
    twin.close();
    node.close();
  }
}
