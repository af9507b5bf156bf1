package io.fairlead.twin.api;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.AskPattern;
import akka.http.javadsl.Http;
import akka.http.javadsl.model.ContentType;
import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.HttpMethods;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.scaladsl.model.IllegalUriException;
import akka.http.javadsl.model.MediaTypes;
import akka.http.javadsl.model.StatusCodes;
import akka.http.javadsl.model.headers.RawHeader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** The transport of the API: HTTP on one port. All that knows akka-http is here. */
public final class TwinServer {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final long POST_BYTES_MAX = 4_096;
  private static final ContentType EVENTS = MediaTypes.TEXT_EVENT_STREAM.toContentType();

  private final ActorSystem<?> system;
  private final GenerationDesk desk;
  private final GenerationPost post;
  private final AtomicInteger fronts = new AtomicInteger();
  private final AtomicReference<Front> front;
  private final String openApi = resource("openapi.json");
  private InetSocketAddress address = InetSocketAddress.createUnresolved("localhost", 0);

  /** All that is of one generation. */
  private record Front(TwinView twin, FactStream stream, ActorRef<LiveView.Command> live,
      Routes routes, Console console) {
    void end() {
      stream.end();
      live.tell(LiveView.Stop.STOP);
    }
  }

  private TwinServer(ActorSystem<?> system, TwinView twin, GenerationDesk desk, String token) {
    this.system = system;
    this.desk = desk;
    this.post = new GenerationPost(desk, token);
    this.front = new AtomicReference<>(front(twin));
  }

  /**
   * Listens; port 0 takes a free one.
   *
   * @param twin the generation that answers
   * @param token for those who may have another one begun
   */
  public static CompletionStage<TwinServer> bind(ActorSystem<?> system, TwinView twin,
      GenerationDesk desk, String token, String host, int port) {
    var server = new TwinServer(system, twin, desk, token);
    return Http.get(system).newServerAt(host, port).bind(server::handle).thenApply(binding -> {
      server.address = binding.localAddress();
      return server;
    });
  }

  private Front front(TwinView twin) {
    Executor blocking = system.dispatchers().lookup(DispatcherSelector.blocking());
    var stream = new FactStream(twin, blocking, FactStream.PATIENCE);
    ActorRef<LiveView.Command> live = system.systemActorOf(LiveView.create(twin, stream::readers),
        "live-" + fronts.incrementAndGet(),
        akka.actor.typed.Props.empty());
    var routes = new Routes(twin, desk,
        () -> AskPattern.ask(live, LiveView.Get::new, PATIENCE, system.scheduler()), blocking);
    return new Front(twin, stream, live, routes, new Console(routes));
  }

  /** From now on {@code twin} answers. Readers of the stream are let go, and come back to it. */
  public void serve(TwinView twin) {
    if (front.get().twin() != twin) {
      front.getAndSet(front(twin)).end();
    }
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return address;
  }

  private static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(TwinServer.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private CompletionStage<HttpResponse> handle(HttpRequest request) {
    if (request.method().equals(HttpMethods.POST)
        && request.getUri().path().equals("/v1/generations")) {
      return posted(request);
    }
    request.discardEntityBytes(system);
    boolean isStream = request.method().equals(HttpMethods.GET)
        && request.getUri().path().equals("/v1/stream");
    CompletionStage<HttpResponse> answered =
        isStream ? events(request) : answer(request).thenApply(TwinServer::response);
    return answered.exceptionally(failed -> response(failed(request, failed)));
  }

  private CompletionStage<HttpResponse> posted(HttpRequest request) {
    Optional<String> authorization = request.getHeader("Authorization").map(HttpHeader::value);
    return request.entity().withSizeLimit(POST_BYTES_MAX)
        .toStrict(PATIENCE.toMillis(), system)
        .thenApplyAsync(body -> response(post.answer(authorization, body.getData().utf8String())),
            system.dispatchers().lookup(DispatcherSelector.blocking()))
        .exceptionally(failed -> response(Answer.problem(400,
            "the body cannot be read: " + failed.getMessage(), "see /v1/openapi.json")));
  }

  private Answer failed(HttpRequest request, Throwable failed) {
    Throwable cause = failed instanceof CompletionException && failed.getCause() != null
        ? failed.getCause() : failed;
    if (cause instanceof Refusal refused) {
      return refused.answer();
    }
    system.log().warn("{}", request.getUri(), failed);
    return Answer.problem(500, "the twin could not answer: " + cause.getMessage(),
        "ask again; the log of the twin tells more");
  }

  private CompletionStage<HttpResponse> events(HttpRequest request) {
    Optional<String> lastId = request.getHeader("Last-Event-ID").map(HttpHeader::value);
    Front now = front.get();
    return now.twin().standing().thenApply(standing -> HttpResponse.create()
        .addHeader(RawHeader.create("X-Content-Type-Options", "nosniff"))
        .addHeader(RawHeader.create("Cache-Control", "no-store"))
        .withEntity(HttpEntities.createChunked(EVENTS,
            now.stream().open(standing, request.getUri().query().toMap(), lastId))));
  }

  private CompletionStage<Answer> answer(HttpRequest request) {
    if (!request.method().equals(HttpMethods.GET)) {
      return CompletableFuture.completedFuture(Answer.problem(405,
          "expected GET, found " + Question.shown(request.method().name()),
          "the API only answers; all it takes is POST /v1/generations"));
    }
    try {
      List<String> path = new ArrayList<>();
      request.getUri().pathSegments().forEach(path::add);
      if (path.equals(List.of("v1", "openapi.json"))) {
        return CompletableFuture
            .completedFuture(new Answer(200, Answer.Type.JSON, openApi));
      }
      Map<String, String> query = request.getUri().query().toMap();
      Front now = front.get();
      return path.isEmpty() ? now.console().get(query) : now.routes().get(path, query);
    } catch (IllegalUriException unreadable) {
      return CompletableFuture.completedFuture(Answer.problem(400,
          "the address cannot be read: " + unreadable.getMessage(), "see /v1/openapi.json"));
    }
  }

  private static HttpResponse response(Answer answer) {
    ContentType.NonBinary type = switch (answer.type()) {
      case JSON -> ContentTypes.APPLICATION_JSON;
      case HTML -> ContentTypes.TEXT_HTML_UTF8;
    };
    return HttpResponse.create().withStatus(StatusCodes.get(answer.status()))
        .addHeader(RawHeader.create("X-Content-Type-Options", "nosniff"))
        .addHeader(RawHeader.create("Cache-Control", "no-store"))
        .addHeader(RawHeader.create("Content-Security-Policy", Console.POLICY))
        .withEntity(type, answer.body());
  }
}
