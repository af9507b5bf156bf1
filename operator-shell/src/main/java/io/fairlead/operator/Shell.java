package io.fairlead.operator;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.SupervisorStrategy;
import akka.actor.typed.Terminated;
import akka.actor.typed.javadsl.Behaviors;
import akka.persistence.jdbc.testkit.javadsl.SchemaUtils;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.fairlead.client.KeySigner;
import io.fairlead.operator.program.ProgramRunner;
import io.fairlead.operator.program.ProgramStore;
import io.fairlead.operator.program.Sandbox;
import io.fairlead.operator.program.SandboxProbe;
import io.fairlead.substrate.primitive.AccountId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running operator shell. It finds its job calls in finalized blocks, runs their programs and
 * submits each result once, whenever it is killed and however often.
 */
public final class Shell {
  private static final Logger LOG = LoggerFactory.getLogger(Shell.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  /**
   * Every write synced; not closed by a hook of H2's own while the shell still drains; freed space
   * not written again, or a kill under load can cost the last entry (docs/decisions/0006).
   */
  private static final String JOURNAL_OPTIONS =
      ";DATABASE_TO_UPPER=false;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0"
          + ";RETENTION_TIME=2000000000";
  /** An answer that is not signed by then is written by itself: 50 ms. */
  private static final Duration UNWRITTEN_MAX = Duration.ofMillis(50);
  private static final Duration STORE_TIMEOUT = Duration.ofSeconds(30);

  private final ShellConfig config;
  private final DataFolder folder;
  private final ProgramRunner runner;
  private final AutoCloseable chain;
  private final Consumer<ShellNews> news;
  private final CompletableFuture<Void> ended;
  private final ActorSystem<Desk.Command> system;
  private volatile boolean isStopping;

  private Shell(ShellConfig config, DataFolder folder, ProgramRunner runner, AutoCloseable chain,
      Consumer<ShellNews> news, CompletableFuture<Void> ended,
      ActorSystem<Desk.Command> system) {
    this.config = config;
    this.folder = folder;
    this.runner = runner;
    this.chain = chain;
    this.news = news;
    this.ended = ended;
    this.system = system;
  }

  /**
   * Starts a shell. It connects in the background and waits for a node that is away.
   *
   * @param news told each step of each call; see {@link ShellNews}
   * @throws ShellRefusal when another shell holds the data folder, or there is no sandbox and the
   *     settings require one
   */
  public static Shell start(ShellConfig config, Consumer<ShellNews> news) {
    var chain = TangleSource.start(config, new KeySigner(config.key()));
    try {
      return start(config, chain, chain, chain, news);
    } catch (RuntimeException refused) {
      chain.close();
      throw refused;
    }
  }

  static Shell start(ShellConfig config, ChainSource source, ResultPool pool,
      AutoCloseable chain, Consumer<ShellNews> news) {
    Sandbox sandbox = sandbox(config.sandbox(), Path.of(System.getProperty("java.home")));
    DataFolder folder = DataFolder.take(config.data());
    var runner = new ProgramRunner(new ProgramStore(config.programs(), folder.programs()),
        sandbox, config.limits(), config.concurrency());
    var ended = new CompletableFuture<Void>();
    var world = new JobWorld(new JobSpecs(source), runner,
        new JobWorld.Settings(config.attemptsMax(), config.retryMin(), config.retryMax(),
            pool.signsHere() ? UNWRITTEN_MAX : Duration.ZERO),
        System::nanoTime, news);
    AccountId operator = AccountId.of(config.key().accountIdBytes());
    ActorSystem<Desk.Command> system = ActorSystem.create(
        guardian(operator, source, pool, world, sandbox.description(), ended), "shell",
        settings(folder.journal()));
    LOG.info("operator {} on {}, journal in {}, programs in {}", operator, config.url(),
        config.data(), config.programs());
    var shell = new Shell(config, folder, runner, chain, news, ended, system);
    system.getWhenTerminated().whenComplete((done, failure) -> shell.actorsEnded());
    return shell;
  }

  private void actorsEnded() {
    if (isStopping) {
      ended.complete(null);
    } else {
      ended.completeExceptionally(new IllegalStateException("the shell's actors have stopped"));
    }
  }

  /** The sandbox for programs of {@code jdk}, as far as the settings and the machine allow. */
  static Sandbox sandbox(ShellConfig.SandboxWish wish, Path jdk) {
    return switch (wish) {
      case NONE -> loudly(SandboxProbe.plain(jdk, "the settings say sandbox: none"));
      case PREFERRED -> switch (SandboxProbe.probe(jdk)) {
        case SandboxProbe.Result.Works(var sandbox) -> sandbox;
        case SandboxProbe.Result.Fails(String why) -> loudly(SandboxProbe.plain(jdk, why));
      };
      case REQUIRED -> switch (SandboxProbe.probe(jdk)) {
        case SandboxProbe.Result.Works(var sandbox) -> sandbox;
        case SandboxProbe.Result.Fails(String why) ->
            throw new ShellRefusal("the settings say sandbox: required, but " + why);
      };
    };
  }

  private static Sandbox loudly(Sandbox plain) {
    LOG.warn("{}", plain.description());
    return plain;
  }

  private static Config settings(Path journal) {
    return ConfigFactory.parseMap(Map.of("akka-persistence-jdbc.shared-databases.slick.db.url",
        "jdbc:h2:file:" + journal + JOURNAL_OPTIONS))
        .withFallback(ConfigFactory.parseResources(Shell.class, "shell.conf"))
        .withFallback(ConfigFactory.load()).resolve();
  }

  /** Makes the tables, then hands everything on to the desk; stops the system when a part fails. */
  private static Behavior<Desk.Command> guardian(AccountId operator, ChainSource source,
      ResultPool pool, JobWorld world, String sandbox, CompletableFuture<Void> failed) {
    return Behaviors.setup(context -> {
      SchemaUtils.createIfNotExists(context.getSystem()).toCompletableFuture()
          .get(STORE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
      ActorRef<Submitter.Command> submitter =
          context.spawn(Submitter.create(pool, PAUSE), "submitter");
      ActorRef<Desk.Command> desk = context.spawn(
          Behaviors.supervise(Desk.create(operator, source, world, sandbox, submitter, failed))
              .onFailure(SupervisorStrategy.stop()),
          "desk");
      context.watch(submitter);
      context.watch(desk);
      return Behaviors.receive(Desk.Command.class).onAnyMessage(command -> {
        desk.tell(command);
        return Behaviors.same();
      }).onSignal(Terminated.class, ended -> Behaviors.stopped()).build();
    });
  }

  /**
   * Fails when the shell cannot go on: with {@link ShellRefusal} when the folder belongs to another
   * chain or account, with another exception when a part of it failed. Completes normally when it
   * was stopped.
   */
  public CompletionStage<Void> ended() {
    return ended.minimalCompletionStage();
  }

  /**
   * Stops: begins nothing new, lets running programs end and their answers leave, for
   * {@code drain} of the settings at most. What is unfinished is in the journal. Blocks.
   */
  public void stop() {
    var quiet = new CompletableFuture<Integer>();
    system.tell(new Desk.Drain(quiet));
    int open = -1;
    try {
      open = quiet.get(config.drain().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      LOG.warn("some calls are still under way after {} ms; they go on at the next start",
          config.drain().toMillis());
    } catch (InterruptedException | ExecutionException e) {
      Thread.currentThread().interrupt();
    }
    close();
    news.accept(new ShellNews.Stopped(open));
  }

  /** Stops at once; what is under way goes on at the next start. */
  void close() {
    isStopping = true;
    runner.close();
    system.terminate();
    try {
      system.getWhenTerminated().toCompletableFuture().get(10, TimeUnit.SECONDS);
      chain.close();
    } catch (Exception e) {
      LOG.warn("while stopping: {}", String.valueOf(e));
    }
    folder.close();
  }
}
