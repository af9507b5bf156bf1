package io.fairlead.twin;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.Props;
import akka.actor.typed.SpawnProtocol;
import akka.actor.typed.javadsl.AskPattern;
import akka.cluster.typed.Cluster;
import akka.cluster.typed.Join;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.twin.entity.ActiveBound;
import io.fairlead.twin.entity.EntityEvent;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.lane.Distributor;
import io.fairlead.twin.log.BlockFacts;
import io.fairlead.twin.log.Blocks;
import io.fairlead.twin.log.ChainLog;
import io.fairlead.twin.log.LogCutter;
import io.fairlead.twin.log.LogHead;
import io.fairlead.twin.table.JdbcTables;
import io.fairlead.twin.table.TableDatabase;
import io.fairlead.twin.table.TableView;
import io.fairlead.twin.table.TableWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A twin without its nodes: the journal, the chain log in it, and the entities that follow the log.
 * Everything here is a function of what is appended.
 */
public final class Core implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Duration STOPPING = Duration.ofSeconds(20);

  private final Generation generation;
  private final ActorSystem<SpawnProtocol.Command> system;
  private final JournalReader reader;
  private final ActorRef<ChainLog.Command> log;
  private final AtomicLong watermark = new AtomicLong(-1);
  private final Entities entities;
  private final TableDatabase database;
  private final JdbcTables tables;
  private final AtomicLong tablesAt;
  private volatile String tablesTrouble = "";
  private final List<Runnable> onAdvance = new CopyOnWriteArrayList<>();
  private @Nullable ActorRef<Distributor.Command> distributor;
  private @Nullable ActorRef<TableWriter.Command> writer;

  private Core(Generation generation, ActorSystem<SpawnProtocol.Command> system,
      JournalReader reader, ActorRef<ChainLog.Command> log, TableDatabase database,
      JdbcTables tables,
      AtomicLong tablesAt, ActiveBound bound) {
    this.generation = generation;
    this.system = system;
    this.reader = reader;
    this.log = log;
    this.database = database;
    this.tables = tables;
    this.tablesAt = tablesAt;
    this.entities = Entities.start(system, generation, Portraits.all(), bound);
  }

  /**
   * Opens the journal and the tables, and makes them if they are new.
   *
   * @throws Unusable when they cannot be
   */
  public static Core open(Path journal, TableDatabase database, Generation generation)
      throws Unusable {
    return open(journal, database, generation, ActiveBound.DEFAULT);
  }

  /** The same with another bound of the entities in memory. */
  static Core open(Path journal, TableDatabase database, Generation generation,
      ActiveBound bound) throws Unusable {
    ActorSystem<SpawnProtocol.Command> system = null;
    var tablesAt = new AtomicLong(-1);
    try (var opened = new Opened()) {
      JdbcTables tables = opened.add(tables(database, tablesAt));
      Connection first = TwinJournal.open(journal); // keeps the database open until the actors do
      system = ActorSystem.create(SpawnProtocol.create(), "twin", TwinJournal.config(journal));
      Cluster cluster = Cluster.get(system);
      cluster.manager().tell(Join.create(cluster.selfMember().address()));
      ActorRef<ChainLog.Command> log =
          spawn(system, ChainLog.create(generation.logId()), "log", Props.empty());
      JournalReader reader = opened.add(TwinJournal.reader(journal));
      var core = new Core(generation, system, reader, log, database, tables, tablesAt, bound);
      long last = core.head().sequence();
      if (tables.sequence() > last) {
        throw new Unusable("the tables at " + database.url() + ", schema " + database.schema()
            + ", hold " + tables.sequence() + " events of a log, this one has " + last
            + ": they are of another data folder. Name another database with --tables, or drop the"
            + " schema");
      }
      first.close();
      opened.keep();
      return core;
    } catch (Unusable | RuntimeException | SQLException failed) {
      if (system != null) {
        stop(system);
      }
      throw failed instanceof Unusable known ? known : new Unusable(Unusable.reason(failed));
    }
  }

  private static JdbcTables tables(TableDatabase database, AtomicLong at) throws Unusable {
    try {
      return JdbcTables.open(database, at::get);
    } catch (SQLException | RuntimeException failed) {
      throw new Unusable("the tables at " + database.url() + " cannot be used: "
          + failed.getMessage() + ". Name another database with --tables JDBC-URL");
    }
  }

  /** Starts the lanes and the tables: they follow the log from where they stand. */
  public void follow(int lanes) throws Unusable {
    LogHead head = head();
    distributor = spawn(Distributor.create(generation.lanes(), lanes, head, this::read,
        entities::tell, this::advanced), "distributor", Props.empty());
    writer = spawn(TableWriter.create(database, head.sequence(), this::read,
        new TableWriter.Listener() {
          @Override
          public void reached(long block) {
            tablesAt.set(block);
            onAdvance.forEach(Runnable::run);
          }

          @Override
          public void trouble(String reason) {
            tablesTrouble = reason;
          }
        }), "tables", DispatcherSelector.blocking());
  }

  private void advanced(long block) {
    watermark.set(block);
    onAdvance.forEach(Runnable::run);
  }

  /** Calls {@code listener}, on any thread, whenever the watermark or that of the tables moved. */
  void onAdvance(Runnable listener) {
    onAdvance.add(listener);
  }

  /** The end of the log. */
  public LogHead head() throws Unusable {
    return answer(ask(ChainLog.Get::new));
  }

  /** Appends blocks that follow the head and tells the lanes; durable when it returns. */
  public LogHead append(List<BlockFacts> blocks) throws Unusable {
    Hash parent = blocks.getFirst().parent();
    List<Blocks> events = LogCutter.cut(blocks);
    return grown(ask(replyTo -> new ChainLog.Append(parent, events, replyTo)));
  }

  /** Appends a block after a hole: those between it and the head are left out for ever. */
  LogHead appendAfterHole(BlockFacts block) throws Unusable {
    List<Blocks> events = LogCutter.cut(List.of(block));
    return grown(ask(replyTo -> new ChainLog.Continue(events, replyTo)));
  }

  /** Appends whole events of another log of the chain, holes and all. */
  LogHead appendCopied(List<Blocks> events) throws Unusable {
    return grown(ask(replyTo -> new ChainLog.Continue(events, replyTo)));
  }

  private LogHead grown(CompletionStage<ChainLog.Answer> appended) throws Unusable {
    LogHead head = answer(appended);
    grew(head);
    return head;
  }

  private CompletionStage<ChainLog.Answer> ask(
      akka.japi.function.Function<ActorRef<ChainLog.Answer>, ChainLog.Command> question) {
    return AskPattern.ask(log, question, PATIENCE, system.scheduler());
  }

  private static LogHead answer(CompletionStage<ChainLog.Answer> asked) throws Unusable {
    try {
      return switch (asked.toCompletableFuture().join()) {
        case ChainLog.Head(LogHead head) -> head;
        case ChainLog.Refused(LogHead head, String reason) -> throw new Unusable(reason);
      };
    } catch (CompletionException failed) {
      throw new Unusable("the journal does not answer: " + Unusable.reason(failed));
    }
  }

  /** Tells the lanes that the log has grown. */
  void grew(LogHead head) {
    if (distributor != null) {
      distributor.tell(new Distributor.LogGrew(head));
    }
    if (writer != null) {
      writer.tell(new TableWriter.LogGrew(head.sequence()));
    }
  }

  /** Its tables. */
  public TableView tables() {
    return tables;
  }

  /** Why no rows can be written now; empty when they can. */
  public String tablesTrouble() {
    return tablesTrouble;
  }

  /** The block up to which every entity has its facts; -1 before the first. */
  public long watermark() {
    return watermark.get();
  }

  /** Its entities. */
  public Entities entities() {
    return entities;
  }

  Generation generation() {
    return generation;
  }

  ActorSystem<SpawnProtocol.Command> system() {
    return system;
  }

  ActorRef<ChainLog.Command> log() {
    return log;
  }

  /** The end of the log, without waiting. */
  CompletionStage<LogHead> standing() {
    return ask(ChainLog.Get::new)
        .thenApply(answer -> answer instanceof ChainLog.Head(LogHead at) ? at : LogHead.EMPTY);
  }

  /** Events of the log with sequence numbers {@code from} to {@code to}, those that are there. */
  public CompletionStage<List<Blocks>> read(long from, long to) {
    return reader.log(generation.logId().id(), from, to);
  }

  /** Events of an entity's journal with sequence numbers {@code from} to {@code to}. */
  CompletionStage<List<EntityEvent>> journal(EntityKey key, long from, long to) {
    return reader.entity(generation.entityId(key).id(), from, to);
  }

  /** Gives each event of the log from sequence number {@code from} on to {@code each}, in order. */
  void forEach(long from, java.util.function.Consumer<Blocks> each) {
    reader.forEach(generation.logId().id(), from, each);
  }

  /** The entities that have a journal. */
  List<EntityKey> known() {
    return reader.entities(generation);
  }

  <T> ActorRef<T> spawn(Behavior<T> behavior, String name, Props props) {
    return spawn(system, behavior, name, props);
  }

  private static <T> ActorRef<T> spawn(ActorSystem<SpawnProtocol.Command> system,
      Behavior<T> behavior, String name, Props props) {
    CompletionStage<ActorRef<T>> spawned = AskPattern.ask(system,
        replyTo -> new SpawnProtocol.Spawn<>(behavior, name, props, replyTo), PATIENCE,
        system.scheduler());
    return spawned.toCompletableFuture().join();
  }

  /** Stops actors and waits until they are. */
  static void stop(ActorSystem<?> system) {
    system.terminate();
    try {
      system.getWhenTerminated().toCompletableFuture()
          .orTimeout(STOPPING.toSeconds(), TimeUnit.SECONDS).join();
    } catch (CompletionException late) {
      system.log().warn("the actors did not stop within {}", STOPPING);
    }
  }

  /** Stops the actors: everything in the log stays. */
  @Override
  public void close() {
    stop(system);
    reader.close();
    tables.close();
  }
}
