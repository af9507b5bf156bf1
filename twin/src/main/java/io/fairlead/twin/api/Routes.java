package io.fairlead.twin.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.twin.feed.FeedStatus;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** From a path to an answer. */
final class Routes {
  private final TwinView twin;

  Routes(TwinView twin) {
    this.twin = twin;
  }

  /**
   * Answers a GET.
   *
   * @param path its segments
   * @param query its parameters
   */
  CompletionStage<Answer> get(List<String> path, Map<String, String> query) {
    if (path.equals(List.of("v1", "status"))) {
      return twin.standing().thenApply(Routes::status);
    }
    return CompletableFuture.completedFuture(
        Answer.problem(404, "no such path: /" + String.join("/", path), "see /v1/status"));
  }

  private static Answer status(TwinView.Standing standing) {
    FeedStatus feed = standing.feed();
    ObjectNode data = Answer.JSON.createObjectNode();
    data.put("chain", standing.chain());
    data.put("genesis", standing.genesis());
    data.put("state", feed.state().name());
    data.put("message", feed.message());
    data.put("since", standing.log().first());
    data.put("head", feed.head());
    data.put("target", feed.target());
    data.put("proved", feed.proved());
    data.put("changes", feed.changes());
    data.put("unpredicted", feed.unpredicted());
    feed.endpoints().forEach(data.putArray("endpoints")::add);
    return Answer.of(standing, data);
  }
}
