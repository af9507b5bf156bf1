package io.fairlead.operator;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.TimerScheduler;
import akka.persistence.typed.PersistenceId;
import akka.persistence.typed.RecoveryCompleted;
import akka.persistence.typed.javadsl.CommandHandler;
import akka.persistence.typed.javadsl.Effect;
import akka.persistence.typed.javadsl.EventHandler;
import akka.persistence.typed.javadsl.EventSourcedBehavior;
import akka.persistence.typed.javadsl.RetentionCriteria;
import akka.persistence.typed.javadsl.SignalHandler;
import io.fairlead.operator.plan.CallKey;
import io.fairlead.operator.plan.JobOrder;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Hash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in finalized blocks, one after the other, opens an entity for each call to answer and keeps
 * the cursor. A block's cursor is written when everything that the block says has been handed on
 * durably, so a kill repeats a block, never skips one.
 */
final class Desk extends EventSourcedBehavior<Desk.Command, DeskEvent, DeskState> {
  private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
  private static final int EVENTS_PER_SNAPSHOT = 500;

  /** What it is told. */
  sealed interface Command {}

  /** An entity has recovered; {@code signed} are bytes that may have left already. */
  record Opened(CallKey key, @Nullable SignedResult signed) implements Command {}

  /** An entity has signed bytes in its journal. */
  record SignedOut(CallKey key, Hash extrinsic) implements Command {}

  /** An entity has durably taken note of what it was told; {@code isEnded} when it is done. */
  record Handled(CallKey key, boolean isEnded) implements Command {}

  /** An entity that drains has nothing under way. */
  record Quiet(CallKey key) implements Command {}

  /** Begin nothing new; {@code done} completes with the number of open calls when all is quiet. */
  record Drain(CompletableFuture<Integer> done) implements Command {}

  private record HeadKnown(ChainSource.Head head) implements Command {}

  private record StandingKnown(ChainSource.Head head,
      ChainSource.Standing standing) implements Command {}

  private record NotKnown(Throwable reason) implements Command {}

  private record AskHead() implements Command {}

  private record Follow(ChainBlock block, CompletableFuture<Void> done) implements Command {}

  private record FollowingEnded(@Nullable Throwable failure) implements Command {}

  private record EntityStopped(CallKey key) implements Command {}

  private final AccountId operator;
  private final ChainSource chain;
  private final JobWorld world;
  private final String sandbox;
  private final CompletableFuture<Void> failed;
  private final ActorContext<Command> context;
  private final TimerScheduler<Command> timers;
  private final ActorRef<Submitter.Command> submitter;
  private final Map<CallKey, ActorRef<JobCallEntity.Command>> entities = new HashMap<>();
  private final Map<Hash, CallKey> extrinsics = new HashMap<>();
  private final Set<CallKey> recovering = new HashSet<>();
  private final List<Submitter.Outstanding> outstanding = new ArrayList<>();
  private final Set<CallKey> loud = new HashSet<>();
  private @Nullable Intake intake;
  private ChainSource.@Nullable Following following;
  private @Nullable CompletableFuture<Integer> draining;
  private boolean hasBegun;

  private Desk(AccountId operator, ChainSource chain, JobWorld world, String sandbox,
      CompletableFuture<Void> failed, ActorContext<Command> context,
      TimerScheduler<Command> timers, ActorRef<Submitter.Command> submitter) {
    super(PersistenceId.ofUniqueId("desk"));
    this.operator = operator;
    this.chain = chain;
    this.world = world;
    this.sandbox = sandbox;
    this.failed = failed;
    this.context = context;
    this.timers = timers;
    this.submitter = submitter;
  }

  /**
   * The desk of {@code operator}.
   *
   * @param failed completes exceptionally when the shell cannot go on
   */
  static Behavior<Command> create(AccountId operator, ChainSource chain, JobWorld world,
      String sandbox, ActorRef<Submitter.Command> submitter, CompletableFuture<Void> failed) {
    return Behaviors.setup(context -> Behaviors.withTimers(timers -> new Desk(operator, chain,
        world, sandbox, failed, context, timers, submitter)));
  }

  @Override
  public DeskState emptyState() {
    return new DeskState.Fresh();
  }

  @Override
  public EventHandler<DeskState, DeskEvent> eventHandler() {
    return DeskState::after;
  }

  @Override
  public CommandHandler<Command, DeskEvent, DeskState> commandHandler() {
    return this::onCommand;
  }

  @Override
  public SignalHandler<DeskState> signalHandler() {
    return newSignalHandlerBuilder()
        .onSignal(RecoveryCompleted.instance(), state -> askHead()).build();
  }

  @Override
  public RetentionCriteria retentionCriteria() {
    return RetentionCriteria.snapshotEvery(EVENTS_PER_SNAPSHOT, 2).withDeleteEventsOnSnapshot();
  }

  private Effect<DeskEvent, DeskState> onCommand(DeskState state, Command command) {
    return switch (command) {
      case HeadKnown(var head) -> onHead(state, head);
      case StandingKnown(var head, var standing) -> onStanding(state, head, standing);
      case NotKnown(Throwable reason) -> onNotKnown(reason);
      case AskHead ask -> {
        askHead();
        yield Effect().none();
      }
      case Opened(var key, var signed) -> onOpened(state, key, signed);
      case SignedOut(var key, var extrinsic) -> {
        extrinsics.put(extrinsic, key);
        yield Effect().none();
      }
      case Handled(var key, boolean isEnded) -> onHandled(state, key, isEnded);
      case Follow follow -> onFollow(state.atWork(), follow);
      case FollowingEnded(var failure) -> onFollowingEnded(failure);
      case EntityStopped(var key) -> onEntityStopped(key);
      case Drain(var done) -> onDrain(done);
      case Quiet(var key) -> onQuiet(key);
    };
  }

  private void askHead() {
    context.pipeToSelf(chain.head(), (head, failure) -> head != null ? new HeadKnown(head)
        : new NotKnown(ShellRefusal.cause(failure)));
  }

  private Effect<DeskEvent, DeskState> onNotKnown(Throwable reason) {
    if (reason instanceof ShellRefusal refusal) {
      return refuse(refusal);
    }
    LOG.warn("cannot read the chain: {}; trying again", reason.getMessage());
    timers.startSingleTimer(new AskHead(), world.settings().retryMin());
    return Effect().none();
  }

  private Effect<DeskEvent, DeskState> onHead(DeskState state, ChainSource.Head head) {
    return switch (state) {
      case DeskState.Fresh fresh -> {
        askStanding(head, Set.of());
        yield Effect().none();
      }
      case DeskState.AtWork work -> {
        if (!work.genesis().equals(head.genesis())) {
          yield refuse(new ShellRefusal("this data folder belongs to the chain with genesis "
              + work.genesis() + ", the node follows " + head.genesis()));
        }
        if (!work.view().operator().equals(operator)) {
          yield refuse(new ShellRefusal("this data folder belongs to operator "
              + work.view().operator() + ", the signer is " + operator));
        }
        if (hasBegun) {
          askStanding(head, work.open().keySet());
        } else {
          begin(work);
        }
        yield Effect().none();
      }
    };
  }

  private void askStanding(ChainSource.Head head, Set<CallKey> open) {
    context.pipeToSelf(chain.standing(head.finalized(), open),
        (standing, failure) -> standing != null ? new StandingKnown(head, standing)
            : new NotKnown(ShellRefusal.cause(failure)));
  }

  private Effect<DeskEvent, DeskState> refuse(ShellRefusal refusal) {
    failed.completeExceptionally(refusal);
    return Effect().none();
  }

  private Effect<DeskEvent, DeskState> onStanding(DeskState state, ChainSource.Head head,
      ChainSource.Standing standing) {
    return switch (state) {
      case DeskState.Fresh fresh -> Effect()
          .persist(new DeskEvent.ShellBegan(head.genesis(), head.finalized(), standing.view(),
              standing.unanswered()))
          .thenRun(next -> begin(next.atWork()));
      case DeskState.AtWork work -> survey(work, head.finalized(), standing);
    };
  }

  /** Opens every open call; the submitter begins when all have said what bytes they have out. */
  private void begin(DeskState.AtWork work) {
    hasBegun = true;
    recovering.addAll(work.open().keySet());
    work.open().values()
        .forEach(order -> entity(order.key()).tell(new JobCallEntity.Open(order)));
    beginWhenRecovered(work);
  }

  private ActorRef<JobCallEntity.Command> entity(CallKey key) {
    var known = entities.get(key);
    if (known != null) {
      return known;
    }
    ActorRef<JobCallEntity.Command> entity = context
        .spawnAnonymous(JobCallEntity.create(key, world, context.getSelf(), submitter));
    entities.put(key, entity);
    context.watchWith(entity, new EntityStopped(key));
    return entity;
  }

  private Effect<DeskEvent, DeskState> onOpened(DeskState state, CallKey key,
      @Nullable SignedResult signed) {
    var entity = entities.get(key);
    if (signed != null && entity != null) {
      extrinsics.put(signed.hash(), key);
      outstanding.add(new Submitter.Outstanding(key, signed, entity));
    }
    if (recovering.remove(key)) {
      beginWhenRecovered(state.atWork());
    }
    return Effect().none();
  }

  private void beginWhenRecovered(DeskState.AtWork work) {
    if (!recovering.isEmpty()) {
      return;
    }
    submitter.tell(new Submitter.Begin(outstanding));
    outstanding.clear();
    follow(work.cursor());
    world.tell(new ShellNews.Ready(operator, work.cursor().number(),
        new java.util.TreeSet<>(work.view().services().keySet()), sandbox));
  }

  private void follow(ChainPoint after) {
    ActorRef<Command> self = context.getSelf();
    var follow = chain.follow(after, block -> {
      var done = new CompletableFuture<Void>();
      self.tell(new Follow(block, done));
      return done;
    });
    following = follow;
    context.pipeToSelf(follow.ended(), (ended, failure) -> new FollowingEnded(failure));
  }

  private Effect<DeskEvent, DeskState> onFollow(DeskState.AtWork work, Follow follow) {
    var next = Intake.of(work, follow.block(), extrinsics, follow.done());
    next.opened().forEach(order -> entity(order.key())
        .tell(new JobCallEntity.Begin(order, next.heardNanos(), world.answer(order))));
    return take(work, next);
  }

  private Effect<DeskEvent, DeskState> survey(DeskState.AtWork work, ChainPoint at,
      ChainSource.Standing standing) {
    LOG.warn("the node no longer has the blocks after {}: going on from the state of {}",
        work.cursor(), at);
    return take(work, Intake.of(work, at, standing));
  }

  private Effect<DeskEvent, DeskState> take(DeskState.AtWork work, Intake next) {
    intake = next;
    next.told().forEach((key, command) -> {
      var entity = entities.get(key);
      if (entity != null && work.open().containsKey(key)) {
        next.awaited().add(key);
        entity.tell(command);
      }
    });
    return next.awaited().isEmpty() ? finish(work, next) : Effect().none();
  }

  private Effect<DeskEvent, DeskState> onHandled(DeskState state, CallKey key,
      boolean isEnded) {
    DeskState.AtWork work = state.atWork();
    Intake current = intake;
    if (current != null && current.awaited().remove(key)) {
      if (isEnded) {
        current.closed().add(key);
      }
      return current.awaited().isEmpty() ? finish(work, current) : Effect().none();
    }
    if (isEnded && work.open().containsKey(key)) {
      return Effect().persist(new DeskEvent.CallClosed(key)).thenRun(() -> dismiss(key));
    }
    return Effect().none();
  }

  private Effect<DeskEvent, DeskState> finish(DeskState.AtWork work, Intake done) {
    intake = null;
    if (done.isIdle(work)) {
      finished(done);
      return Effect().none();
    }
    return Effect().persist(new DeskEvent.BlockFollowed(done.at(), done.view(), done.opened(),
        List.copyOf(done.closed()))).thenRun(() -> finished(done));
  }

  private void finished(Intake done) {
    done.closed().forEach(this::dismiss);
    done.opened().forEach(order -> entity(order.key()).tell(
        done.isSurvey() ? new JobCallEntity.Open(order) : new JobCallEntity.MayLeave()));
    submitter.tell(new Submitter.Followed(done.at().number()));
    done.done().complete(null);
    if (done.isSurvey()) {
      follow(done.at());
    }
  }

  private void dismiss(CallKey key) {
    var entity = entities.remove(key);
    if (entity != null) {
      context.stop(entity);
    }
    extrinsics.values().removeIf(key::equals);
    onQuiet(key);
  }

  private Effect<DeskEvent, DeskState> onEntityStopped(CallKey key) {
    if (entities.containsKey(key)) {
      failed.completeExceptionally(
          new IllegalStateException("the journal of call " + key + " cannot be written or read"));
    }
    return Effect().none();
  }

  private Effect<DeskEvent, DeskState> onFollowingEnded(@Nullable Throwable failure) {
    following = null;
    if (failure != null && ShellRefusal.cause(failure) instanceof ChainSource.StateGone) {
      askHead();
    } else if (failure != null) {
      refuse(new ShellRefusal(String.valueOf(ShellRefusal.cause(failure).getMessage())));
    }
    return Effect().none();
  }

  private Effect<DeskEvent, DeskState> onDrain(CompletableFuture<Integer> done) {
    ChainSource.Following open = following;
    if (open != null) {
      open.close();
    }
    draining = done;
    loud.addAll(entities.keySet());
    entities.values().forEach(entity -> entity.tell(new JobCallEntity.Drain()));
    sayWhenQuiet();
    return Effect().none();
  }

  private Effect<DeskEvent, DeskState> onQuiet(CallKey key) {
    loud.remove(key);
    sayWhenQuiet();
    return Effect().none();
  }

  private void sayWhenQuiet() {
    CompletableFuture<Integer> done = draining;
    if (done != null && loud.isEmpty()) {
      done.complete(entities.size());
    }
  }
}
