package io.fairlead.twin.lane;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.TimerScheduler;
import akka.persistence.typed.PersistenceId;
import akka.persistence.typed.javadsl.CommandHandler;
import akka.persistence.typed.javadsl.Effect;
import akka.persistence.typed.javadsl.EventHandler;
import akka.persistence.typed.javadsl.EventSourcedBehavior;
import akka.persistence.typed.javadsl.RetentionCriteria;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.entity.LaneAdvanced;
import io.fairlead.twin.entity.TwinEntity;
import java.time.Duration;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings windows to the entities of one lane, one window at a time: each entity gets it until it has
 * acknowledged it, then the watermark moves. An entity that has it already drops it, so repeats do no
 * harm.
 */
final class Lane extends EventSourcedBehavior<Lane.Command, LaneAdvanced, LaneAdvanced> {
  private static final Duration REPEAT = Duration.ofSeconds(2);
  private static final int EVENTS_PER_SNAPSHOT = 512;
  /** Entities that are told at the same time: a journal that has to wake thousands breaks. */
  private static final int IN_FLIGHT = 64;
  static final LaneAdvanced NOTHING = new LaneAdvanced(-1, 0);

  /** What it is told. */
  sealed interface Command {}

  /** Take this window; those up to the watermark are acknowledged at once. */
  record Take(Window window) implements Command {}

  /** Where is the watermark? */
  record Where() implements Command {}

  private record Acknowledged(TwinEntity.Applied applied) implements Command {}

  private record Repeat() implements Command {}

  private final int number;
  private final ActorRef<Distributor.Command> distributor;
  private final BiConsumer<EntityKey, TwinEntity.Command> entities;
  private final TimerScheduler<Command> timers;
  private final ActorRef<TwinEntity.Applied> acknowledgements;
  private final TreeSet<EntityKey> waitingFor = new TreeSet<>();
  private final TreeSet<EntityKey> untold = new TreeSet<>();
  private @Nullable Window window;

  private Lane(ActorContext<Command> context, TimerScheduler<Command> timers, PersistenceId id,
      int number, ActorRef<Distributor.Command> distributor,
      BiConsumer<EntityKey, TwinEntity.Command> entities) {
    super(id);
    this.timers = timers;
    this.number = number;
    this.distributor = distributor;
    this.entities = entities;
    this.acknowledgements =
        context.messageAdapter(TwinEntity.Applied.class, Acknowledged::new);
  }

  /**
   * Lane {@code number}.
   *
   * @param entities sends a command to an entity
   */
  static Behavior<Command> create(PersistenceId id, int number,
      ActorRef<Distributor.Command> distributor,
      BiConsumer<EntityKey, TwinEntity.Command> entities) {
    return Behaviors.setup(context -> Behaviors.withTimers(
        timers -> new Lane(context, timers, id, number, distributor, entities)));
  }

  @Override
  public LaneAdvanced emptyState() {
    return NOTHING;
  }

  @Override
  public CommandHandler<Command, LaneAdvanced, LaneAdvanced> commandHandler() {
    return this::onCommand;
  }

  private Effect<LaneAdvanced, LaneAdvanced> onCommand(LaneAdvanced at, Command command) {
    return switch (command) {
      case Where where -> {
        distributor.tell(new Distributor.LaneAt(number, at));
        yield Effect().none();
      }
      case Take(Window taken) -> onTake(at, taken);
      case Acknowledged(TwinEntity.Applied applied) -> onAcknowledged(applied);
      case Repeat repeat -> {
        waitingFor.forEach(this::send);
        yield Effect().none();
      }
    };
  }

  private Effect<LaneAdvanced, LaneAdvanced> onTake(LaneAdvanced at, Window taken) {
    if (taken.to() <= at.to()) {
      distributor.tell(new Distributor.LaneAt(number, at));
      return Effect().none();
    }
    if (window != null) {
      throw new IllegalStateException("lane " + number + " got block " + taken.from()
          + " before it was done with " + window.to());
    }
    window = taken;
    untold.addAll(taken.entities().keySet());
    if (untold.isEmpty()) {
      return advance();
    }
    sendMore();
    timers.startTimerWithFixedDelay("repeat", new Repeat(), REPEAT);
    return Effect().none();
  }

  private void sendMore() {
    while (waitingFor.size() < IN_FLIGHT && !untold.isEmpty()) {
      EntityKey next = Objects.requireNonNull(untold.pollFirst());
      waitingFor.add(next);
      send(next);
    }
  }

  private void send(EntityKey key) {
    Window now = Objects.requireNonNull(window);
    entities.accept(key, new TwinEntity.Apply(
        Objects.requireNonNull(now.entities().get(key)), acknowledgements));
  }

  private Effect<LaneAdvanced, LaneAdvanced> onAcknowledged(TwinEntity.Applied applied) {
    Window now = window;
    if (now == null || applied.to() < now.to() || !waitingFor.remove(applied.key())) {
      return Effect().none();
    }
    sendMore();
    if (!waitingFor.isEmpty()) {
      return Effect().none();
    }
    timers.cancel("repeat");
    return advance();
  }

  private Effect<LaneAdvanced, LaneAdvanced> advance() {
    Window done = Objects.requireNonNull(window);
    window = null;
    return Effect().persist(new LaneAdvanced(done.to(), done.sequence()))
        .thenRun(at -> distributor.tell(new Distributor.LaneAt(number, at)));
  }

  @Override
  public EventHandler<LaneAdvanced, LaneAdvanced> eventHandler() {
    return (at, event) -> event;
  }

  @Override
  public RetentionCriteria retentionCriteria() {
    return RetentionCriteria.snapshotEvery(EVENTS_PER_SNAPSHOT, 1).withDeleteEventsOnSnapshot();
  }
}
