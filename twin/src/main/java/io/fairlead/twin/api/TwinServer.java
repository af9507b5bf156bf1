package io.fairlead.twin.api;

import akka.actor.typed.ActorSystem;
import akka.http.javadsl.Http;
import akka.http.javadsl.ServerBinding;
import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpMethods;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.StatusCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The transport of the API: HTTP on one port. All that knows akka-http is here. */
public final class TwinServer {
  private final ActorSystem<?> system;
  private final Routes routes;

  private TwinServer(ActorSystem<?> system, Routes routes) {
    this.system = system;
    this.routes = routes;
  }

  /** Listens; port 0 takes a free one. */
  public static CompletionStage<ServerBinding> bind(ActorSystem<?> system, TwinView twin,
      String host, int port) {
    var server = new TwinServer(system, new Routes(twin));
    return Http.get(system).newServerAt(host, port).bind(server::handle);
  }

  private CompletionStage<HttpResponse> handle(HttpRequest request) {
    request.discardEntityBytes(system);
    if (!request.method().equals(HttpMethods.GET)) {
      return CompletableFuture.completedFuture(
          response(Answer.problem(405, "expected GET, found " + request.method().name(), null)));
    }
    List<String> path = new ArrayList<>();
    request.getUri().pathSegments().forEach(path::add);
    return routes.get(path, request.getUri().query().toMap()).exceptionally(failed -> {
      system.log().warn("{}", request.getUri(), failed);
      return Answer.problem(500, "the twin could not answer: " + failed.getMessage(), null);
    }).thenApply(TwinServer::response);
  }

  private static HttpResponse response(Answer answer) {
    return HttpResponse.create().withStatus(StatusCodes.get(answer.status()))
        .withEntity(ContentTypes.APPLICATION_JSON, answer.body().toString());
  }
}
