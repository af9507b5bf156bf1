package io.fairlead.node.rpc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From the text of a frame to the text of its answer. The one place where errors become replies. */
final class JsonRpc {
  private static final Logger LOG = LoggerFactory.getLogger(JsonRpc.class);
  private static final int DEPTH_MAX = 100;
  private static final ObjectMapper JSON = mapper();

  private final Methods methods;
  private final Executor executor;

  JsonRpc(Methods methods, Executor executor) {
    this.methods = methods;
    this.executor = executor;
  }

  private static ObjectMapper mapper() {
    var mapper = JsonMapper.builder()
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    mapper.getFactory().setStreamReadConstraints(StreamReadConstraints.builder()
        .maxNestingDepth(DEPTH_MAX).maxStringLength(RpcLimits.DEFAULT.requestBytesMax()).build());
    return mapper;
  }

  /**
   * An answer.
   *
   * @param sent to be run when the text is on its way
   */
  record Outgoing(String text, Runnable sent) {
    Outgoing(String text) {
      this(text, () -> {
      });
    }
  }

  /** Empty: there is nothing to answer. Never fails. */
  CompletionStage<Optional<Outgoing>> answer(String text, @Nullable Session session) {
    return CompletableFuture.supplyAsync(() -> start(text, session), executor)
        .thenCompose(started -> started);
  }

  private CompletionStage<Optional<Outgoing>> start(String text, @Nullable Session session) {
    JsonNode request;
    try {
      request = JSON.readTree(text);
    } catch (JsonProcessingException broken) {
      return done(error(NullNode.instance, RpcError.parse()));
    }
    if (request.isMissingNode()) {
      return done(error(NullNode.instance, RpcError.parse()));
    }
    if (!request.isArray()) {
      return one(request, session).thenApply(it -> it.map(JsonRpc::outgoing));
    }
    if (request.isEmpty()) {
      return done(error(NullNode.instance, RpcError.invalidRequest()));
    }
    CompletionStage<List<Reply>> replies = CompletableFuture.completedFuture(new ArrayList<>());
    for (JsonNode element : request) {
      CompletionStage<Optional<Reply>> next = one(element, session);
      replies = replies.thenCombine(next, (all, reply) -> {
        reply.ifPresent(all::add);
        return all;
      });
    }
    return replies.thenApply(JsonRpc::batch);
  }

  private static Optional<Outgoing> batch(List<Reply> replies) {
    if (replies.isEmpty()) {
      return Optional.empty();
    }
    var array = JsonNodeFactory.instance.arrayNode();
    replies.forEach(it -> array.add(it.json()));
    return Optional
        .of(new Outgoing(array.toString(), () -> replies.forEach(it -> it.sent().run())));
  }

  private static CompletionStage<Optional<Outgoing>> done(Reply reply) {
    return CompletableFuture.completedFuture(Optional.of(outgoing(reply)));
  }

  private static Outgoing outgoing(Reply reply) {
    return new Outgoing(reply.json().toString(), reply.sent());
  }

  private record Reply(ObjectNode json, Runnable sent) {}

  private CompletionStage<Optional<Reply>> one(JsonNode request, @Nullable Session session) {
    JsonNode id = request.get("id");
    JsonNode name = request.get("method");
    boolean goodId = id == null || id.isNull() || id.isTextual() || id.isIntegralNumber();
    JsonNode version = request.get("jsonrpc");
    if (!request.isObject() || !goodId || name == null || !name.isTextual() || version == null
        || !version.asText().equals("2.0")) {
      JsonNode back = goodId && id != null ? id : NullNode.instance;
      return CompletableFuture
          .completedFuture(Optional.of(error(back, RpcError.invalidRequest())));
    }
    CompletionStage<Reply> reply;
    JsonNode back = id == null ? NullNode.instance : id;
    try {
      reply = call(name.asText(), request.get("params"), back, session);
    } catch (RuntimeException failed) {
      reply = CompletableFuture.failedFuture(failed);
    }
    return reply.exceptionally(failed -> error(back, known(failed, name.asText())))
        .thenApply(it -> id == null ? Optional.empty() : Optional.of(it));
  }

  private CompletionStage<Reply> call(String name, @Nullable JsonNode params, JsonNode id,
      @Nullable Session session) {
    return switch (methods.get(name)) {
      case null -> throw RpcError.methodNotFound();
      case Methods.Plain plain ->
          plain.body().apply(Params.of(params)).thenApply(value -> result(id, value, () -> {
          }));
      case Methods.Subscribe subscribe -> {
        if (session == null) {
          throw new RpcError(-32601, "Method not found", "subscriptions need a WebSocket");
        }
        yield subscribe(subscribe, Params.of(params), id, session);
      }
      case Methods.Unsubscribe unsubscribe -> {
        Params list = Params.of(params);
        JsonNode which = list.get(0);
        boolean there = session != null && which != null && session.unsubscribe(which.asText());
        yield CompletableFuture.completedFuture(
            result(id, JsonNodeFactory.instance.booleanNode(there), () -> {
            }));
      }
    };
  }

  private static CompletionStage<Reply> subscribe(Methods.Subscribe method, Params params,
      JsonNode id, Session session) {
    Subscription subscription = session.subscribe(method.event());
    CompletionStage<Runnable> opened;
    try {
      opened = method.opening().open(params, subscription);
    } catch (RuntimeException failed) {
      opened = CompletableFuture.failedFuture(failed);
    }
    return opened.whenComplete((end, failed) -> {
      if (failed != null) {
        session.unsubscribe(subscription.id());
      }
    }).thenApply(end -> {
      subscription.onEnd(end);
      return result(id, JsonNodeFactory.instance.textNode(subscription.id()),
          subscription::release);
    });
  }

  private static Reply result(JsonNode id, JsonNode value, Runnable sent) {
    ObjectNode reply = JsonNodeFactory.instance.objectNode();
    reply.put("jsonrpc", "2.0").set("id", id);
    reply.set("result", value);
    return new Reply(reply, sent);
  }

  private static Reply error(JsonNode id, RpcError error) {
    ObjectNode reply = JsonNodeFactory.instance.objectNode();
    reply.put("jsonrpc", "2.0").set("id", id);
    ObjectNode body = reply.putObject("error");
    body.put("code", error.code).put("message", error.text());
    if (error.data != null) {
      body.set("data", error.data);
    }
    return new Reply(reply, () -> {
    });
  }

  /** The text of an error that belongs to no request. */
  static String errorText(RpcError error) {
    return error(NullNode.instance, error).json().toString();
  }

  private static RpcError known(Throwable failed, String method) {
    Throwable cause = failed instanceof CompletionException && failed.getCause() != null
        ? failed.getCause() : failed;
    if (cause instanceof RpcError error) {
      return error;
    }
    LOG.error("{} failed", method, cause);
    return RpcError.internal();
  }

  static String notification(String event, String subscription, JsonNode result) {
    ObjectNode note = JsonNodeFactory.instance.objectNode();
    note.put("jsonrpc", "2.0").put("method", event);
    note.putObject("params").put("subscription", subscription).set("result", result);
    return note.toString();
  }
}
