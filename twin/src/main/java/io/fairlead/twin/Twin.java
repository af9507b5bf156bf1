package io.fairlead.twin;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.Props;
import akka.actor.typed.SpawnProtocol;
import akka.actor.typed.javadsl.AskPattern;
import akka.cluster.typed.Cluster;
import akka.cluster.typed.Join;
import akka.persistence.typed.PersistenceId;
import akka.stream.javadsl.Sink;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.twin.api.TwinServer;
import io.fairlead.twin.api.TwinView;
import io.fairlead.twin.audit.Auditor;
import io.fairlead.twin.audit.Difference;
import io.fairlead.twin.audit.Verification;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.entity.TwinEntity;
import io.fairlead.twin.fact.ChangeReader;
import io.fairlead.twin.fact.Fact;
import io.fairlead.twin.fact.KeyChange;
import io.fairlead.twin.feed.ChainStart;
import io.fairlead.twin.feed.EndpointPool;
import io.fairlead.twin.feed.Feed;
import io.fairlead.twin.feed.FeedStatus;
import io.fairlead.twin.feed.HeadProof;
import io.fairlead.twin.lane.Distributor;
import io.fairlead.twin.log.BlockLine;
import io.fairlead.twin.log.Blocks;
import io.fairlead.twin.log.ChainLog;
import io.fairlead.twin.log.LogCutter;
import io.fairlead.twin.log.LogHead;
import io.fairlead.twin.replica.Replica;
import io.fairlead.twin.replica.ReplicaFile;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** A twin that runs: its data folder, its actors, its feed. */
public final class Twin implements TwinView, AutoCloseable {
  private static final Duration STARTING = Duration.ofSeconds(60);
  private static final Duration STOPPING = Duration.ofSeconds(20);
  private static final Duration VERIFYING = Duration.ofMinutes(10);

  private final DataFolder folder;
  private final EndpointPool pool;
  private final ActorSystem<SpawnProtocol.Command> system;
  private final ReplicaFile replicaFile;
  private final ActorRef<Feed.Command> feed;
  private final Entities entities;
  private final AtomicLong watermark;
  private final ActorRef<ChainLog.Command> log;
  private final DataFolder.Chain chain;
  private InetSocketAddress api = InetSocketAddress.createUnresolved("localhost", 0);

  private Twin(DataFolder folder, EndpointPool pool, ActorSystem<SpawnProtocol.Command> system,
      ReplicaFile replicaFile, ActorRef<Feed.Command> feed, Entities entities,
      AtomicLong watermark, ActorRef<ChainLog.Command> log, DataFolder.Chain chain) {
    this.folder = folder;
    this.pool = pool;
    this.system = system;
    this.replicaFile = replicaFile;
    this.feed = feed;
    this.entities = entities;
    this.watermark = watermark;
    this.log = log;
    this.chain = chain;
  }

  /**
   * Starts a twin: takes its folder, pins its chain, seeds a new history, and follows.
   *
   * @throws Unusable when the folder, the journal or the chain cannot be used
   */
  public static Twin start(TwinConfig config) throws Unusable {
    DataFolder folder = DataFolder.take(config.data());
    EndpointPool pool = EndpointPool.start(config.urls(), config.quorum(), config.clock());
    ActorSystem<SpawnProtocol.Command> system = null;
    ReplicaFile replicaFile = null;
    try {
      DataFolder.Chain chain = chain(folder, pool);
      Connection tables = TwinJournal.open(folder.journal());
      system = ActorSystem.create(SpawnProtocol.create(), "twin",
          TwinJournal.config(folder.journal()));
      Cluster cluster = Cluster.get(system);
      cluster.manager().tell(Join.create(cluster.selfMember().address()));
      PersistenceId id = logId(chain.genesis());
      ActorRef<ChainLog.Command> log = spawn(system, ChainLog.create(id), "log", Props.empty());
      LogHead head = head(system, log, ChainLog.Get::new);
      tables.close();
      replicaFile = ReplicaFile.open(folder.replica());
      if (head.number() < 0) {
        head = seed(config, pool, system, log, replicaFile);
      } else {
        catchUp(system, id, head, replicaFile);
      }
      ReplicaFile file = replicaFile;
      String generation = generation(chain.genesis());
      Entities entities = Entities.start(system, generation, Portraits.all());
      var watermark = new AtomicLong(-1);
      ActorSystem<?> running = system;
      ActorRef<Distributor.Command> distributor = spawn(system,
          Distributor.create("ln|" + generation + "-", config.lanes(), head,
              (from, to) -> TwinJournal.read(running, id.id(), from, to), entities::tell,
              watermark::set),
          "distributor", Props.empty());
      ActorRef<Feed.Command> feed = spawn(system,
          Feed.create(config.feed(), pool, log, head, file.load(), file::write,
              (at, replica, blocks) -> distributor.tell(new Distributor.LogGrew(at))),
          "feed", DispatcherSelector.blocking());
      var twin = new Twin(folder, pool, system, file, feed, entities, watermark, log, chain);
      twin.listen(config.apiHost(), config.apiPort());
      return twin;
    } catch (Unusable | RuntimeException | SQLException failed) {
      abandon(folder, pool, system, replicaFile);
      throw failed instanceof Unusable known ? known : new Unusable(reason(failed));
    }
  }

  private static String reason(Throwable failed) {
    Throwable cause = failed instanceof CompletionException && failed.getCause() != null
        ? failed.getCause() : failed;
    return String.valueOf(cause.getMessage());
  }

  /** The first eight digits of the genesis hash, and the number of this build of the entities. */
  private static String generation(Hash genesis) {
    return genesis.toString().substring(2, 10) + "-g1";
  }

  private static PersistenceId logId(Hash genesis) {
    return PersistenceId.ofUniqueId("log|" + generation(genesis));
  }

  private static DataFolder.Chain chain(DataFolder folder, EndpointPool pool) throws Unusable {
    Optional<DataFolder.Chain> pinned = folder.chain();
    ChainStart.Identity found = ChainStart.identity(pool, pinned.map(DataFolder.Chain::genesis));
    var chain = new DataFolder.Chain(found.genesis(), found.specName(), found.ss58Prefix());
    if (pinned.isPresent() && !pinned.get().genesis().equals(found.genesis())) {
      throw new Unusable("the data folder is of chain " + pinned.get().specName() + " "
          + pinned.get().genesis() + ", the node of " + found.specName() + " " + found.genesis()
          + ". Name a node of that chain, or another folder with --data");
    }
    if (pinned.isEmpty()) {
      folder.pin(chain);
    }
    return chain;
  }

  private static LogHead head(ActorSystem<?> system, ActorRef<ChainLog.Command> log,
      akka.japi.function.Function<ActorRef<ChainLog.Answer>, ChainLog.Command> question)
      throws Unusable {
    ChainLog.Answer answer = AskPattern.<ChainLog.Command, ChainLog.Answer>ask(log, question,
        STARTING, system.scheduler())
        .toCompletableFuture().join();
    return switch (answer) {
      case ChainLog.Head(LogHead head) -> head;
      case ChainLog.Refused(LogHead head, String reason) -> throw new Unusable(reason);
    };
  }

  private static LogHead seed(TwinConfig config, EndpointPool pool, ActorSystem<?> system,
      ActorRef<ChainLog.Command> log, ReplicaFile file) throws Unusable {
    ChainStart.Seed seed = ChainStart.seed(pool, switch (config.from()) {
      case From.Genesis genesis -> Optional.of(0L);
      case From.Block(long number) -> Optional.of(number);
      case From.Now now -> Optional.empty();
    });
    List<Blocks> blocks = LogCutter.cut(List.of(seed.block()));
    LogHead head = head(system, log,
        replyTo -> new ChainLog.Append(seed.block().parent(), blocks, replyTo));
    file.clear();
    file.write(head.number(), changes(seed.block().facts()));
    return head;
  }

  private static List<KeyChange> changes(List<Fact> facts) {
    var changes = new ArrayList<KeyChange>();
    for (Fact fact : facts) {
      if (fact instanceof Fact.Change change) {
        changes.add(new KeyChange(change.key(), change.after()));
      }
    }
    return changes;
  }

  /** Writes into the replica what the log has and it lacks: the process was killed between. */
  private static void catchUp(ActorSystem<?> system, PersistenceId id, LogHead head,
      ReplicaFile file) {
    if (file.at() > head.number()) {
      file.clear();
    }
    if (file.at() < head.number()) {
      long at = file.at();
      TwinJournal.log(system, id.id(), 1).filter(blocks -> blocks.to() > at)
          .runWith(Sink.foreach(blocks -> file.write(blocks.to(),
              changes(blocks.facts().stream().filter(it -> it.id().block() > at).toList()))),
              system)
          .toCompletableFuture().join();
    }
  }

  private static <T> ActorRef<T> spawn(ActorSystem<SpawnProtocol.Command> system,
      akka.actor.typed.Behavior<T> behavior, String name, Props props) {
    CompletionStage<ActorRef<T>> spawned = AskPattern.ask(system,
        replyTo -> new SpawnProtocol.Spawn<>(behavior, name, props, replyTo), STARTING,
        system.scheduler());
    return spawned.toCompletableFuture().join();
  }

  private static void abandon(DataFolder folder, EndpointPool pool,
      @org.jspecify.annotations.Nullable ActorSystem<?> system,
      @org.jspecify.annotations.Nullable ReplicaFile replicaFile) {
    pool.close();
    if (system != null) {
      stop(system);
    }
    if (replicaFile != null) {
      replicaFile.close();
    }
    release(folder);
  }

  private static void stop(ActorSystem<?> system) {
    system.terminate();
    try {
      system.getWhenTerminated().toCompletableFuture().orTimeout(STOPPING.toSeconds(),
          java.util.concurrent.TimeUnit.SECONDS).join();
    } catch (CompletionException late) {
      system.log().warn("the actors did not stop within {}", STOPPING);
    }
  }

  private static void release(DataFolder folder) {
    try {
      folder.close();
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  private void listen(String host, int port) throws Unusable {
    try {
      api = TwinServer.bind(system, this, host, port).toCompletableFuture().join()
          .localAddress();
    } catch (CompletionException failed) {
      throw new Unusable("the API cannot listen on " + host + ":" + port + ": " + reason(failed)
          + ". Name another with --api HOST:PORT");
    }
  }

  /** Where the API listens. */
  public URI api() {
    return URI.create("http://" + api.getHostString() + ":" + api.getPort());
  }

  @Override
  public CompletionStage<Standing> standing() {
    CompletionStage<ChainLog.Answer> head =
        AskPattern.ask(log, ChainLog.Get::new, STARTING, system.scheduler());
    return status().thenCombine(head,
        (feed, answer) -> new Standing(chain.specName(), chain.genesis().toString(),
            chain.ss58Prefix(), 1, answer instanceof ChainLog.Head(LogHead at) ? at
                : LogHead.EMPTY,
            watermark(), feed));
  }

  /** How the feed stands. */
  public CompletableFuture<FeedStatus> status() {
    return AskPattern.ask(feed, Feed.GetStatus::new, STARTING, system.scheduler())
        .toCompletableFuture();
  }

  /** The block up to which every entity has its facts; -1 before the first. */
  public long watermark() {
    return watermark.get();
  }

  @Override
  public CompletionStage<TwinEntity.Answer> show(EntityKey key) {
    return entities.get(key, watermark.get());
  }

  /**
   * Compares all that is kept at the head of the log: the replica with the chain, the entities with the
   * replica. The feed stands still meanwhile.
   */
  public Verification verify() {
    Feed.Paused at = AskPattern.<Feed.Command, Feed.Paused>ask(feed, Feed.Pause::new, VERIFYING,
        system.scheduler()).toCompletableFuture().join();
    try {
      while (watermark() < at.head().number()) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      }
      var auditor = new Auditor(at.replica());
      List<EntityKey> keys =
          TwinJournal.entities(system, generation(chain.genesis())).toCompletableFuture().join();
      for (EntityKey key : keys) {
        TwinEntity.Rows rows = entities.rows(key).toCompletableFuture().join();
        auditor.entity(key, rows.rows());
      }
      var differences = new ArrayList<>(auditor.finish());
      String proof = switch (HeadProof.of(pool, at.head().hash(), at.replica())) {
        case HeadProof.Verdict.Compared(List<KeyChange> found) -> {
          found.forEach(each -> differences.add(new Difference("replica",
              new ChangeReader().itemOf(each.key()), each.key(), each.after(),
              at.replica().value(each.key()))));
          yield "compared";
        }
        case HeadProof.Verdict.NotShown(String reason) -> reason;
      };
      var lines = new long[2];
      TwinJournal.log(system, logId(chain.genesis()).id(), 1).runWith(Sink.foreach(blocks -> {
        if (blocks.isWhole()) {
          lines[0] += blocks.lines().size();
          lines[1] += blocks.lines().stream().filter(BlockLine::isProved).count();
        }
      }), system).toCompletableFuture().join();
      return new Verification(at.head().number(), lines[0], lines[1], keys.size(), proof,
          differences);
    } finally {
      feed.tell(new Feed.Resume());
    }
  }

  /** Stops: everything in the log stays, the rest is fetched again. */
  @Override
  public void close() {
    pool.close();
    stop(system);
    replicaFile.close();
    release(folder);
  }
}
