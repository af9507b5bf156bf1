package io.fairlead.operator;

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
import io.fairlead.operator.plan.CallKey;
import io.fairlead.operator.plan.JobOrder;
import io.fairlead.services.wire.Field;
import io.fairlead.substrate.primitive.Hash;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call of a job, from the order to the finalized answer. Whatever it was doing when the process
 * died it does again after a restart, except making a second signature.
 */
final class JobCallEntity
    extends EventSourcedBehavior<JobCallEntity.Command, JobCallEvent, JobCallState> {
  private static final Logger LOG = LoggerFactory.getLogger(JobCallEntity.class);
  /** Stands for "an earlier process heard of it". */
  static final long LONG_AGO = Long.MIN_VALUE;

  /** What it is told. */
  sealed interface Command {}

  /** Go on with a call that the desk has in its journal. Answered by {@link Desk.Opened}. */
  record Open(JobOrder order) implements Command {}

  /**
   * Begin with a new call, whose program runs already: a run leaves no trace, so journals are
   * written beside it. Nothing is signed until {@link MayLeave} says that the desk has written its
   * own. Answered by {@link Desk.Opened}.
   */
  record Begin(JobOrder order, long heardNanos, CompletionStage<Judgement> run)
      implements Command {}

  /** The desk has the order in its journal: after a restart it will know of a signature. */
  record MayLeave() implements Command {}

  /** Our answer stands in finalized block {@code block}. Answered by {@link Desk.Handled}. */
  record Settled(long block) implements Command {}

  /** An extrinsic of ours was included and failed. Answered by {@link Desk.Handled}. */
  record Failed(Hash extrinsic, String reason) implements Command {}

  /** The service has ended. Answered by {@link Desk.Handled}. */
  record Withdraw(String reason) implements Command {}

  /**
   * The blocks up to {@code block} were not followed; their state says this much. Answered by
   * {@link Desk.Handled}.
   */
  record Surveyed(long block, boolean hasResult, long nonce) implements Command {}

  /** The submitter's signature. */
  record Sign(SignedResult signed) implements Command {}

  /** The pool has the bytes. */
  record InPool(Hash extrinsic) implements Command {}

  /** The blocks in which the signature was valid have gone by without it. */
  record Expired(long nonce) implements Command {}

  /** Finish what runs and say so with {@link Desk.Quiet}. */
  record Drain() implements Command {}

  private record RunEnded(Judgement judgement) implements Command {}

  private record Retry() implements Command {}

  private record WriteAnswer() implements Command {}

  private final CallKey key;
  private final JobWorld world;
  private final ActorContext<Command> context;
  private final TimerScheduler<Command> timers;
  private final ActorRef<Desk.Command> desk;
  private final ActorRef<Submitter.Command> submitter;
  private long heardNanos = LONG_AGO;
  private boolean mayLeave;
  private boolean isRunning;
  private boolean isInPool;
  private boolean isDraining;
  private final Unwritten unwritten = new Unwritten();
  private @Nullable String lastComplaint;

  private JobCallEntity(CallKey key, JobWorld world, ActorContext<Command> context,
      TimerScheduler<Command> timers, ActorRef<Desk.Command> desk,
      ActorRef<Submitter.Command> submitter) {
    super(persistenceId(key));
    this.key = key;
    this.world = world;
    this.context = context;
    this.timers = timers;
    this.desk = desk;
    this.submitter = submitter;
  }

  /** The entity of call {@code key}. */
  static Behavior<Command> create(CallKey key, JobWorld world, ActorRef<Desk.Command> desk,
      ActorRef<Submitter.Command> submitter) {
    return Behaviors.setup(context -> Behaviors.withTimers(
        timers -> new JobCallEntity(key, world, context, timers, desk, submitter)));
  }

  /** Under which the journal knows the call. */
  static PersistenceId persistenceId(CallKey key) {
    return PersistenceId.ofUniqueId("call|" + key);
  }

  @Override
  public JobCallState emptyState() {
    return new JobCallState.Unknown();
  }

  @Override
  public EventHandler<JobCallState, JobCallEvent> eventHandler() {
    return JobCallState::after;
  }

  @Override
  public CommandHandler<Command, JobCallEvent, JobCallState> commandHandler() {
    return this::onCommand;
  }

  private Effect<JobCallEvent, JobCallState> onCommand(JobCallState state, Command command) {
    return switch (command) {
      case Open(JobOrder order) -> {
        mayLeave = true;
        yield open(state, order, null);
      }
      case Begin begin -> onBegin(state, begin);
      case MayLeave now -> onMayLeave(state);
      case RunEnded(Judgement judgement) -> onRunEnded(state, judgement);
      case Retry retry -> onRetry(state);
      case WriteAnswer write -> onWriteAnswer(state);
      case Sign(SignedResult signed) -> onSign(state, signed);
      case InPool(Hash extrinsic) -> onInPool(state, extrinsic);
      case Expired(long nonce) -> onExpired(state, nonce);
      case Settled(long block) -> onSettled(state, block);
      case Failed failed -> onFailed(state, failed);
      case Withdraw(String reason) -> onWithdraw(state, reason);
      case Surveyed surveyed -> onSurveyed(state, surveyed);
      case Drain drain -> {
        isDraining = true;
        yield quiet(state);
      }
    };
  }

  private Effect<JobCallEvent, JobCallState> onBegin(JobCallState state, Begin begin) {
    heardNanos = begin.heardNanos();
    return open(state, begin.order(), begin.run());
  }

  private Effect<JobCallEvent, JobCallState> open(JobCallState state, JobOrder order,
      @Nullable CompletionStage<Judgement> begun) {
    desk.tell(new Desk.Opened(key,
        state instanceof JobCallState.Signed signed ? signed.signed() : null));
    switch (state) {
      case JobCallState.Unknown unknown -> {
        run(order, begun);
        return Effect().persist(new JobCallEvent.JobReceived(order))
            .thenRun(() -> world.tell(new ShellNews.Received(key)));
      }
      case JobCallState.Received received -> run(received.order(), begun);
      case JobCallState.Done done -> askSignature(done.result());
      case JobCallState.Signed signed -> {
      }
      case JobCallState.Ended ended -> desk.tell(new Desk.Handled(key, true));
    }
    return Effect().none();
  }

  private Effect<JobCallEvent, JobCallState> onMayLeave(JobCallState state) {
    mayLeave = true;
    if (state instanceof JobCallState.Done done) {
      askSignature(done.result());
    } else if (state instanceof JobCallState.Received) {
      unwritten.result().ifPresent(this::askSignature);
    } else if (state instanceof JobCallState.Ended) {
      desk.tell(new Desk.Handled(key, true));
    }
    return Effect().none();
  }

  private void run(JobOrder order, @Nullable CompletionStage<Judgement> begun) {
    isRunning = true;
    context.pipeToSelf(begun != null ? begun : world.answer(order),
        (judgement, failure) -> new RunEnded(
            judgement != null ? judgement : new Judgement.NotNow(String.valueOf(failure))));
  }

  private Effect<JobCallEvent, JobCallState> onRunEnded(JobCallState state,
      Judgement judgement) {
    isRunning = false;
    if (!(state instanceof JobCallState.Received received)) {
      return quiet(state);
    }
    return switch (judgement) {
      case Judgement.Good good -> onAnswer(good);
      case Judgement.Bad(String reason) -> attemptFailed(received, reason);
      case Judgement.NotNow(String reason) -> {
        complain(reason);
        again(world.settings().retryMax());
        yield quiet(state);
      }
      case Judgement.Stopped() -> quiet(state);
    };
  }

  /**
   * Has the answer signed and writes both in one entry. Where that takes long, or the signer is
   * elsewhere, the answer is written by itself.
   */
  private Effect<JobCallEvent, JobCallState> onAnswer(Judgement.Good good) {
    Duration unwrittenMax = world.settings().unwrittenMax();
    if (unwrittenMax.isZero()) {
      return Effect().persist(new JobCallEvent.ResultReady(good.result(), good.jobMillis()))
          .thenRun(() -> {
            world.tell(new ShellNews.Done(key, good.jobMillis()));
            askSignature(good.result());
          });
    }
    unwritten.put(good);
    timers.startSingleTimer(new WriteAnswer(), unwrittenMax);
    world.tell(new ShellNews.Done(key, good.jobMillis()));
    askSignature(good.result());
    return Effect().none();
  }

  private Effect<JobCallEvent, JobCallState> onWriteAnswer(JobCallState state) {
    Optional<JobCallEvent> entry = unwritten.alone(state);
    return entry.isEmpty() ? Effect().none() : Effect().persist(entry.get());
  }

  /** Says the same complaint once, however often it is met. */
  private void complain(String reason) {
    if (!reason.equals(lastComplaint)) {
      lastComplaint = reason;
      LOG.error("call {} waits: {}", key, reason);
    }
  }

  private Effect<JobCallEvent, JobCallState> attemptFailed(JobCallState.Received received,
      String reason) {
    int attempt = received.failures() + 1;
    LOG.warn("call {}: attempt {} of {} failed: the program {}", key, attempt,
        world.settings().attemptsMax(), reason);
    world.tell(new ShellNews.AttemptFailed(key, attempt, reason));
    if (attempt >= world.settings().attemptsMax()) {
      return giveUp("the program " + reason);
    }
    return Effect().persist(new JobCallEvent.AttemptFailed(reason)).thenRun(next -> {
      again(world.settings().retryAfter(attempt));
      quiet(next);
    });
  }

  private void again(Duration wait) {
    if (!isDraining) {
      timers.startSingleTimer(new Retry(), wait);
    }
  }

  private Effect<JobCallEvent, JobCallState> onRetry(JobCallState state) {
    if (state instanceof JobCallState.Received received && !isRunning && !isDraining
        && unwritten.result().isEmpty()) {
      run(received.order(), null);
    }
    return Effect().none();
  }

  private void askSignature(List<Field> result) {
    if (!mayLeave) {
      return;
    }
    isInPool = false;
    submitter.tell(new Submitter.AskSignature(key, result, context.getSelf()));
  }

  private Effect<JobCallEvent, JobCallState> onSign(JobCallState state, SignedResult signed) {
    Optional<JobCallEvent> entry = unwritten.with(signed, state);
    if (entry.isEmpty()) {
      submitter.tell(new Submitter.Release(key));
      return Effect().none();
    }
    return Effect().persist(entry.get()).thenRun(() -> {
      Hash hash = signed.hash();
      world.tell(new ShellNews.Signed(key, hash, signed.nonce()));
      desk.tell(new Desk.SignedOut(key, hash));
      submitter.tell(new Submitter.Send(key, signed, context.getSelf()));
    });
  }

  private Effect<JobCallEvent, JobCallState> onInPool(JobCallState state, Hash extrinsic) {
    if (state instanceof JobCallState.Signed signed && !isInPool
        && signed.signed().hash().equals(extrinsic)) {
      isInPool = true;
      long job = heardNanos == LONG_AGO ? 0 : signed.jobMillis();
      double millis = heardNanos == LONG_AGO ? -1
          : Math.max(0, (world.nanos() - heardNanos) / 1e6 - job);
      world.tell(new ShellNews.Submitted(key, extrinsic, millis, job));
      LOG.info("answered call={} ms={} job_ms={} nonce={} extrinsic={}", key,
          String.format(Locale.ROOT, "%.1f", millis), job, signed.signed().nonce(), extrinsic);
    }
    return quiet(state);
  }

  private Effect<JobCallEvent, JobCallState> onExpired(JobCallState state, long nonce) {
    if (!(state instanceof JobCallState.Signed signed) || signed.signed().nonce() != nonce) {
      return Effect().none();
    }
    LOG.warn("call {}: the era of its answer with nonce {} has ended without it; signing anew",
        key, nonce);
    return Effect().persist(new JobCallEvent.SignatureExpired(nonce))
        .thenRun(() -> askSignature(signed.result()));
  }

  private Effect<JobCallEvent, JobCallState> onSettled(JobCallState state, long block) {
    if (state instanceof JobCallState.Ended) {
      desk.tell(new Desk.Handled(key, true));
      return Effect().none();
    }
    return Effect().persist(new JobCallEvent.ResultFinalized(block)).thenRun(() -> {
      submitter.tell(new Submitter.Included(key));
      LOG.info("call {}: the answer is finalized in block {}", key, block);
      world.tell(new ShellNews.Finalized(key, block));
      desk.tell(new Desk.Handled(key, true));
    });
  }

  private Effect<JobCallEvent, JobCallState> onFailed(JobCallState state, Failed failed) {
    if (state instanceof JobCallState.Signed signed
        && signed.signed().hash().equals(failed.extrinsic())) {
      submitter.tell(new Submitter.Included(key));
      return giveUp("the chain refused the answer: " + failed.reason());
    }
    return handled(state);
  }

  private Effect<JobCallEvent, JobCallState> onWithdraw(JobCallState state, String reason) {
    // signed bytes may be included yet: wait and see
    return state instanceof JobCallState.Received || state instanceof JobCallState.Done
        ? giveUp(reason) : handled(state);
  }

  private Effect<JobCallEvent, JobCallState> onSurveyed(JobCallState state, Surveyed surveyed) {
    if (!(state instanceof JobCallState.Signed signed)
        || signed.signed().nonce() >= surveyed.nonce()) {
      return handled(state);
    }
    if (surveyed.hasResult()) {
      return onSettled(state, surveyed.block());
    }
    submitter.tell(new Submitter.Included(key));
    return Effect().persist(new JobCallEvent.SignatureExpired(signed.signed().nonce()))
        .thenRun(() -> {
          askSignature(signed.result());
          desk.tell(new Desk.Handled(key, false));
        });
  }

  private Effect<JobCallEvent, JobCallState> handled(JobCallState state) {
    desk.tell(new Desk.Handled(key, state instanceof JobCallState.Ended));
    return Effect().none();
  }

  private Effect<JobCallEvent, JobCallState> giveUp(String reason) {
    return Effect().persist(new JobCallEvent.CallGivenUp(reason)).thenRun(() -> {
      submitter.tell(new Submitter.Release(key));
      LOG.error("call {} is given up: {}", key, reason);
      world.tell(new ShellNews.GivenUp(key, reason));
      desk.tell(new Desk.Handled(key, true));
    });
  }

  /** Says so when a shell that drains need not wait for this call. */
  private Effect<JobCallEvent, JobCallState> quiet(JobCallState state) {
    if (isDraining && !state.isBusy(isRunning || unwritten.result().isPresent(), isInPool)) {
      desk.tell(new Desk.Quiet(key));
    }
    return Effect().none();
  }
}
