package io.fairlead.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket to a node, speaking JSON-RPC 2.0. When it breaks it stays broken: every open
 * request fails as unreachable, and {@link #closed} completes. {@link RpcClient} opens the next
 * one.
 *
 * <p>All state belongs to the one thread behind {@code loop}. Notifications are handed over there,
 * in the order in which they came; a consumer must not block.
 */
public final class RpcConnection {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RpcConfig config;
  private final Executor loop;
  private final CompletableFuture<String> closed = new CompletableFuture<>();
  private final Map<Long, CompletableFuture<JsonNode>> pending = new HashMap<>();
  private final Map<String, Consumer<JsonNode>> subscriptions = new HashMap<>();
  private @Nullable WebSocket socket;
  private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);
  private long nextId = 1;

  private RpcConnection(RpcConfig config, Executor loop) {
    this.config = config;
    this.loop = loop;
  }

  /** Opens a connection. Fails with {@link RpcFailure} when the node cannot be reached. */
  static CompletionStage<RpcConnection> open(HttpClient http, RpcConfig config, Executor loop) {
    var connection = new RpcConnection(config, loop);
    return http.newWebSocketBuilder().connectTimeout(config.connectTimeout())
        .buildAsync(config.url(), connection.new Listener())
        .handleAsync((socket, failure) -> {
          if (failure != null) {
            throw new CompletionException(RpcFailure.unreachable(config.url() + ": "
                + reason(failure)));
          }
          connection.socket = socket;
          return connection;
        }, loop);
  }

  private static String reason(Throwable failure) {
    Throwable cause = failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause() : failure;
    String message = cause.getMessage();
    return message == null || message.isEmpty() ? cause.getClass().getSimpleName() : message;
  }

  /** Completes with the reason when the connection is gone. */
  public CompletionStage<String> closed() {
    return closed;
  }

  /**
   * Calls a method.
   *
   * @param params anything that Jackson writes: strings, numbers, lists, nodes, null
   * @return its result; fails with {@link RpcFailure}
   */
  public CompletableFuture<JsonNode> call(String method, List<? extends @Nullable Object> params) {
    var answer = new CompletableFuture<JsonNode>();
    loop.execute(() -> send(method, params, answer));
    return within(method, answer);
  }

  private CompletableFuture<JsonNode> within(String method, CompletableFuture<JsonNode> answer) {
    return answer.orTimeout(config.answerTimeout().toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(failure -> {
          if (failure instanceof java.util.concurrent.TimeoutException) {
            throw RpcFailure.timeout(config.url() + ": no answer to " + method + " within "
                + config.answerTimeout().toMillis() + " ms");
          }
          throw failure instanceof RpcFailure known ? known : new CompletionException(failure);
        });
  }

  /**
   * Subscribes: {@code consumer} gets the result of every notification from the first on.
   *
   * @return the subscription's id
   */
  public CompletableFuture<String> subscribe(String method, List<? extends @Nullable Object> params,
      Consumer<JsonNode> consumer) {
    var answer = new CompletableFuture<JsonNode>();
    var id = answer.thenApply(result -> {
      subscriptions.put(result.asText(), consumer);
      return result;
    });
    loop.execute(() -> send(method, params, answer));
    return within(method, id).thenApply(JsonNode::asText);
  }

  /** Closes the connection; open requests fail. */
  public void close() {
    loop.execute(() -> {
      WebSocket open = socket;
      if (open != null) {
        open.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(ignored -> open);
        open.abort();
      }
      lost("closed here");
    });
  }

  private void send(String method, List<? extends @Nullable Object> params,
      CompletableFuture<JsonNode> answer) {
    WebSocket open = socket;
    if (open == null || closed.isDone()) {
      answer.completeExceptionally(
          RpcFailure.unreachable(config.url() + ": " + closed.getNow("not connected")));
      return;
    }
    long id = nextId++;
    ObjectNode request = JSON.createObjectNode().put("jsonrpc", "2.0").put("id", id)
        .put("method", method);
    ArrayNode array = request.putArray("params");
    params.forEach(array::addPOJO);
    pending.put(id, answer);
    var unused = answer.whenComplete((result, failure) -> loop.execute(() -> pending.remove(id)));
    sending = sending.handle((ok, failed) -> null)
        .thenCompose(ok -> open.sendText(text(request), true))
        .whenCompleteAsync((ok, failure) -> {
          if (failure != null) {
            lost(reason(failure));
          }
        }, loop);
  }

  private static String text(ObjectNode request) {
    try {
      return JSON.writeValueAsString(request);
    } catch (JsonProcessingException bug) {
      throw new IllegalArgumentException("parameters that are no JSON", bug);
    }
  }

  private void received(String message) {
    JsonNode node;
    try {
      node = JSON.readTree(message);
    } catch (JsonProcessingException bad) {
      lost("the node sent what is no JSON: " + bad.getOriginalMessage());
      return;
    }
    if (node.isArray()) {
      node.forEach(this::taken);
    } else {
      taken(node);
    }
  }

  private void taken(JsonNode node) {
    if (node.has("method")) {
      JsonNode params = node.path("params");
      Consumer<JsonNode> consumer = subscriptions.get(params.path("subscription").asText());
      if (consumer != null) {
        consumer.accept(params.path("result"));
      }
      return;
    }
    CompletableFuture<JsonNode> answer = pending.remove(node.path("id").asLong(-1));
    if (answer == null) {
      return;
    }
    JsonNode error = node.get("error");
    if (error != null && !error.isNull()) {
      JsonNode data = error.path("data");
      answer.completeExceptionally(RpcFailure.refused(error.path("code").asInt(),
          error.path("message").asText() + (data.isTextual() ? ": " + data.asText() : "")));
    } else {
      answer.complete(node.path("result"));
    }
  }

  private void lost(String reason) {
    if (!closed.complete(reason)) {
      return;
    }
    var open = List.copyOf(pending.values());
    pending.clear();
    subscriptions.clear();
    open.forEach(answer -> answer
        .completeExceptionally(RpcFailure.unreachable(config.url() + ": " + reason)));
  }

  /** Hands what the socket reports to the loop. */
  private final class Listener implements WebSocket.Listener {
    private final StringBuilder message = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      if (message.length() + data.length() > config.messageBytesMax()) {
        from.abort();
        loop.execute(() -> lost("the node sent more than " + config.messageBytesMax()
            + " bytes in one message"));
        return null;
      }
      message.append(data);
      if (last) {
        String whole = message.toString();
        message.setLength(0);
        loop.execute(() -> received(whole));
      }
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      loop.execute(() -> lost("closed by the node (" + code + ")"));
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      loop.execute(() -> lost(reason(error)));
    }
  }
}
