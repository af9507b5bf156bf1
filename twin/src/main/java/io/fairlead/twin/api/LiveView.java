package io.fairlead.twin.api;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.actor.typed.javadsl.TimerScheduler;
import io.fairlead.twin.log.BlockLine;
import io.fairlead.twin.log.Blocks;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Follows the log for the API: keeps the newest blocks in memory, so that what people refresh asks
 * neither the feed nor the journal.
 */
final class LiveView extends AbstractBehavior<LiveView.Command> {
  /** Events of the log read at once, and before the first answer. */
  private static final int EVENTS_AT_ONCE = 8;
  private static final Duration TICK = Duration.ofSeconds(1);

  /** What it is told. */
  sealed interface Command {}

  /** The twin has advanced. */
  enum Advanced implements Command {
    ADVANCED
  }

  /** Another generation answers. */
  enum Stop implements Command {
    STOP
  }

  /** What is in memory? */
  record Get(ActorRef<Live> replyTo) implements Command {}

  private enum Tick implements Command {
    TICK
  }

  private record Stands(TwinView.Standing standing) implements Command {}

  private record Read(List<Blocks> events) implements Command {}

  private record Failed(Throwable failure) implements Command {}

  private final TwinView twin;
  private final IntSupplier readers;
  private final Deque<BlockLine> lines = new ArrayDeque<>();
  private final List<Get> waiting = new ArrayList<>();
  private TwinView.@Nullable Standing standing;
  private long last = -1;
  private long next;
  private boolean isAsking;
  private boolean isReading;
  private boolean isStale = true;

  private LiveView(ActorContext<Command> context, TimerScheduler<Command> timers, TwinView twin,
      IntSupplier readers) {
    super(context);
    this.twin = twin;
    this.readers = readers;
    timers.startTimerWithFixedDelay(Tick.TICK, TICK);
    twin.onAdvance(() -> context.getSelf().tell(Advanced.ADVANCED));
    ask();
  }

  /**
   * The view of a twin.
   *
   * @param readers counts those of the stream
   */
  static Behavior<Command> create(TwinView twin, IntSupplier readers) {
    return Behaviors.setup(context -> Behaviors
        .withTimers(timers -> new LiveView(context, timers, twin, readers)));
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder().onMessage(Command.class, this::onCommand).build();
  }

  private Behavior<Command> onCommand(Command command) {
    switch (command) {
      case Advanced advanced -> {
        isStale = true;
        ask();
        read();
      }
      case Tick tick -> ask();
      case Stop stop -> {
        return Behaviors.stopped();
      }
      case Get get -> onGet(get);
      case Stands(TwinView.Standing now) -> onStands(now);
      case Read(List<Blocks> events) -> onRead(events);
      case Failed(Throwable failure) -> {
        isAsking = false;
        isReading = false;
        getContext().getLog().warn("live view: {}", failure.toString());
      }
    }
    return this;
  }

  private void ask() {
    if (!isAsking) {
      isAsking = true;
      pipe(twin.standing(), Stands::new);
    }
  }

  private <T> void pipe(CompletionStage<T> stage, java.util.function.Function<T, Command> told) {
    getContext().pipeToSelf(stage,
        (value, failure) -> failure == null ? told.apply(value) : new Failed(failure));
  }

  private void onStands(TwinView.Standing now) {
    isAsking = false;
    if (standing == null) {
      next = Math.max(1, now.log().sequence() - EVENTS_AT_ONCE + 1);
    }
    standing = now;
    read();
    answer();
  }

  private void read() {
    if (standing != null && !isReading && isStale) {
      isStale = false;
      isReading = true;
      pipe(twin.log(next, next + EVENTS_AT_ONCE - 1), Read::new);
    }
  }

  private void onRead(List<Blocks> events) {
    isReading = false;
    for (Blocks event : events) {
      next++;
      if (event.isWhole()) {
        take(event);
      }
    }
    isStale = isStale || events.size() == EVENTS_AT_ONCE;
    read();
    answer();
  }

  private void take(Blocks event) {
    last = event.to();
    int from = Math.max(0, event.lines().size() - Live.LINES_MAX);
    event.lines().subList(from, event.lines().size()).forEach(line -> {
      lines.addLast(line);
      if (lines.size() > Live.LINES_MAX) {
        lines.removeFirst();
      }
    });
  }

  private void onGet(Get get) {
    waiting.add(get);
    answer();
  }

  /** Before the first standing is known there is nothing to tell. */
  private void answer() {
    if (standing != null && !waiting.isEmpty()) {
      var now = new Live(standing, last, List.copyOf(lines), readers.getAsInt());
      waiting.forEach(each -> each.replyTo().tell(now));
      waiting.clear();
    }
  }
}
