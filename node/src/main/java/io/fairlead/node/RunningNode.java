package io.fairlead.node;

import akka.actor.typed.ActorSystem;
import akka.http.javadsl.ServerBinding;
import io.fairlead.node.chain.ChainView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A node that runs in this process. */
public final class RunningNode implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunningNode.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ActorSystem<?> system;
  private final ServerBinding binding;
  private final ExecutorService executor;
  private final BasePath basePath;
  private final ChainView chain;
  private boolean stopped;

  RunningNode(ActorSystem<?> system, ServerBinding binding, ExecutorService executor,
      BasePath basePath, ChainView chain) {
    this.system = system;
    this.binding = binding;
    this.executor = executor;
    this.basePath = basePath;
    this.chain = chain;
  }

  /** Where JSON-RPC answers, WebSocket and HTTP POST. */
  public URI address() {
    return URI.create("ws://127.0.0.1:" + binding.localAddress().getPort());
  }

  /** The folder of the chain. */
  public Path basePath() {
    return basePath.folder();
  }

  /** The chain as far as it is published. */
  public ChainView chain() {
    return chain;
  }

  /** Completes when the node has ended, by {@link #close} or because it could not go on. */
  public CompletionStage<?> whenTerminated() {
    return system.getWhenTerminated();
  }

  /** Stops taking requests, finishes what is being written, gives the folder back. */
  @Override
  public void close() {
    if (stopped) {
      return;
    }
    stopped = true;
    binding.terminate(Duration.ofMillis(100)).toCompletableFuture().join();
    FairleadNode.end(system, PATIENCE);
    executor.shutdown();
    try {
      basePath.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    LOG.info("Stopped");
  }
}
