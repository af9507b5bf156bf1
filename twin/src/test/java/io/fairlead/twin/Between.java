package io.fairlead.twin;

import akka.NotUsed;
import akka.actor.ActorSystem;
import akka.http.javadsl.Http;
import akka.http.javadsl.ServerBinding;
import akka.http.javadsl.model.AttributeKeys;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.ws.Message;
import akka.http.javadsl.model.ws.TextMessage;
import akka.stream.BoundedSourceQueue;
import akka.stream.SystemMaterializer;
import akka.stream.javadsl.Flow;
import akka.stream.javadsl.Sink;
import akka.stream.javadsl.Source;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a twin and a real node, passes everything on, and alters what it is told to: a node
 * that lies, is late or says nothing.
 */
final class Between implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final int QUEUED_MAX = 100_000;

  /** What becomes of a message. */
  @FunctionalInterface
  interface Hand {
    /**
     * The messages to pass on instead of it: none drops it.
     *
     * @param method that was called, or of the subscription
     */
    List<ObjectNode> pass(String method, ObjectNode message);
  }

  static final Hand HONEST = (method, message) -> List.of(message);

  private final ActorSystem system = ActorSystem.create("between",
      ConfigFactory.parseString("akka.loglevel=OFF\nakka.stdout-loglevel=OFF"));
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI node;
  private final ServerBinding server;
  private final Set<String> methods = new ConcurrentSkipListSet<>();
  private volatile Hand questions = HONEST;
  private volatile Hand answers = HONEST;

  Between(URI node) {
    this.node = node;
    this.server = Http.get(system).newServerAt("127.0.0.1", 0)
        .bindSync(request -> request.getAttribute(AttributeKeys.webSocketUpgrade)
            .map(upgrade -> upgrade.handleMessagesWith(line()))
            .orElseGet(() -> HttpResponse.create().withStatus(400)))
        .toCompletableFuture().join();
  }

  URI url() {
    return URI.create("ws://127.0.0.1:" + server.localAddress().getPort());
  }

  void questions(Hand hand) {
    questions = hand;
  }

  void answers(Hand hand) {
    answers = hand;
  }

  void honest() {
    questions = HONEST;
    answers = HONEST;
  }

  /** Every method that was called. */
  Set<String> methods() {
    return Set.copyOf(methods);
  }

  private Flow<Message, Message, NotUsed> line() {
    var toTwin = Source.<String>queue(QUEUED_MAX).preMaterialize(system);
    Map<Long, String> asked = new ConcurrentHashMap<>();
    WebSocket toNode = http.newWebSocketBuilder()
        .buildAsync(node, new FromNode(toTwin.first(), asked)).join();
    Sink<Message, NotUsed> fromTwin = Flow.<Message>create()
        .mapAsync(1,
            message -> message.asTextMessage().toStrict(5_000,
                SystemMaterializer.get(system).materializer()))
        .map(TextMessage::getStrictText)
        .to(Sink.foreach(text -> ask(toNode, asked, text)));
    return Flow.fromSinkAndSourceCoupled(fromTwin,
        toTwin.second().map(text -> (Message) TextMessage.create(text)))
        .watchTermination((before, ended) -> {
          ended.whenComplete((done, failure) -> toNode.abort());
          return before;
        });
  }

  private void ask(WebSocket toNode, Map<Long, String> asked, String text) {
    ObjectNode question = read(text);
    String method = question.path("method").asText();
    methods.add(method);
    asked.put(question.path("id").asLong(), method);
    for (ObjectNode each : questions.pass(method, question)) {
      toNode.sendText(each.toString(), true).join();
    }
  }

  static ObjectNode read(String text) {
    try {
      return (ObjectNode) JSON.readTree(text);
    } catch (IOException broken) {
      throw new AssertionError(text, broken);
    }
  }

  private final class FromNode implements WebSocket.Listener {
    private final BoundedSourceQueue<String> toTwin;
    private final Map<Long, String> asked;
    private final StringBuilder text = new StringBuilder();

    FromNode(BoundedSourceQueue<String> toTwin, Map<Long, String> asked) {
      this.toTwin = toTwin;
      this.asked = asked;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part,
        boolean isLast) {
      text.append(part);
      if (isLast) {
        ObjectNode message = read(text.toString());
        text.setLength(0);
        JsonNode id = message.path("id");
        String method = id.isMissingNode() ? message.path("method").asText()
            : asked.getOrDefault(id.asLong(), "");
        answers.pass(method, message).forEach(each -> toTwin.offer(each.toString()));
      }
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      toTwin.complete();
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable failure) {
      toTwin.complete();
    }
  }

  @Override
  public void close() {
    server.unbind();
    system.terminate();
    http.shutdownNow();
  }
}
