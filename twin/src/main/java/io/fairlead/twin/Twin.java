package io.fairlead.twin;

import akka.actor.typed.ActorRef;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.AskPattern;
import io.fairlead.twin.api.TwinServer;
import io.fairlead.twin.api.TwinView;
import io.fairlead.twin.audit.Verification;
import io.fairlead.twin.entity.EntityEvent;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.entity.TwinEntity;
import io.fairlead.twin.feed.ChainStart;
import io.fairlead.twin.feed.EndpointPool;
import io.fairlead.twin.feed.Feed;
import io.fairlead.twin.feed.FeedStatus;
import io.fairlead.twin.log.Blocks;
import io.fairlead.twin.replica.ReplicaFile;
import io.fairlead.twin.table.TableView;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** A twin that runs: its data folder, its actors, its feed. */
public final class Twin implements TwinView, AutoCloseable {
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final Duration VERIFYING = Duration.ofMinutes(10);

  private final DataFolder folder;
  private final DataFolder.Chain chain;
  private final EndpointPool pool;
  private final Core core;
  private final ReplicaFile replica;
  private final ActorRef<Feed.Command> feed;
  private InetSocketAddress api = InetSocketAddress.createUnresolved("localhost", 0);

  private Twin(DataFolder folder, DataFolder.Chain chain, EndpointPool pool, Core core,
      ReplicaFile replica, ActorRef<Feed.Command> feed) {
    this.folder = folder;
    this.chain = chain;
    this.pool = pool;
    this.core = core;
    this.replica = replica;
    this.feed = feed;
  }

  /**
   * Starts a twin: takes its folder, pins its chain, seeds a new history, and follows.
   *
   * @throws Unusable when the folder, the journal or the chain cannot be used
   */
  public static Twin start(TwinConfig config) throws Unusable {
    try (var opened = new Opened()) {
      DataFolder folder = opened.add(DataFolder.take(config.data()));
      EndpointPool pool =
          opened.add(EndpointPool.start(config.urls(), config.quorum(), config.clock()));
      DataFolder.Chain chain = chain(folder, pool);
      Generation generation = Generation.first(chain.genesis());
      Core core = opened.add(
          Core.open(folder.journal(), config.tables(folder, generation), generation,
              config.active()));
      ReplicaFile replica = opened.add(ReplicaFile.open(folder.replica()));
      Beginning.prepare(config.from(), pool, core, replica);
      core.follow(config.lanes());
      ActorRef<Feed.Command> feed = core.spawn(
          Feed.create(config.feed(), pool, core.log(), core.head(), replica.load(), replica::write,
              (at, after, blocks) -> core.grew(at)),
          "feed", DispatcherSelector.blocking());
      var twin = new Twin(folder, chain, pool, core, replica, feed);
      twin.listen(config.apiHost(), config.apiPort());
      opened.keep();
      return twin;
    } catch (RuntimeException failed) {
      throw new Unusable(Unusable.reason(failed));
    }
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

  private void listen(String host, int port) throws Unusable {
    try {
      api = TwinServer.bind(core.system(), this, host, port).toCompletableFuture().join()
          .localAddress();
    } catch (CompletionException failed) {
      throw new Unusable("the API cannot listen on " + host + ":" + port + ": "
          + Unusable.reason(failed) + ". Name another with --api HOST:PORT");
    }
  }

  /** Where the API listens. */
  public URI api() {
    return URI.create("http://" + api.getHostString() + ":" + api.getPort());
  }

  @Override
  public CompletionStage<Standing> standing() {
    return status().thenCombine(core.standing(),
        (feed, head) -> new Standing(chain.specName(), chain.genesis().toString(),
            chain.ss58Prefix(), core.generation().number(), head, watermark(), feed));
  }

  /** How the feed stands. */
  public CompletableFuture<FeedStatus> status() {
    return AskPattern.ask(feed, Feed.GetStatus::new, ANSWER, core.system().scheduler())
        .toCompletableFuture();
  }

  @Override
  public long watermark() {
    return core.watermark();
  }

  @Override
  public TableView tables() {
    return core.tables();
  }

  @Override
  public CompletionStage<List<Blocks>> log(long from, long to) {
    return core.read(from, to);
  }

  @Override
  public CompletionStage<TwinEntity.Answer> show(EntityKey key, long watermark) {
    return core.entities().get(key, watermark);
  }

  @Override
  public CompletionStage<List<EntityEvent>> journal(EntityKey key, long from, long to) {
    return core.journal(key, from, to);
  }

  @Override
  public void onAdvance(Runnable listener) {
    core.onAdvance(listener);
  }

  @Override
  public String tablesTrouble() {
    return core.tablesTrouble();
  }

  /**
   * Compares all that is kept at the head of the log: the replica with the chain, the entities with the
   * replica. The feed stands still meanwhile.
   *
   * @param isFull whether the tables are compared with the entities as well
   */
  public Verification verify(boolean isFull) {
    Feed.Paused at = AskPattern.<Feed.Command, Feed.Paused>ask(feed, Feed.Pause::new, VERIFYING,
        core.system().scheduler()).toCompletableFuture().join();
    try {
      return new Verifier(core, pool).verify(at, isFull);
    } finally {
      feed.tell(new Feed.Resume());
    }
  }

  /** Stops: everything in the log stays, the rest is fetched again. */
  @Override
  public void close() {
    pool.close();
    core.close();
    replica.close();
    folder.close();
  }
}
