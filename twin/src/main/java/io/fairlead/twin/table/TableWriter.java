package io.fairlead.twin.table;

import akka.actor.typed.Behavior;
import akka.actor.typed.PostStop;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.actor.typed.javadsl.TimerScheduler;
import io.fairlead.twin.log.Blocks;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Follows the chain log by sequence number into the tables: each time as many events as are there, up to
 * a bound, in one transaction with the number reached. A database that fails is tried again, and nothing
 * is lost: the log has it. Blocks its thread.
 */
public final class TableWriter extends AbstractBehavior<TableWriter.Command> {
  /** Events of the log in one transaction. */
  private static final int EVENTS_MAX = 32;
  private static final Duration RETRY = Duration.ofSeconds(1);

  /** What it is told. */
  public sealed interface Command {}

  /** The log has events up to this number. */
  public record LogGrew(long sequence) implements Command {}

  private record Retry() implements Command {}

  /** Reads the log. */
  public interface LogReader {
    /** Events with sequence numbers {@code from} to {@code to}, those that are there. */
    CompletionStage<List<Blocks>> read(long from, long to);
  }

  /** Hears how far the tables reach, and what is wrong. */
  public interface Listener {
    /** All rows of blocks up to {@code block} are there. */
    void reached(long block);

    /** Nothing can be written now; empty: it can again. */
    void trouble(String reason);
  }

  private final TableDatabase database;
  private final LogReader log;
  private final Listener listener;
  private final TimerScheduler<Command> timers;
  private @Nullable TableStore store;
  private long grown;

  private TableWriter(ActorContext<Command> context, TimerScheduler<Command> timers,
      TableDatabase database, long sequence, LogReader log, Listener listener) {
    super(context);
    this.timers = timers;
    this.database = database;
    this.log = log;
    this.listener = listener;
    this.grown = sequence;
    context.getSelf().tell(new Retry());
  }

  /**
   * A writer into {@code database}.
   *
   * @param sequence number of the last event of the log
   */
  public static Behavior<Command> create(TableDatabase database, long sequence, LogReader log,
      Listener listener) {
    return Behaviors.setup(context -> Behaviors.withTimers(
        timers -> new TableWriter(context, timers, database, sequence, log, listener)));
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder().onMessage(Command.class, this::onCommand)
        .onSignal(PostStop.class, signal -> {
          forget();
          return this;
        }).build();
  }

  private Behavior<Command> onCommand(Command command) {
    if (command instanceof LogGrew(long sequence)) {
      grown = Math.max(grown, sequence);
    }
    try {
      write();
    } catch (SQLException | Statements.Failed | CompletionException failed) {
      forget();
      listener.trouble(String.valueOf(failed.getMessage()));
      getContext().getLog().warn("tables: {}", failed.getMessage());
      timers.startSingleTimer(new Retry(), RETRY);
    }
    return this;
  }

  private void write() throws SQLException {
    TableStore open = store;
    if (open == null) {
      open = new TableStore(database);
      store = open;
      listener.reached(open.at().block());
    }
    long reach = EVENTS_MAX;
    while (open.at().sequence() < grown) {
      long from = open.at().sequence() + 1;
      List<Blocks> events = new ArrayList<>(log.read(from, Math.min(grown, from + reach - 1))
          .toCompletableFuture().join());
      while (!events.isEmpty() && !events.getLast().isWhole()) {
        events.removeLast();
      }
      if (events.isEmpty()) {
        if (from + reach - 1 >= grown) {
          return; // the rest of the block comes with the next word
        }
        reach *= 2;
        continue;
      }
      open.take(events);
      reach = EVENTS_MAX;
      listener.reached(open.at().block());
      listener.trouble("");
    }
  }

  private void forget() {
    TableStore old = store;
    store = null;
    if (old != null) {
      try {
        old.close();
      } catch (Statements.Failed alreadyBroken) {
        getContext().getLog().debug("{}", alreadyBroken.getMessage());
      }
    }
  }
}
