package io.fairlead.twin.api;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.AskPattern;
import akka.http.javadsl.Http;
import akka.http.javadsl.ServerBinding;
import akka.http.javadsl.model.ContentType;
import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpMethods;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.scaladsl.model.IllegalUriException;
import akka.http.javadsl.model.StatusCodes;
import akka.http.javadsl.model.headers.RawHeader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** The transport of the API: HTTP on one port. All that knows akka-http is here. */
public final class TwinServer {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ActorSystem<?> system;
  private final Routes routes;
  private final String openApi = resource("openapi.json");

  private TwinServer(ActorSystem<?> system, Routes routes) {
    this.system = system;
    this.routes = routes;
  }

  /** Listens; port 0 takes a free one. */
  public static CompletionStage<ServerBinding> bind(ActorSystem<?> system, TwinView twin,
      String host, int port) {
    ActorRef<LiveView.Command> live =
        system.systemActorOf(LiveView.create(twin), "live", akka.actor.typed.Props.empty());
    Executor blocking = system.dispatchers().lookup(DispatcherSelector.blocking());
    var routes = new Routes(twin,
        () -> AskPattern.ask(live, LiveView.Get::new, PATIENCE, system.scheduler()), blocking);
    var server = new TwinServer(system, routes);
    return Http.get(system).newServerAt(host, port).bind(server::handle);
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
    request.discardEntityBytes(system);
    return answer(request).exceptionally(failed -> {
      system.log().warn("{}", request.getUri(), failed);
      Throwable cause = failed instanceof CompletionException && failed.getCause() != null
          ? failed.getCause() : failed;
      return Answer.problem(500, "the twin could not answer: " + cause.getMessage(),
          "ask again; the log of the twin tells more");
    }).thenApply(TwinServer::response);
  }

  private CompletionStage<Answer> answer(HttpRequest request) {
    if (!request.method().equals(HttpMethods.GET)) {
      return CompletableFuture.completedFuture(Answer.problem(405,
          "expected GET, found " + Question.shown(request.method().name()),
          "the API only answers; it takes nothing"));
    }
    try {
      List<String> path = new ArrayList<>();
      request.getUri().pathSegments().forEach(path::add);
      if (path.equals(List.of("v1", "openapi.json"))) {
        return CompletableFuture
            .completedFuture(new Answer(200, Answer.Type.JSON, openApi));
      }
      return routes.get(path, request.getUri().query().toMap());
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
        .withEntity(type, answer.body());
  }
}
