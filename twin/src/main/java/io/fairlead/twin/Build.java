package io.fairlead.twin;

import akka.actor.typed.ActorRef;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.AskPattern;
import io.fairlead.substrate.primitive.Hash;
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
import io.fairlead.twin.log.LogHead;
import io.fairlead.twin.replica.ReplicaFile;
import io.fairlead.twin.table.LogPart;
import io.fairlead.twin.table.TableView;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

/** A generation that runs: its nodes, its actors, its feed. Two may run side by side. */
final class Build implements TwinView, AutoCloseable {
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final Duration VERIFYING = Duration.ofMinutes(10);

  private final DataFolder.Chain chain;
  private final EndpointPool pool;
  private final Core core;
  private final ReplicaFile replica;
  private final ActorRef<Feed.Command> feed;

  private Build(DataFolder.Chain chain, EndpointPool pool, Core core, ReplicaFile replica,
      ActorRef<Feed.Command> feed) {
    this.chain = chain;
    this.pool = pool;
    this.core = core;
    this.replica = replica;
    this.feed = feed;
  }

  /**
   * Opens a generation, as its plan says where it is new, and follows.
   *
   * @param answers the generation that does, whose log may be copied; empty when this is it
   * @param isStopped asked while a log is copied
   * @throws Unusable when the folder, the journal or the chain cannot be used
   */
  static Build open(TwinConfig config, DataFolder folder, int number,
      Optional<Build> answers, BooleanSupplier isStopped) throws Unusable {
    try (var opened = new Opened()) {
      EndpointPool pool =
          opened.add(EndpointPool.start(config.urls(), config.quorum(), config.clock()));
      DataFolder.Chain chain = chain(folder, pool);
      Generation generation = Generation.of(chain.genesis(), number);
      DataFolder.Place place = folder.place(number);
      Core core = opened.add(Core.open(place.journal(), config.tables(place, generation),
          generation, config.active()));
      ReplicaFile replica = opened.add(ReplicaFile.open(place.replica()));
      From from = switch (folder.plan(number).orElse(new Plan.Seed(config.from()))) {
        case Plan.Seed(From seed) -> core.head().number() < 0 ? seed : config.from();
        case Plan.Copy(int of, long to) -> {
          if (core.head().number() < to) {
            Build source = answers.filter(it -> it.number() == of).orElseThrow(
                () -> new Unusable("generation " + of + ", whose log generation " + number
                    + " was to begin with, answers no more"));
            Beginning.copy(source.core(), core, to, isStopped);
          }
          yield config.from();
        }
      };
      Beginning.prepare(from, pool, core, replica);
      core.follow(config.lanes());
      ActorRef<Feed.Command> feed = core.spawn(
          Feed.create(config.feed(), pool, core.log(), core.head(), replica.load(), replica::write,
              (at, after, blocks) -> core.grew(at)),
          "feed", DispatcherSelector.blocking());
      opened.keep();
      return new Build(chain, pool, core, replica, feed);
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

  int number() {
    return core.generation().number();
  }

  Core core() {
    return core;
  }

  @Override
  public CompletionStage<Standing> standing() {
    return status().thenCombine(core.standing(),
        (now, head) -> new Standing(chain.specName(), chain.genesis().toString(),
            chain.ss58Prefix(), number(), head, watermark(), now));
  }

  /** How the feed stands. */
  CompletableFuture<FeedStatus> status() {
    return AskPattern.ask(feed, Feed.GetStatus::new, ANSWER, core.system().scheduler())
        .toCompletableFuture();
  }

  /** Whether it has everything that is final, or all but the block that is just coming. */
  boolean isCaughtUp() {
    FeedStatus now = status().join();
    return now.target() >= 0 && now.target() - now.head() <= 1
        && now.head() - Math.min(watermark(), tables().watermark()) <= 1;
  }

  /**
   * The last block of the log that is still final for the nodes; empty when none of it is.
   *
   * @throws Unusable when no node answers
   */
  Optional<Long> agreed() throws Unusable {
    LogHead head = core.head();
    long low = head.first() - 1;
    long high = head.number();
    try {
      while (low < high) { // all up to low are agreed, none above high
        long middle = high - (high - low - 1) / 2;
        long known = head.hole(middle).map(hole -> hole.from() - 1).orElse(middle);
        Optional<Hash> ours = hash(head, known);
        if (ours.isPresent() && ours.equals(ChainStart.hash(pool, known))) {
          low = middle;
        } else {
          high = middle - 1;
        }
      }
    } catch (RuntimeException failed) {
      throw new Unusable(Unusable.reason(failed));
    }
    return low < head.first() ? Optional.empty() : Optional.of(low);
  }

  private Optional<Hash> hash(LogHead head, long block) {
    if (block == head.number()) {
      return Optional.of(head.hash());
    }
    return core.tables().part(block).map(LogPart::sequence)
        .map(sequence -> core.read(sequence, sequence).toCompletableFuture().join().getFirst())
        .map(event -> event.lines().get((int) (block - event.from())).hash());
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

  /** See {@link Twin#verify}. */
  Verification verify(boolean isFull) {
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
    core.close(); // the feed asks no more
    pool.close();
    replica.close();
  }
}
