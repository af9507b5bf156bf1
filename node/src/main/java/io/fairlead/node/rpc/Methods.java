package io.fairlead.node.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All methods by name. Filled at start, then only read. */
final class Methods {
  /** What stands behind a name. */
  sealed interface Method {}

  /** One answer. */
  record Plain(Function<Params, CompletionStage<JsonNode>> body) implements Method {}

  /** An answer, which is the id of a subscription, and notifications under {@code event}. */
  record Subscribe(String event, Opening opening) implements Method {}

  /** Ends a subscription of the connection. */
  record Unsubscribe() implements Method {}

  /** Begins a subscription. */
  @FunctionalInterface
  interface Opening {
    /**
     * Sends to {@code to} from now on; the subscription holds back what comes before its id was sent.
     *
     * @return completes with what to do when the subscription ends, or with an {@link RpcError}
     */
    CompletionStage<Runnable> open(Params params, Subscription to);
  }

  private final Map<String, Method> byName = new HashMap<>();

  /** A method that answers at once. */
  void now(Function<Params, JsonNode> body, String... names) {
    later(params -> CompletableFuture.completedFuture(body.apply(params)), names);
  }

  /** A method that answers later. */
  void later(Function<Params, CompletionStage<JsonNode>> body, String... names) {
    add(new Plain(body), names);
  }

  /** A subscription, with all names under which it begins and ends. */
  void subscription(String event, List<String> begin, List<String> end, Opening opening) {
    add(new Subscribe(event, opening), begin.toArray(String[]::new));
    add(new Unsubscribe(), end.toArray(String[]::new));
  }

  private void add(Method method, String... names) {
    Arrays.stream(names).forEach(name -> byName.put(name, method));
  }

  @Nullable Method get(String name) {
    return byName.get(name);
  }

  /** Sorted. */
  List<String> names() {
    return new ArrayList<>(new TreeSet<>(byName.keySet()));
  }
}
