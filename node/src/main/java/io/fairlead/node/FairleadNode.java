package io.fairlead.node;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.Terminated;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.http.javadsl.ServerBinding;
import io.fairlead.node.chain.ChainEntity;
import io.fairlead.node.chain.ChainEntity.Opened;
import io.fairlead.node.chain.ChainSettings;
import io.fairlead.node.chain.ChainView;
import io.fairlead.node.pool.PoolActor;
import io.fairlead.node.rpc.Rpc;
import io.fairlead.runtime.engine.Engines;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts nodes. */
public final class FairleadNode {
  private static final Logger LOG = LoggerFactory.getLogger(FairleadNode.class);
  private static final Duration STOPPING = Duration.ofSeconds(10);

  private FairleadNode() {}

  /**
   * Starts a node and waits until it answers.
   *
   * @param engines the runtime under the rules of the chain
   */
  public static Started start(NodeConfig config, Engines engines) {
    BasePath basePath;
    try {
      basePath = BasePath.take(config.basePath());
    } catch (BasePath.Unusable unusable) {
      return new Started.Refused(unusable.reason);
    }
    try {
      return start(config, engines, basePath, ChainEntity.Start.FROM_CHECKPOINT);
    } catch (Failed failed) {
      giveBack(basePath);
      return new Started.Refused(failed.reason);
    }
  }

  private static void giveBack(BasePath basePath) {
    try {
      basePath.close();
    } catch (IOException failed) {
      LOG.warn("{} was not cleaned up: {}", basePath.folder(), failed.toString());
    }
  }

  /** A start that ended; the message is for the user. */
  static final class Failed extends Exception {
    private static final long serialVersionUID = 1L;

    final String reason;

    Failed(String reason) {
      super(reason);
      this.reason = reason;
    }
  }

  private static Started start(NodeConfig config, Engines engines, BasePath basePath,
      ChainEntity.Start from) throws Failed {
    LOG.info("{}", config.names().name());
    LOG.info("✌️  version {}", config.names().version());
    LOG.info("📋 Chain specification: {}", config.names().chain());
    LOG.info("💾 Database: H2 at {}", basePath.folder());
    var opened = new CompletableFuture<Opened>();
    var rpc = new Rpc();
    var wired = new CompletableFuture<ActorRef<PoolActor.Command>>();
    ActorSystem<Void> system = ActorSystem.create(Behaviors.setup(
        context -> guardian(context, config, engines, basePath, from, opened, rpc, wired)),
        "fairlead", Journal.config(basePath.journal()));
    ChainView chain;
    try {
      chain = switch (await(opened, system)) {
        case Opened.Ready(ChainView view) -> view;
        case Opened.Failed(Throwable reason) -> throw new Failed(explain(reason, basePath));
      };
    } catch (Failed failed) {
      end(system, STOPPING);
      throw failed;
    }
    LOG.info("🔨 Initialized chain at block {} ({}), genesis {}", chain.best().number(),
        chain.best().hash(), chain.genesis());
    ExecutorService executor =
        Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors()));
    try {
      ServerBinding binding = rpc.start(system, executor, chain, engines, wired.join(),
          config.clock(), config.names(), config.rpc(), "127.0.0.1", config.rpcPort())
          .toCompletableFuture().join();
      var node = new RunningNode(system, binding, executor, basePath, chain);
      LOG.info("Running JSON-RPC server: addr={}", node.address().getAuthority());
      return new Started.Running(node);
    } catch (CompletionException failed) {
      executor.shutdown();
      end(system, STOPPING);
      throw new Failed("cannot listen on 127.0.0.1:" + config.rpcPort() + ": "
          + rootOf(failed).getMessage() + ". Name another port with --rpc-port");
    }
  }

  private static Opened await(CompletableFuture<Opened> opened, ActorSystem<?> system) {
    system.getWhenTerminated().whenComplete((done, failed) -> opened.complete(
        new Opened.Failed(new IllegalStateException("the node ended while it was starting"))));
    return opened.join();
  }

  private static Throwable rootOf(Throwable failed) {
    Throwable cause = failed;
    for (Throwable next = failed.getCause(); next != null; next = next.getCause()) {
      cause = next;
    }
    return cause;
  }

  private static String explain(Throwable reason, BasePath basePath) {
    return "the chain in " + basePath.folder() + " cannot be opened: "
        + rootOf(reason).getMessage();
  }

  private static Behavior<Void> guardian(ActorContext<Void> context, NodeConfig config,
      Engines engines, BasePath basePath, ChainEntity.Start from,
      CompletableFuture<Opened> opened, Rpc rpc,
      CompletableFuture<ActorRef<PoolActor.Command>> wired) {
    ActorSystem<?> system = context.getSystem();
    if (!basePath.hasJournal()) {
      try {
        Journal.createTables(system).toCompletableFuture().get(STOPPING.toSeconds(),
            TimeUnit.SECONDS);
      } catch (InterruptedException | ExecutionException | TimeoutException failed) {
        opened.complete(new Opened.Failed(failed));
        return Behaviors.stopped();
      }
    }
    var settings = new ChainSettings(engines, basePath.checkpoints(), config.checkpointBlocks(),
        config.archive(), number -> Journal.block(system, number), config.clock());
    ActorRef<ChainEntity.Command> chain =
        context.spawn(ChainEntity.create(settings, from, opened::complete), "chain");
    chain.tell(new ChainEntity.Listen(context.spawn(rpc.news(), "news")));
    chain.tell(new ChainEntity.Listen(context.spawn(BlockLog.create(), "log")));
    wired.complete(context.spawn(
        PoolActor.create(chain, config.sealing(), config.pool(), config.clock()), "pool"));
    context.watch(chain);
    return Behaviors.receive(Void.class).onSignal(Terminated.class, ended -> {
      LOG.error("Essential task `chain` failed. Shutting down service.");
      return Behaviors.stopped();
    }).build();
  }

  static void end(ActorSystem<?> system, Duration patience) {
    system.terminate();
    try {
      system.getWhenTerminated().toCompletableFuture().get(patience.toMillis(),
          TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException failed) {
      LOG.warn("The node did not stop in {}: {}", patience, failed.toString());
    }
  }
}
