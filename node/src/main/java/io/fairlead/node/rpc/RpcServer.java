package io.fairlead.node.rpc;

import akka.NotUsed;
import akka.actor.typed.ActorSystem;
import akka.http.javadsl.Http;
import akka.http.javadsl.ServerBinding;
import akka.http.javadsl.model.AttributeKeys;
import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpMethods;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.StatusCode;
import akka.http.javadsl.model.StatusCodes;
import akka.http.javadsl.model.headers.RawHeader;
import akka.http.javadsl.model.ws.Message;
import akka.http.javadsl.model.ws.TextMessage;
import akka.japi.Pair;
import akka.stream.BoundedSourceQueue;
import akka.stream.javadsl.Flow;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import io.fairlead.node.rpc.JsonRpc.Outgoing;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The transport: JSON-RPC in WebSocket frames and in HTTP POST bodies on one port. All that knows
 * akka-http is here.
 */
final class RpcServer {
  private final ActorSystem<?> system;
  private final CompletionStage<JsonRpc> rpc;
  private final RpcLimits limits;
  private final AtomicInteger connections = new AtomicInteger();

  RpcServer(ActorSystem<?> system, CompletionStage<JsonRpc> rpc, RpcLimits limits) {
    this.system = system;
    this.rpc = rpc;
    this.limits = limits;
  }

  /** Listens; port 0 takes a free one. */
  CompletionStage<ServerBinding> bind(String host, int port) {
    return Http.get(system).newServerAt(host, port).bind(this::handle);
  }

  private CompletionStage<HttpResponse> handle(HttpRequest request) {
    var upgrade = request.getAttribute(AttributeKeys.webSocketUpgrade);
    if (upgrade.isPresent()) {
      if (connections.incrementAndGet() > limits.connectionsMax()) {
        connections.decrementAndGet();
        return discard(request, StatusCodes.TOO_MANY_REQUESTS, "too many connections");
      }
      return CompletableFuture.completedFuture(upgrade.get().handleMessagesWith(socket()));
    }
    if (request.method().equals(HttpMethods.OPTIONS)) {
      return discard(request, StatusCodes.NO_CONTENT, "");
    }
    if (!request.method().equals(HttpMethods.POST)) {
      return discard(request, StatusCodes.METHOD_NOT_ALLOWED,
          "Used HTTP Method is not allowed. POST is required");
    }
    return body(request.entity().getDataBytes()).thenCompose(this::post);
  }

  private CompletionStage<HttpResponse> discard(HttpRequest request,
      StatusCode status, String text) {
    request.discardEntityBytes(system);
    HttpResponse plain = HttpResponse.create().withStatus(status);
    return CompletableFuture
        .completedFuture(open(text.isEmpty() ? plain : plain.withEntity(text)));
  }

  /** Any page may ask, as with a Substrate node in development. */
  private static HttpResponse open(HttpResponse response) {
    return response.addHeader(RawHeader.create("Access-Control-Allow-Origin", "*"))
        .addHeader(RawHeader.create("Access-Control-Allow-Headers", "content-type"));
  }

  private CompletionStage<Optional<Outgoing>> answer(String text, @Nullable Session session) {
    return rpc.thenCompose(it -> it.answer(text, session));
  }

  private CompletionStage<HttpResponse> post(Optional<String> text) {
    if (text.isEmpty()) {
      return CompletableFuture.completedFuture(open(HttpResponse.create()
          .withStatus(StatusCodes.CONTENT_TOO_LARGE)
          .withEntity(ContentTypes.APPLICATION_JSON,
              JsonRpc.errorText(RpcError.tooBig(limits.requestBytesMax())))));
    }
    return answer(text.get(), null).thenApply(reply -> open(HttpResponse.create().withEntity(
        ContentTypes.APPLICATION_JSON, reply.map(Outgoing::text).orElse(""))));
  }

  /** The text of a body or message; empty when it is too big, and then read to its end. */
  private CompletionStage<Optional<String>> body(Source<ByteString, ?> bytes) {
    return bytes.runFold(new Body(), Body::with, system).thenApply(Body::text);
  }

  private final class Body {
    private ByteString bytes = ByteString.emptyByteString();
    private boolean tooBig;

    Body with(ByteString more) {
      tooBig |= bytes.size() + more.size() > limits.requestBytesMax();
      bytes = tooBig ? ByteString.emptyByteString() : bytes.concat(more);
      return this;
    }

    Optional<String> text() {
      return tooBig ? Optional.empty() : Optional.of(bytes.utf8String());
    }
  }

  private Flow<Message, Message, NotUsed> socket() {
    Pair<BoundedSourceQueue<String>, Source<String, NotUsed>> notifications =
        Source.<String>queue(limits.notificationsMax()).preMaterialize(system);
    var session = new Session(notifications.first(), limits.subscriptionsMax());
    Source<Outgoing, NotUsed> outgoing = notifications.second().map(Outgoing::new);
    return Flow.<Message>create().mapAsync(1, this::text)
        .mapAsyncUnordered(limits.requestsInFlightMax(), text -> reply(text, session))
        .filter(Optional::isPresent).map(Optional::get).merge(outgoing, true)
        .map(RpcServer::toFrame).watchTermination((used, end) -> {
          end.whenComplete((done, failed) -> {
            connections.decrementAndGet();
            session.close();
          });
          return used;
        });
  }

  private static Message toFrame(Outgoing outgoing) {
    outgoing.sent().run();
    return TextMessage.create(outgoing.text());
  }

  private CompletionStage<Optional<String>> text(Message message) {
    if (!message.isText()) {
      return body(message.asBinaryMessage().getStreamedData());
    }
    TextMessage text = message.asTextMessage();
    return text.isStrict() && text.getStrictText().length() * 3L < limits.requestBytesMax()
        ? CompletableFuture.completedFuture(Optional.of(text.getStrictText()))
        : body(text.getStreamedText().map(ByteString::fromString));
  }

  private CompletionStage<Optional<Outgoing>> reply(Optional<String> text, Session session) {
    return text.isPresent() ? answer(text.get(), session)
        : CompletableFuture.completedFuture(Optional.of(
            new Outgoing(JsonRpc.errorText(RpcError.tooBig(limits.requestBytesMax())))));
  }
}
