package io.fairlead.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A node that may go away and come back. One connection at a time; after a loss the next is tried
 * with growing waits until {@link #close}. A request goes out on the connection that is open, and
 * fails as unreachable when there is none: whoever must not give up asks {@link #connection} again.
 */
public final class RpcClient implements AutoCloseable {
  private final RpcConfig config;
  private final ScheduledExecutorService loop;
  private final HttpClient http;
  private CompletableFuture<RpcConnection> current = new CompletableFuture<>();
  private boolean isClosed;

  private RpcClient(RpcConfig config) {
    this.config = config;
    this.loop = Executors.newSingleThreadScheduledExecutor(task -> {
      var thread = new Thread(task, "rpc " + config.url());
      thread.setDaemon(true);
      return thread;
    });
    this.http = HttpClient.newBuilder().connectTimeout(config.connectTimeout()).build();
  }

  /** Connects once; fails with {@link RpcFailure} when the node is not there. For commands. */
  public static CompletableFuture<RpcClient> connect(RpcConfig config) {
    var client = new RpcClient(config);
    return RpcConnection.open(client.http, config, client.loop).toCompletableFuture()
        .handle((connection, failure) -> {
          if (failure != null) {
            client.close();
            throw failure.getCause() instanceof RpcFailure known ? known
                : RpcFailure.unreachable(config.url() + ": " + failure.getMessage());
          }
          client.opened(connection);
          return client;
        });
  }

  /** Connects in the background and goes on trying. For daemons. */
  public static RpcClient start(RpcConfig config) {
    var client = new RpcClient(config);
    client.loop.execute(() -> client.tryOpen(config.backoffMin().toMillis()));
    return client;
  }

  /** The settings. */
  public RpcConfig config() {
    return config;
  }

  /** The open connection, or the next that opens. */
  public CompletableFuture<RpcConnection> connection() {
    var next = new CompletableFuture<RpcConnection>();
    loop.execute(() -> {
      var unused = current.whenComplete((connection, failure) -> {
        if (failure == null) {
          next.complete(connection);
        } else {
          next.completeExceptionally(failure);
        }
      });
    });
    return next;
  }

  /** Calls a method on the open connection, waiting for one at most the answer time-out. */
  public CompletableFuture<JsonNode> call(String method, @Nullable Object... params) {
    var list = java.util.Arrays.asList(params);
    return connection().orTimeout(config.answerTimeout().toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(failure -> {
          throw RpcFailure.unreachable(config.url() + ": not connected");
        }).thenCompose(connection -> connection.call(method, List.copyOf(nonNull(list))));
  }

  private static List<Object> nonNull(List<@Nullable Object> params) {
    return params.stream()
        .map(p -> p == null ? com.fasterxml.jackson.databind.node.NullNode.getInstance() : p)
        .map(Object.class::cast).toList();
  }

  private void opened(RpcConnection connection) {
    loop.execute(() -> {
      current.complete(connection);
      connection.closed().thenAcceptAsync(reason -> {
        if (!isClosed) {
          current = new CompletableFuture<>();
          tryOpen(config.backoffMin().toMillis());
        }
      }, loop);
    });
  }

  private void tryOpen(long waitMillis) {
    RpcConnection.open(http, config, loop).whenComplete((connection, failure) -> {
      if (failure == null && !isClosed) {
        opened(connection);
      } else if (failure == null) {
        connection.close();
      } else if (!isClosed) {
        long next = Math.min(waitMillis * 2, config.backoffMax().toMillis());
        var unused = loop.schedule(() -> tryOpen(next), waitMillis, TimeUnit.MILLISECONDS);
      }
    });
  }

  /** Closes the connection; no further one is tried. */
  @Override
  public void close() {
    loop.execute(() -> {
      isClosed = true;
      if (current.isDone() && !current.isCompletedExceptionally()) {
        current.join().close();
      } else {
        current.completeExceptionally(RpcFailure.unreachable(config.url() + ": closed here"));
      }
      loop.shutdown();
    });
  }
}
