package io.fairlead.operator;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.actor.typed.javadsl.TimerScheduler;
import io.fairlead.operator.ResultPool.Handed;
import io.fairlead.operator.plan.CallKey;
import io.fairlead.services.wire.Field;
import io.fairlead.substrate.primitive.Hash;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one owner of the account's nonce. It has signatures made, hands signed bytes to the pool
 * again and again until a finalized block has them or their era has ended, and never makes a second
 * signature for a call while the first can still be included.
 */
final class Submitter extends AbstractBehavior<Submitter.Command> {
  private static final Logger LOG = LoggerFactory.getLogger(Submitter.class);
  /** JSON-RPC code of a pool that already has the bytes. */
  private static final int ALREADY_IMPORTED = 1013;
  private static final long UNKNOWN = -1;

  /** What it is told. */
  sealed interface Command {}

  /** A call whose signed bytes are in the journal. */
  record Outstanding(CallKey key, SignedResult signed, ActorRef<JobCallEntity.Command> entity) {}

  /** All calls have recovered; these have bytes that may be anywhere. */
  record Begin(List<Outstanding> outstanding) implements Command {
    Begin {
      outstanding = List.copyOf(outstanding);
    }
  }

  /** A call needs a signature. Answered by {@link JobCallEntity.Sign}. */
  record AskSignature(CallKey key, List<Field> result,
      ActorRef<JobCallEntity.Command> replyTo) implements Command {}

  /** The signed bytes are in the journal: they may leave. */
  record Send(CallKey key, SignedResult signed,
      ActorRef<JobCallEntity.Command> replyTo) implements Command {}

  /** A call needs its signature no more and its bytes have not left. */
  record Release(CallKey key) implements Command {}

  /** A finalized block has the bytes: their nonce is used up. */
  record Included(CallKey key) implements Command {}

  /** All blocks up to {@code number} were taken in. */
  record Followed(long number) implements Command {}

  private record NonceKnown(long next) implements Command {}

  private record NonceUnknown(String reason) implements Command {}

  private record SignedNow(long nonce, SignedResult signed) implements Command {}

  private record NotSigned(long nonce, String reason) implements Command {}

  private record HandedOver(long nonce, Hash extrinsic, Handed handed) implements Command {}

  private record Lost(long nonce, Hash extrinsic, String reason) implements Command {}

  private record SendAgain(long nonce) implements Command {}

  private record SignAgain() implements Command {}

  /** A nonce that is taken: being signed while {@code signed} is null, else on its way. */
  private record Slot(CallKey key, ActorRef<JobCallEntity.Command> entity,
      @Nullable AskSignature ask, @Nullable SignedResult signed) {}

  private final ResultPool pool;
  private final Duration pause;
  private final TimerScheduler<Command> timers;
  private final TreeMap<Long, Slot> slots = new TreeMap<>();
  private final Deque<AskSignature> waiting = new ArrayDeque<>();
  private long nextNonce = UNKNOWN;
  private boolean hasBegun;
  private boolean isAskingNonce;

  private Submitter(ActorContext<Command> context, TimerScheduler<Command> timers,
      ResultPool pool, Duration pause) {
    super(context);
    this.timers = timers;
    this.pool = pool;
    this.pause = pause;
  }

  /**
   * The submitter over a pool.
   *
   * @param pause before the same is tried again
   */
  static Behavior<Command> create(ResultPool pool, Duration pause) {
    return Behaviors.setup(context -> Behaviors
        .withTimers(timers -> new Submitter(context, timers, pool, pause)));
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder().onAnyMessage(this::on).build();
  }

  private Behavior<Command> on(Command command) {
    switch (command) {
      case Begin(var outstanding) -> onBegin(outstanding);
      case AskSignature ask -> onAskSignature(ask);
      case Send(var key, var signed, var entity) -> onSend(key, signed, entity);
      case Release(var key) -> onRelease(key);
      case Included(var key) -> onIncluded(key);
      case Followed(long number) -> onFollowed(number);
      case NonceKnown(long next) -> onNonceKnown(next);
      case NonceUnknown(String reason) -> onNonceUnknown(reason);
      case SignedNow(long nonce, var signed) -> onSignedNow(nonce, signed);
      case NotSigned(long nonce, String reason) -> onNotSigned(nonce, reason);
      case HandedOver(long nonce, var extrinsic, var handed) ->
          onHandedOver(nonce, extrinsic, handed);
      case Lost(long nonce, var extrinsic, String reason) -> onLost(nonce, extrinsic, reason);
      case SendAgain(long nonce) -> hand(nonce);
      case SignAgain again -> signWaiting();
    }
    return this;
  }

  private void onBegin(List<Outstanding> outstanding) {
    hasBegun = true;
    for (Outstanding each : outstanding) {
      slots.put(each.signed().nonce(), new Slot(each.key(), each.entity(), null, each.signed()));
    }
    List.copyOf(slots.keySet()).forEach(this::hand);
    signWaiting();
  }

  private void onAskSignature(AskSignature ask) {
    waiting.add(ask);
    signWaiting();
  }

  private void signWaiting() {
    if (!hasBegun) {
      return;
    }
    if (nextNonce == UNKNOWN) {
      askNonce();
      return;
    }
    for (AskSignature ask = waiting.poll(); ask != null; ask = waiting.poll()) {
      long nonce = freeNonce();
      slots.put(nonce, new Slot(ask.key(), ask.replyTo(), ask, null));
      getContext().pipeToSelf(pool.sign(ask.key(), ask.result(), nonce),
          (signed, failure) -> signed != null ? new SignedNow(nonce, signed)
              : new NotSigned(nonce, reason(failure)));
    }
  }

  private void askNonce() {
    if (!isAskingNonce) {
      isAskingNonce = true;
      getContext().pipeToSelf(pool.nextNonce(), (next, failure) -> next != null
          ? new NonceKnown(next) : new NonceUnknown(reason(failure)));
    }
  }

  private void onNonceKnown(long next) {
    isAskingNonce = false;
    nextNonce = Math.max(nextNonce, next);
    signWaiting();
  }

  private void onNonceUnknown(String reason) {
    isAskingNonce = false;
    LOG.warn("cannot read the account's nonce: {}", reason);
    timers.startSingleTimer("sign", new SignAgain(), pause);
  }

  /** The smallest that is not taken: gaps below others' nonces must be filled first. */
  private long freeNonce() {
    long nonce = nextNonce;
    while (slots.containsKey(nonce)) {
      nonce++;
    }
    return nonce;
  }

  private void onSignedNow(long nonce, SignedResult signed) {
    Slot slot = slots.get(nonce);
    if (slot != null) {
      slot.entity().tell(new JobCallEntity.Sign(signed));
    }
  }

  private void onNotSigned(long nonce, String reason) {
    Slot slot = slots.remove(nonce);
    if (slot != null && slot.ask() != null) {
      LOG.warn("call {}: cannot sign: {}", slot.key(), reason);
      waiting.addFirst(slot.ask());
      timers.startSingleTimer("sign", new SignAgain(), pause);
    }
  }

  private void onSend(CallKey key, SignedResult signed,
      ActorRef<JobCallEntity.Command> entity) {
    slots.put(signed.nonce(), new Slot(key, entity, null, signed));
    hand(signed.nonce());
  }

  private void hand(long nonce) {
    Slot slot = slots.get(nonce);
    if (slot != null && slot.signed() != null) {
      Hash extrinsic = slot.signed().hash();
      getContext().pipeToSelf(pool.hand(slot.signed()),
          (handed, failure) -> new HandedOver(nonce, extrinsic,
              handed != null ? handed : new Handed.NotReached(reason(failure))));
    }
  }

  private @Nullable Slot slotOf(long nonce, Hash extrinsic) {
    Slot slot = slots.get(nonce);
    return slot != null && slot.signed() != null && slot.signed().hash().equals(extrinsic) ? slot
        : null;
  }

  private void onHandedOver(long nonce, Hash extrinsic, Handed handed) {
    Slot slot = slotOf(nonce, extrinsic);
    SignedResult signed = slot == null ? null : slot.signed();
    if (slot == null || signed == null) {
      return;
    }
    switch (handed) {
      case Handed.Taken(var lost) -> {
        slot.entity().tell(new JobCallEntity.InPool(extrinsic));
        getContext().pipeToSelf(lost, (why, failure) -> new Lost(nonce, extrinsic,
            why != null ? why : reason(failure)));
      }
      case Handed.Refused(int code, String message) -> {
        if (code == ALREADY_IMPORTED) {
          slot.entity().tell(new JobCallEntity.InPool(extrinsic));
        } else {
          LOG.warn("call {}: the pool refuses nonce {} ({} {}); the same bytes go again until"
              + " block {}", slot.key(), nonce, code, message, signed.death());
        }
        sendAgain(nonce, pause.multipliedBy(5));
      }
      case Handed.NotReached(String reason) -> {
        LOG.warn("call {}: the answer waits for the node: {}", slot.key(), reason);
        sendAgain(nonce, pause);
      }
    }
  }

  private void sendAgain(long nonce, Duration wait) {
    timers.startSingleTimer(nonce, new SendAgain(nonce), wait);
  }

  private void onLost(long nonce, Hash extrinsic, String reason) {
    if (slotOf(nonce, extrinsic) != null) {
      LOG.warn("nonce {} is no longer watched: {}; sending it again", nonce, reason);
      sendAgain(nonce, pause);
    }
  }

  private void onRelease(CallKey key) {
    waiting.removeIf(ask -> ask.key().equals(key));
    slots.values().removeIf(slot -> slot.key().equals(key));
  }

  private void onIncluded(CallKey key) {
    for (Map.Entry<Long, Slot> each : List.copyOf(slots.entrySet())) {
      if (each.getValue().key().equals(key)) {
        slots.remove(each.getKey());
        timers.cancel(each.getKey());
        nextNonce = nextNonce == UNKNOWN ? UNKNOWN : Math.max(nextNonce, each.getKey() + 1);
      }
    }
  }

  /** A signature whose last possible block was taken in without it can be replaced. */
  private void onFollowed(long number) {
    for (Map.Entry<Long, Slot> each : List.copyOf(slots.entrySet())) {
      SignedResult signed = each.getValue().signed();
      if (signed != null && number >= signed.death() - 1) {
        slots.remove(each.getKey());
        timers.cancel(each.getKey());
        nextNonce = UNKNOWN; // somebody else may have used it
        each.getValue().entity().tell(new JobCallEntity.Expired(each.getKey()));
      }
    }
  }

  private static String reason(@Nullable Throwable failure) {
    Throwable cause = failure != null && failure.getCause() != null ? failure.getCause() : failure;
    return cause == null ? "no reason" : String.valueOf(cause.getMessage());
  }
}
