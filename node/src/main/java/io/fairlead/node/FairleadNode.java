package io.fairlead.node;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.ChildFailed;
import akka.actor.typed.Terminated;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.http.javadsl.ServerBinding;
import io.fairlead.node.EngineChoice.Choice;
import io.fairlead.node.chain.ChainEntity;
import io.fairlead.node.chain.ChainEntity.Opened;
import io.fairlead.node.chain.ChainSettings;
import io.fairlead.node.chain.ChainView;
import io.fairlead.node.chain.CheckpointDamaged;
import io.fairlead.node.keystore.Keystore;
import io.fairlead.node.pool.PoolActor;
import io.fairlead.node.rpc.Rpc;
import io.fairlead.runtime.engine.Engines;
import java.io.IOException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts nodes. */
public final class FairleadNode {
  private static final Logger LOG = LoggerFactory.getLogger(FairleadNode.class);
  private static final Duration STOPPING = Duration.ofSeconds(10);

  private FairleadNode() {}

  /** Starts a node on our runtime and waits until it answers. */
  public static Started start(NodeConfig config) {
    return start(config, stored -> EngineChoice.tangle(config.rules(), config.profile(), stored));
  }

  /**
   * Starts a node on another runtime and waits until it answers.
   *
   * @param engines the runtime under the rules of the chain
   */
  public static Started start(NodeConfig config, Engines engines) {
    return start(config, stored -> new EngineChoice.Chosen(engines));
  }

  private static Started start(NodeConfig config, EngineChoice choice) {
    BasePath basePath;
    try {
      basePath = BasePath.take(config.basePath());
    } catch (BasePath.Unusable unusable) {
      return new Started.Refused(unusable.reason);
    }
    LOG.info("{}", config.names().name());
    LOG.info("✌️  version {}", config.names().version());
    LOG.info("📋 Chain specification: {}", config.names().chain());
    LOG.info("💾 Database: H2 at {}", basePath.folder());
    try {
      return new Started.Running(
          start(config, choice, basePath, config.statesKept() == NodeConfig.ARCHIVE
              ? ChainEntity.Start.FROM_GENESIS : ChainEntity.Start.FROM_CHECKPOINT));
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

  /** A start that ended; the reason is for the user. */
  private static final class Failed extends Exception {
    private static final long serialVersionUID = 1L;

    final String reason;

    Failed(String reason) {
      super(reason);
      this.reason = reason;
    }
  }

  /** No runtime under the rules asked for. */
  private static final class NoEngines extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final String reason;

    NoEngines(String reason) {
      super(reason);
      this.reason = reason;
    }
  }

  /** What the guardian has made when the chain can be read. */
  private record Wired(ChainView chain, ActorRef<PoolActor.Command> pool, Engines engines) {}

  private static RunningNode start(NodeConfig config, EngineChoice choice, BasePath basePath,
      ChainEntity.Start from) throws Failed {
    // three slow things beside each other: the database, the runtime's types, the actor system
    CompletableFuture<Journal.Open> journal =
        CompletableFuture.supplyAsync(() -> opened(basePath));
    CompletableFuture<Choice> engines = CompletableFuture.supplyAsync(() -> choice.of(List.of()))
        .thenCombine(journal, (ofNew, open) -> open.rules().isEmpty() ? ofNew
            : choice.of(open.rules()));
    var wired = new CompletableFuture<Wired>();
    var rpc = new Rpc();
    ActorSystem<Void> system = ActorSystem.create(
        Behaviors.setup(context -> guardian(context, config, engines, basePath, from, rpc, wired)),
        "fairlead", Journal.config(basePath.journal()));
    try {
      CompletionStage<ServerBinding> binding = listening(rpc, system, config);
      Wired parts = await(wired, system);
      journal.join().release();
      return serve(config, basePath, system, rpc, parts, bound(binding, config.rpcPort()));
    } catch (Failed failed) {
      end(system, STOPPING);
      throw failed;
    } catch (CompletionException failed) {
      end(system, STOPPING);
      if (!journal.isCompletedExceptionally()) {
        journal.join().release();
      }
      Throwable root = rootOf(failed);
      if (root instanceof CheckpointDamaged && from == ChainEntity.Start.FROM_CHECKPOINT) {
        LOG.warn("{}. It is passed over: reading the whole journal", root.getMessage());
        return start(config, choice, basePath, ChainEntity.Start.FROM_GENESIS);
      }
      throw new Failed(root instanceof NoEngines none ? none.reason
          : "the chain in " + basePath.folder() + " cannot be opened: " + said(root));
    }
  }

  private static Journal.Open opened(BasePath basePath) {
    try {
      return Journal.open(basePath.journal());
    } catch (SQLException failed) {
      throw new CompletionException(failed);
    }
  }

  private static CompletionStage<ServerBinding> listening(Rpc rpc, ActorSystem<?> system,
      NodeConfig config) {
    try {
      return rpc.listen(system, config.rpc(), "127.0.0.1", config.rpcPort());
    } catch (IllegalStateException ending) {
      // the chain could not be opened, and the actor system is on its way down
      return CompletableFuture.failedFuture(ending);
    }
  }

  private static ServerBinding bound(CompletionStage<ServerBinding> binding, int port)
      throws Failed {
    try {
      return binding.toCompletableFuture().join();
    } catch (CompletionException failed) {
      throw new Failed("cannot listen on 127.0.0.1:" + port + ": " + said(rootOf(failed))
          + ". Name another port with --rpc-port");
    }
  }

  private static RunningNode serve(NodeConfig config, BasePath basePath, ActorSystem<?> system,
      Rpc rpc, Wired parts, ServerBinding binding) {
    ChainView chain = parts.chain();
    LOG.info("🔨 Initialized chain at block #{} ({}), genesis {}", chain.best().number(),
        chain.best().hash(), chain.genesis());
    LOG.info("⚖️  Rules: {}", EngineChoice.brief(chain.rules()));
    ExecutorService executor =
        Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors()));
    rpc.open(system, executor, chain, parts.engines(), parts.pool(), config.clock(),
        EngineChoice.names(config.names(), chain.rules()), new Keystore(basePath.keystore()),
        new SecureRandom());
    var node = new RunningNode(system, binding, executor, basePath, chain);
    LOG.info("Running JSON-RPC server: addr={}", node.address().getAuthority());
    return node;
  }

  private static Wired await(CompletableFuture<Wired> wired, ActorSystem<?> system) {
    system.getWhenTerminated().whenComplete((done, failed) -> wired.completeExceptionally(
        new IllegalStateException("the node ended while it was starting")));
    return wired.join();
  }

  static Throwable rootOf(Throwable failed) {
    Throwable cause = failed;
    for (Throwable next = failed.getCause(); next != null; next = next.getCause()) {
      cause = next;
    }
    return cause;
  }

  static String said(Throwable failed) {
    String message = failed.getMessage();
    return message == null ? failed.toString() : message;
  }

  private static Behavior<Void> guardian(ActorContext<Void> context, NodeConfig config,
      CompletableFuture<Choice> choice, BasePath basePath, ChainEntity.Start from, Rpc rpc,
      CompletableFuture<Wired> wired) {
    ActorSystem<?> system = context.getSystem();
    Engines engines;
    try {
      engines = chosen(choice.join());
    } catch (CompletionException | NoEngines failed) {
      wired.completeExceptionally(failed);
      return Behaviors.stopped();
    }
    var settings = new ChainSettings(engines, basePath.checkpoints(), config.checkpointBlocks(),
        config.statesKept(), number -> Journal.block(system, number), config.clock());
    var pool = new CompletableFuture<ActorRef<PoolActor.Command>>();
    Consumer<Opened> opened = it -> {
      switch (it) {
        case Opened.Ready(ChainView view) ->
            wired.complete(new Wired(view, pool.join(), engines));
        case Opened.Failed(Throwable reason) -> wired.completeExceptionally(reason);
      }
    };
    ActorRef<ChainEntity.Command> chain =
        context.spawn(ChainEntity.create(settings, from, opened), "chain");
    pool.complete(context.spawn(
        PoolActor.create(chain, config.sealing(), config.pool(), config.clock()), "pool"));
    chain.tell(new ChainEntity.Listen(context.spawn(rpc.news(), "news")));
    chain.tell(new ChainEntity.Listen(context.spawn(BlockLog.create(), "log")));
    context.watch(chain);
    return Behaviors.receive(Void.class).onSignal(ChildFailed.class, ended -> {
      if (!wired.completeExceptionally(ended.getCause()) && !wired.isCompletedExceptionally()) {
        LOG.error("Essential task `chain` failed. Shutting down service.", ended.getCause());
      }
      return Behaviors.stopped();
    }).onSignal(Terminated.class, ended -> Behaviors.stopped()).build();
  }

  private static Engines chosen(Choice choice) {
    return switch (choice) {
      case EngineChoice.Chosen(Engines engines) -> engines;
      case EngineChoice.Impossible(String reason) -> throw new NoEngines(reason);
    };
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
