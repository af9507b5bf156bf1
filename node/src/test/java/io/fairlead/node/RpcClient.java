package io.fairlead.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A JSON-RPC client as plain as can be: what comes, in the order in which it came. */
final class RpcClient implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final WebSocket socket;
  private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
  final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private int ids;

  RpcClient(URI address) {
    socket = HTTP.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(10))
        .buildAsync(address, new Reader()).join();
  }

  private final class Reader implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        received.add(json(text.toString()));
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closed.complete(code);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      closed.complete(-1);
    }
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException broken) {
      throw new UncheckedIOException(text, broken);
    }
  }

  /** Sends text as it stands. */
  void sendText(String text) {
    socket.sendText(text, true).join();
  }

  /** The next frame. */
  JsonNode next() {
    try {
      JsonNode frame = received.poll(20, TimeUnit.SECONDS);
      if (frame == null) {
        throw new AssertionError("nothing came within 20 s");
      }
      return frame;
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  /** What has come by now. */
  List<JsonNode> arrived() {
    var all = new ArrayList<JsonNode>();
    received.drainTo(all);
    return all;
  }

  static ObjectNode request(int id, String method, Object... params) {
    ObjectNode request = JSON.createObjectNode();
    request.put("jsonrpc", "2.0").put("id", id).put("method", method);
    ArrayNode list = request.putArray("params");
    for (Object param : params) {
      list.add(JSON.valueToTree(param));
    }
    return request;
  }

  /** Asks and takes the next frame, which must be the reply. */
  JsonNode ask(String method, Object... params) {
    int id = ++ids;
    sendText(request(id, method, params).toString());
    JsonNode reply = next();
    if (reply.path("id").asInt() != id) {
      throw new AssertionError("expected the reply to " + id + ", found " + reply);
    }
    return reply;
  }

  /** The result of a method that must succeed. */
  JsonNode result(String method, Object... params) {
    JsonNode reply = ask(method, params);
    if (!reply.has("result")) {
      throw new AssertionError(method + ": " + reply);
    }
    return reply.get("result");
  }

  /** The body of the answer to a POST. */
  static HttpResponse<String> post(URI address, String body) {
    URI http = URI.create("http://" + address.getAuthority());
    try {
      return HTTP.send(
          HttpRequest.newBuilder(http).header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body)).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  @Override
  public void close() {
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(gone -> socket).join();
  }
}
