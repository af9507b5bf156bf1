package io.fairlead.node.pool;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import io.fairlead.node.chain.Block;
import io.fairlead.node.chain.BlockMaker;
import io.fairlead.node.chain.ChainEntity;
import io.fairlead.node.chain.Until;
import io.fairlead.runtime.engine.Applied;
import io.fairlead.runtime.engine.CheckedExtrinsic;
import io.fairlead.runtime.engine.Validity;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The pool and the sealing beside it: asks the chain for validity, offers it the best transactions,
 * tells watchers what became of theirs. At most one question and one block request are under way, so
 * what comes in meanwhile forms the next batch.
 */
public final class PoolActor extends AbstractBehavior<PoolActor.Command> {
  /** Extrinsics offered for one block. */
  private static final int OFFERED_MAX = 4_096;
  /** Waiting transactions that are validated again after a block. */
  private static final int REVALIDATED_MAX = 256;

  /** When blocks are made. */
  public enum Sealing {
    /** As soon as something is ready. */
    INSTANT,
    /** When told to. */
    MANUAL
  }

  /** What the pool can be told. */
  public sealed interface Command {}

  /**
   * Takes a transaction whose signature was checked.
   *
   * @param watcher of its statuses, called on the pool's thread; null: nobody watches
   */
  public record Submit(CheckedExtrinsic extrinsic, @Nullable Consumer<TxStatus> watcher,
      ActorRef<Submitted> replyTo) implements Command {}

  /** Stops telling {@code watcher}. */
  public record Unwatch(Hash hash, Consumer<TxStatus> watcher) implements Command {}

  /** Makes blocks, the first with what is ready. */
  public record NewBlocks(Until until, ActorRef<NewBlocksMade> replyTo) implements Command {}

  /** The last of the blocks asked for. */
  public record NewBlocksMade(Block last) {}

  /** What waits, in an order in which it can be included. */
  public record Pending(ActorRef<List<CheckedExtrinsic>> replyTo) implements Command {}

  /** The first nonce not used by the state ({@code nonce}) or the pool. */
  public record NextNonce(long nonce, LongFunction<Bytes> tag,
      ActorRef<Long> replyTo) implements Command {}

  /** Forgets transactions; the reply lists those that were there. */
  public record Remove(List<Hash> hashes, ActorRef<List<Hash>> replyTo) implements Command {}

  private record Validated(ChainEntity.Validated answer) implements Command {}

  private record Authored(ChainEntity.Authored answer) implements Command {}

  private final ActorRef<ChainEntity.Command> chain;
  private final Sealing sealing;
  private final InstantSource clock;
  private final Pool pool;
  private final ActorRef<ChainEntity.Validated> validated;
  private final ActorRef<ChainEntity.Authored> authored;
  private final Map<Hash, List<Consumer<TxStatus>>> watchers = new HashMap<>();
  private final List<Submit> arrived = new ArrayList<>();
  private final Deque<NewBlocks> requests = new ArrayDeque<>();
  private @Nullable Asked asked;
  private boolean authoring;
  private @Nullable NewBlocks serving;
  private boolean stale;
  /** The last block took nothing of what is ready; another one would not either. */
  private boolean idle;

  /** A question to the chain: first new ones, then old ones. */
  private record Asked(List<Submit> submits, List<CheckedExtrinsic> again) {}

  private PoolActor(ActorContext<Command> context, ActorRef<ChainEntity.Command> chain,
      Sealing sealing, PoolLimits limits, InstantSource clock) {
    super(context);
    this.chain = chain;
    this.sealing = sealing;
    this.clock = clock;
    pool = new Pool(limits, this::onStatus);
    validated = context.messageAdapter(ChainEntity.Validated.class, Validated::new);
    authored = context.messageAdapter(ChainEntity.Authored.class, Authored::new);
  }

  /** A pool in front of {@code chain}. */
  public static Behavior<Command> create(ActorRef<ChainEntity.Command> chain, Sealing sealing,
      PoolLimits limits, InstantSource clock) {
    return Behaviors.setup(context -> new PoolActor(context, chain, sealing, limits, clock));
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder().onMessage(Command.class, this::onCommand).build();
  }

  private Behavior<Command> onCommand(Command command) {
    switch (command) {
      case Submit submit -> onSubmit(submit);
      case Unwatch unwatch -> watchers.computeIfPresent(unwatch.hash(), (hash, all) -> {
        all.remove(unwatch.watcher());
        return all.isEmpty() ? null : all;
      });
      case NewBlocks request -> requests.addLast(request);
      case Pending ask -> ask.replyTo().tell(pool.pending());
      case NextNonce ask -> ask.replyTo().tell(pool.nextNonce(ask.nonce(), ask.tag()));
      case Remove remove -> remove.replyTo().tell(pool.invalid(remove.hashes(), clock.millis()));
      case Validated answer -> onValidated(answer.answer());
      case Authored answer -> onAuthored(answer.answer());
    }
    ask();
    author();
    return this;
  }

  private void onSubmit(Submit submit) {
    Submitted known = pool.known(submit.extrinsic().hash(), clock.millis());
    if (known == null) {
      arrived.add(submit);
    } else {
      submit.replyTo().tell(known);
    }
  }

  private void ask() {
    if (asked != null || arrived.isEmpty() && !stale) {
      return;
    }
    var extrinsics = new ArrayList<CheckedExtrinsic>();
    arrived.forEach(it -> extrinsics.add(it.extrinsic()));
    List<CheckedExtrinsic> again = !stale ? List.of()
        : pool.all().stream().limit(REVALIDATED_MAX).toList();
    stale = false;
    extrinsics.addAll(again);
    if (extrinsics.isEmpty()) {
      return;
    }
    asked = new Asked(List.copyOf(arrived), again);
    arrived.clear();
    chain.tell(new ChainEntity.Validate(extrinsics, validated));
  }

  private void onValidated(ChainEntity.Validated answer) {
    Asked question = asked;
    asked = null;
    if (question == null) {
      return;
    }
    long now = clock.millis();
    idle &= question.submits().isEmpty();
    int at = 0;
    for (Submit submit : question.submits()) {
      Hash hash = submit.extrinsic().hash();
      Consumer<TxStatus> watcher = submit.watcher();
      boolean fresh = watcher != null && pool.known(hash, now) == null;
      if (fresh && watcher != null) {
        watchers.computeIfAbsent(hash, h -> new ArrayList<>()).add(watcher);
      }
      Submitted result =
          pool.submit(submit.extrinsic(), answer.validities().get(at++), answer.best(), now);
      if (fresh && !(result instanceof Submitted.Taken)) {
        watchers.remove(hash);
      }
      submit.replyTo().tell(result);
    }
    var bad = new ArrayList<Hash>();
    for (CheckedExtrinsic old : question.again()) {
      if (answer.validities().get(at++) instanceof Validity.Invalid) {
        bad.add(old.hash());
      }
    }
    pool.invalid(bad, now);
  }

  private void author() {
    if (authoring) {
      return;
    }
    NewBlocks request = requests.pollFirst();
    if (request == null && (sealing == Sealing.MANUAL || idle || !pool.hasReady())) {
      return;
    }
    serving = request;
    authoring = true;
    Until until = request == null ? new Until.Count(1) : request.until();
    chain.tell(new ChainEntity.Author(pool.best(OFFERED_MAX), until, authored));
  }

  private void onAuthored(ChainEntity.Authored answer) {
    long now = clock.millis();
    var blockOf = new LinkedHashMap<Hash, Hash>();
    var refused = new ArrayList<Hash>();
    Hash first = answer.blocks().getFirst().hash();
    for (BlockMaker.Outcome outcome : answer.outcomes()) {
      Hash hash = outcome.extrinsic().hash();
      switch (outcome.applied()) {
        case Applied.Done done -> blockOf.put(hash, first);
        case Applied.Failed failed -> blockOf.put(hash, first);
        case Applied.Refused(var reason) -> {
          if (!BlockMaker.exhausts(reason)) {
            refused.add(hash);
          }
        }
        case Applied.Panicked panicked -> refused.add(hash);
      }
    }
    idle = blockOf.isEmpty() && refused.isEmpty();
    pool.included(blockOf, now);
    pool.invalid(refused, now);
    pool.expire(answer.blocks().getLast().number(), now);
    stale = true;
    if (answer.done()) {
      authoring = false;
      NewBlocks request = serving;
      serving = null;
      if (request != null) {
        request.replyTo().tell(new NewBlocksMade(answer.blocks().getLast()));
      }
    }
  }

  private void onStatus(Hash hash, TxStatus status) {
    List<Consumer<TxStatus>> all = watchers.get(hash);
    if (all != null) {
      if (status.last()) {
        watchers.remove(hash);
      }
      List.copyOf(all).forEach(watcher -> watcher.accept(status));
    }
  }

  /** The tag of an account's nonce, as {@code CheckNonce} provides it. */
  public static LongFunction<Bytes> nonceTag(Bytes account) {
    return nonce -> {
      byte[] tag = Arrays.copyOf(account.array(), account.size() + 4);
      for (int i = 0; i < 4; i++) {
        tag[account.size() + i] = (byte) (nonce >>> 8 * i);
      }
      return Bytes.wrap(tag);
    };
  }
}
