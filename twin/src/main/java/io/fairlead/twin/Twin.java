package io.fairlead.twin;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.Behaviors;
import io.fairlead.twin.api.TwinServer;
import io.fairlead.twin.api.TwinView;
import io.fairlead.twin.audit.Verification;
import io.fairlead.twin.entity.EntityEvent;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.entity.TwinEntity;
import io.fairlead.twin.feed.FeedStatus;
import io.fairlead.twin.log.Blocks;
import io.fairlead.twin.table.TableView;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A twin that runs: its data folder, the generation that answers, its API. */
public final class Twin implements TwinView, AutoCloseable {
  private final DataFolder folder;
  private final Generations generations;
  private final ActorSystem<Void> web;
  private final TwinServer server;

  private Twin(DataFolder folder, Generations generations, ActorSystem<Void> web,
      TwinServer server) {
    this.folder = folder;
    this.generations = generations;
    this.web = web;
    this.server = server;
  }

  /**
   * Starts a twin: takes its folder, pins its chain, seeds a new history, and follows.
   *
   * @throws Unusable when the folder, the journal or the chain cannot be used
   */
  public static Twin start(TwinConfig config) throws Unusable {
    try (var opened = new Opened()) {
      DataFolder folder = opened.add(DataFolder.take(config.data()));
      var door = new Door();
      Generations generations =
          opened.add(Generations.open(config, folder, door::serves));
      ActorSystem<Void> web =
          ActorSystem.create(Behaviors.empty(), "twin-api", TwinJournal.web());
      opened.add(() -> Core.stop(web));
      TwinServer server = listen(web, config, folder, generations);
      door.open(server, generations);
      var twin = new Twin(folder, generations, web, server);
      folder.reach(twin.api());
      opened.keep();
      return twin;
    } catch (RuntimeException failed) {
      throw new Unusable(Unusable.reason(failed));
    }
  }

  /** Tells the server which generation answers, from the moment there is one. */
  private static final class Door {
    private @Nullable TwinServer server;

    synchronized void open(TwinServer opened, Generations generations) {
      server = opened;
      opened.serve(generations.serving()); // another one may have taken over meanwhile
    }

    synchronized void serves(Build build) {
      if (server != null) {
        server.serve(build);
      }
    }
  }

  private static TwinServer listen(ActorSystem<Void> web, TwinConfig config, DataFolder folder,
      Generations generations) throws Unusable {
    String token = folder.newToken();
    try {
      return TwinServer.bind(web, generations.serving(), generations, token, config.apiHost(),
          config.apiPort()).toCompletableFuture().join();
    } catch (CompletionException failed) {
      throw new Unusable("the API cannot listen on " + config.apiHost() + ":" + config.apiPort()
          + ": " + Unusable.reason(failed) + ". Name another with --api HOST:PORT");
    }
  }

  /** Where the API listens. */
  public URI api() {
    InetSocketAddress address = server.address();
    return URI.create("http://" + address.getHostString() + ":" + address.getPort());
  }

  /** The generations, and new ones. */
  Generations generations() {
    return generations;
  }

  @Override
  public CompletionStage<Standing> standing() {
    return generations.serving().standing();
  }

  /** How the feed stands. */
  public CompletableFuture<FeedStatus> status() {
    return generations.serving().status();
  }

  @Override
  public long watermark() {
    return generations.serving().watermark();
  }

  @Override
  public TableView tables() {
    return generations.serving().tables();
  }

  @Override
  public CompletionStage<List<Blocks>> log(long from, long to) {
    return generations.serving().log(from, to);
  }

  @Override
  public CompletionStage<TwinEntity.Answer> show(EntityKey key, long watermark) {
    return generations.serving().show(key, watermark);
  }

  @Override
  public CompletionStage<List<EntityEvent>> journal(EntityKey key, long from, long to) {
    return generations.serving().journal(key, from, to);
  }

  @Override
  public void onAdvance(Runnable listener) {
    generations.serving().onAdvance(listener);
  }

  @Override
  public String tablesTrouble() {
    return generations.serving().tablesTrouble();
  }

  /**
   * Compares all that is kept at the head of the log: the replica with the chain, the entities with the
   * replica. The feed stands still meanwhile.
   *
   * @param isFull whether the tables are compared with the entities as well
   */
  public Verification verify(boolean isFull) {
    return generations.serving().verify(isFull);
  }

  /** Stops: everything in the log stays, the rest is fetched again. */
  @Override
  public void close() {
    Core.stop(web);
    generations.close();
    folder.unreach();
    folder.close();
  }
}
