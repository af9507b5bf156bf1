package io.fairlead.twin.feed;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.actor.typed.javadsl.TimerScheduler;
import io.fairlead.client.RpcFailure;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.twin.fact.BlockBody;
import io.fairlead.twin.fact.ChainTypes;
import io.fairlead.twin.fact.ChangeReader;
import io.fairlead.twin.fact.Composer;
import io.fairlead.twin.fact.KeyChange;
import io.fairlead.twin.log.BlockFacts;
import io.fairlead.twin.log.BlockLine;
import io.fairlead.twin.log.ChainLog;
import io.fairlead.twin.log.LogCutter;
import io.fairlead.twin.log.LogHead;
import io.fairlead.twin.replica.BlockProof;
import io.fairlead.twin.replica.Replica;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Takes final blocks, one after the other: fetched ahead from an endpoint, checked, proved, turned into
 * facts, appended to the chain log, and only then written to the replica. Behind the head many blocks
 * are appended at once; at the head each alone.
 */
public final class Feed extends AbstractBehavior<Feed.Command> {
  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final String RETRY_KEY = "retry";
  /** So many blocks behind the head, blocks wait for each other to be appended together. */
  private static final int BLOCKS_BEHIND = 64;
  private static final String WENT_BACK_HINT =
      "; a dev chain that went back needs --dev, another twin rewind --to BLOCK";
  private static final Duration ANSWER = Duration.ofSeconds(120);

  /** What it is told. */
  public sealed interface Command {}

  /** How does the feed stand? */
  public record GetStatus(ActorRef<FeedStatus> replyTo) implements Command {}

  /** Take no further block, and say where you stand when the last one is in the log. */
  public record Pause(ActorRef<Paused> replyTo) implements Command {}

  /** The feed stands still here. */
  public record Paused(LogHead head, Replica replica) {}

  /** Go on. */
  public record Resume() implements Command {}

  private record HeadSeen(int endpoint, long number) implements Command {}

  private record Hashes(int attempt, long from, EndpointPool.Votes votes)
      implements Command {}

  private record Named(LogHead head, EndpointPool.Votes votes) implements Command {}

  private record TypesKnown(Endpoint.RuntimeAt runtime) implements Command {}

  private record Fetched(int attempt, long number, Ahead ahead) implements Command {}

  private record Nodes(int attempt, long number, List<Bytes> nodes) implements Command {}

  private record NotAnswered(int attempt, long number, Endpoint endpoint, Throwable failure)
      implements Command {}

  private record Appended(LogHead head) implements Command {}

  private record NotAppended(String reason) implements Command {}

  private record Retry() implements Command {}

  /** Hears of each window that stands in the log. */
  public interface Listener {
    /** The blocks are in the log and in the replica. */
    void committed(LogHead head, Replica replica, List<BlockFacts> blocks);
  }

  /** Where the replica is kept. */
  public interface ReplicaKeeper {
    /** Writes the changes of the blocks up to {@code block}. */
    void write(long block, List<KeyChange> changes);
  }

  private final FeedSettings settings;
  private final EndpointPool pool;
  private final ActorRef<ChainLog.Command> log;
  private final ReplicaKeeper keeper;
  private final Listener listener;
  private final TimerScheduler<Command> timers;
  private final ChangeReader reader = new ChangeReader();

  private LogHead committed;
  private Hash lastHash;
  private long next;
  private Replica replica;
  private @Nullable Composer composer;
  private long specVersion = -1;
  private boolean askedTypes;

  private final TreeMap<Long, Hash> hashes = new TreeMap<>();
  private final TreeMap<Long, Ahead> fetched = new TreeMap<>();
  private final TreeMap<Long, Endpoint> asked = new TreeMap<>();
  private long hashesAskedTo;
  /** Whether an endpoint went back: is the last block of the log still theirs? */
  private boolean isDoubtful;
  private boolean asksForHead;
  /** Counts how often fetching began anew; what was asked for before is not taken any more. */
  private int attempt;
  private @Nullable Proving proving;
  private final List<Ready> window = new ArrayList<>();
  private List<Ready> appending = List.of();
  private final List<ActorRef<Paused>> pausing = new ArrayList<>();

  private FeedState state = FeedState.CONNECTING;
  private String message = "";
  private long proved;
  private long changes;
  private long unpredicted;

  /** A block on its way through its proof. */
  private record Proving(Endpoint.Fetched fetched, BlockProof proof, BlockBody body,
      Composer.Read.Good read) {}

  private record Ready(BlockFacts facts, List<KeyChange> changes, Replica after) {}

  private Feed(ActorContext<Command> context, TimerScheduler<Command> timers,
      FeedSettings settings, EndpointPool pool, ActorRef<ChainLog.Command> log, LogHead head,
      Replica replica, ReplicaKeeper keeper, Listener listener) {
    super(context);
    this.timers = timers;
    this.settings = settings;
    this.pool = pool;
    this.log = log;
    this.keeper = keeper;
    this.listener = listener;
    this.committed = head;
    this.lastHash = head.hash();
    this.next = head.number() + 1;
    this.hashesAskedTo = head.number();
    this.replica = replica;
    pool.onHead((endpoint, number) -> context.getSelf().tell(new HeadSeen(endpoint, number)));
  }

  /**
   * A feed that goes on after {@code head}, at which {@code replica} stands.
   *
   * @param keeper is written to after each append, on this actor's thread
   */
  public static Behavior<Command> create(FeedSettings settings, EndpointPool pool,
      ActorRef<ChainLog.Command> log, LogHead head, Replica replica, ReplicaKeeper keeper,
      Listener listener) {
    return Behaviors.setup(context -> Behaviors.withTimers(timers -> new Feed(context, timers,
        settings, pool, log, head, replica, keeper, listener)));
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder().onMessage(Command.class, this::onCommand).build();
  }

  private Behavior<Command> onCommand(Command command) {
    switch (command) {
      case GetStatus get -> get.replyTo().tell(status());
      case Pause pause -> pausing.add(pause.replyTo());
      case Resume resume -> pausing.clear();
      case HeadSeen seen -> {
        isDoubtful |= pool.headSeen(seen.endpoint(), seen.number());
        heardFrom();
      }
      case Hashes answer -> onHashes(answer);
      case Named(LogHead head, EndpointPool.Votes votes) -> onNamed(head, votes);
      case TypesKnown(Endpoint.RuntimeAt runtime) -> onTypes(runtime);
      case Fetched(int of, long number, Ahead it) -> {
        pool.answered(it.fetched().from());
        if (of == attempt) {
          asked.remove(number);
          fetched.put(number, it);
        }
      }
      case Nodes(int of, long number, List<Bytes> nodes) -> {
        if (of == attempt) {
          onNodes(number, nodes);
        }
      }
      case NotAnswered failure -> onNotAnswered(failure);
      case Appended(LogHead head) -> onAppended(head);
      case NotAppended(String reason) -> stall(FeedState.FINALITY_BROKEN, reason);
      case Retry retry -> asksForHead = false;
    }
    advance();
    return this;
  }

  /** An endpoint answers, and where no block is due nothing is wrong with the next. */
  private void heardFrom() {
    boolean isThere = pool.target() >= 0 && committed.number() >= pool.target();
    if (isThere && (state == FeedState.CONNECTING || state == FeedState.NO_ENDPOINT
        || state == FeedState.STATE_PRUNED)) {
      state = FeedState.FOLLOWING;
      message = "";
    }
  }

  private FeedStatus status() {
    boolean isBack = state == FeedState.FOLLOWING && pool.wentBack()
        && pool.target() < committed.number();
    return new FeedStatus(isBack ? FeedState.WENT_BACK : state,
        isBack ? "the nodes call block " + pool.target() + " the last final one, the log ends with "
            + committed.number() + WENT_BACK_HINT : message,
        committed.number(), pool.target(), proved, changes, unpredicted, pool.lines());
  }

  /** Does whatever can be done now. */
  private void advance() {
    askTypes();
    askForHead();
    askHashes();
    askBlocks();
    boolean goesOn = true;
    while (goesOn) {
      goesOn = prove();
    }
    append();
    if (!pausing.isEmpty() && proving == null && window.isEmpty() && appending.isEmpty()) {
      pausing.forEach(each -> each.tell(new Paused(committed, replica)));
    }
  }

  private void askTypes() {
    if (composer == null && !askedTypes) {
      Endpoint endpoint = pool.pick();
      if (endpoint != null) {
        askedTypes = true;
        int of = attempt;
        getContext().pipeToSelf(endpoint.runtime(lastHash),
            (runtime, failure) -> failure == null ? new TypesKnown(runtime)
                : new NotAnswered(of, -1, endpoint, failure));
      }
    }
  }

  private void onTypes(Endpoint.RuntimeAt runtime) {
    askedTypes = false;
    var types = new ChainTypes(runtime.metadata());
    types.changedShapes().forEach(it -> getContext().getLog()
        .warn("this program knows other types of {}: kept as bytes", it));
    specVersion = runtime.specVersion();
    composer = new Composer(types, reader);
    heardFrom();
  }

  private void askHashes() {
    long target = pool.target();
    boolean runsShort = hashes.size() < settings.fetchAhead();
    if (runsShort && hashesAskedTo < target && hashesAskedTo == lastKnownHash()) {
      long from = hashesAskedTo + 1;
      int count = (int) Math.min(settings.hashesPerCall(), target - from + 1);
      hashesAskedTo = from + count - 1;
      int of = attempt;
      getContext().pipeToSelf(pool.hashes(from, count), (votes, failure) -> new Hashes(of, from,
          failure == null ? votes : EndpointPool.Votes.NONE));
    }
  }

  /** Heads that went back and are as high as the log again may be those of other blocks. */
  private void askForHead() {
    if (isDoubtful && !asksForHead && pool.target() >= committed.number()) {
      asksForHead = true;
      LogHead head = committed;
      getContext().pipeToSelf(pool.hashes(head.number(), 1), (votes, failure) -> new Named(head,
          failure == null ? votes : EndpointPool.Votes.NONE));
    }
  }

  private void onNamed(LogHead head, EndpointPool.Votes votes) {
    if (votes.count() > 0
        && pool.decide(votes, 0) instanceof Quorum.Verdict.Agreed(Hash hash, var minority)) {
      isDoubtful = false;
      asksForHead = false;
      if (!hash.equals(head.hash())) {
        stall(FeedState.FINALITY_BROKEN, "block " + head.number() + " is " + hash
            + " now, in the log it is " + head.hash() + WENT_BACK_HINT);
      }
    } else {
      retryLater();
    }
  }

  private long lastKnownHash() {
    return hashes.isEmpty() ? Math.max(next - 1, lastFetched()) : hashes.lastKey();
  }

  private long lastFetched() {
    long last = fetched.isEmpty() ? -1 : fetched.lastKey();
    last = Math.max(last, asked.isEmpty() ? -1 : asked.lastKey());
    return Math.max(last, proving == null ? -1 : proving.body().number());
  }

  private void onHashes(Hashes answer) {
    pool.silent(answer.votes());
    if (answer.attempt() != attempt) {
      return;
    }
    hashesAskedTo = answer.from() - 1;
    for (int i = 0; i < answer.votes().count(); i++) {
      switch (pool.decide(answer.votes(), i)) {
        case Quorum.Verdict.Agreed(Hash hash, List<Integer> minority) -> {
          pool.quarantine(minority, "named another hash for block " + (answer.from() + i));
          hashes.put(answer.from() + i, hash);
          hashesAskedTo = answer.from() + i;
        }
        case Quorum.Verdict.Disagree(String votes) -> {
          stall(FeedState.ENDPOINTS_DISAGREE, "block " + (answer.from() + i) + ": " + votes);
          return;
        }
        case Quorum.Verdict.Waiting waiting -> {
          retryLater();
          return;
        }
      }
    }
    if (answer.votes().count() == 0) {
      rest();
    }
  }

  private void askBlocks() {
    Composer reading = composer;
    while (reading != null && !hashes.isEmpty()
        && asked.size() + fetched.size() < settings.fetchAhead()) {
      Endpoint endpoint = pool.pick();
      if (endpoint == null) {
        rest();
        return;
      }
      var first = hashes.pollFirstEntry();
      ask(endpoint, first.getKey(), first.getValue(), reading);
    }
  }

  /** No endpoint is fit now. What is known to be wrong says more than that. */
  private void rest() {
    switch (state) {
      case CONNECTING, CATCHING_UP, FOLLOWING, WENT_BACK, NO_ENDPOINT, WRONG_CHAIN ->
          stall(FeedState.NO_ENDPOINT, pool.trouble());
      case ENDPOINTS_DISAGREE, PROOF_FAILED, FINALITY_BROKEN, STATE_PRUNED, UNREADABLE ->
          retryLater();
    }
  }

  private void ask(Endpoint endpoint, long number, Hash hash, Composer reading) {
    asked.put(number, endpoint);
    int of = attempt;
    getContext().pipeToSelf(Ahead.fetch(endpoint, number, hash, specVersion, reading),
        (it, failure) -> {
          if (failure != null) {
            return new NotAnswered(of, number, endpoint, failure);
          }
          return new Fetched(of, number, it);
        });
  }

  /** Takes the next block as far as it goes; false when there is nothing more to do now. */
  private boolean prove() {
    if (!pausing.isEmpty() || proving != null || composer == null
        || window.size() >= settings.windowBlocks()
        || fetched.isEmpty() || fetched.firstKey() != next) {
      return false;
    }
    Ahead ahead = fetched.pollFirstEntry().getValue();
    Endpoint.Fetched it = ahead.fetched();
    var wrong = BlockCheck.body(it.block(), next);
    if (wrong.isPresent()) {
      blame(it, FeedState.PROOF_FAILED, wrong.get());
      return false;
    }
    if (!it.block().header().parent().equals(lastHash)) {
      stall(FeedState.FINALITY_BROKEN, "block " + next + " follows "
          + it.block().header().parent() + ", the log ends with " + lastHash
          + WENT_BACK_HINT);
      rewindFetch();
      return false;
    }
    if (ahead.by() != composer) { // another runtime took over since it was read
      ahead = Ahead.of(it, next, specVersion, composer);
    }
    return switch (ahead.read()) {
      case Composer.Read.Bad(String reason) -> {
        blame(it, FeedState.UNREADABLE, reason);
        yield false;
      }
      case Composer.Read.Good good -> {
        var proof = new BlockProof(replica, it.block().header().stateRoot(), ahead.nodes());
        proving = new Proving(it, proof, ahead.body(), good);
        yield step(proof.begin(good.touched()));
      }
    };
  }

  private boolean step(BlockProof.Step step) {
    Proving now = java.util.Objects.requireNonNull(proving);
    switch (step) {
      case BlockProof.Step.Proved done -> {
        proving = null;
        ready(now, done);
        return true;
      }
      case BlockProof.Step.Ask(List<Bytes> keys) -> {
        long number = now.body().number();
        int of = attempt;
        getContext().pipeToSelf(now.fetched().from().proof(now.body().hash(), keys),
            (nodes, failure) -> failure == null ? new Nodes(of, number, nodes)
                : new NotAnswered(of, number, now.fetched().from(), failure));
        return false;
      }
      case BlockProof.Step.Failed(String reason) -> {
        proving = null;
        blame(now.fetched(), FeedState.PROOF_FAILED, "block " + next + ": " + reason);
        return false;
      }
    }
  }

  private void onNodes(long number, List<Bytes> nodes) {
    Proving now = proving;
    if (now != null && now.body().number() == number) {
      step(now.proof().take(nodes));
    }
  }

  private void ready(Proving now, BlockProof.Step.Proved done) {
    BlockBody body = now.body();
    var line = new BlockLine(body.hash(), body.stateRoot(), specVersion, body.time(), true);
    var facts = java.util.Objects.requireNonNull(composer).compose(now.read(),
        done.changes(), replica::value, done.after()::value);
    window.add(new Ready(new BlockFacts(body.number(), body.parent(), line, facts),
        done.changes(), done.after()));
    replica = done.after();
    lastHash = body.hash();
    next = body.number() + 1;
    proved++;
    changes += done.changes().size();
    unpredicted += done.unpredicted();
    if (body.upgradedTo() >= 0) {
      composer = null;
      askTypes();
    }
  }

  private void append() {
    boolean isMoreComing = pool.target() - next >= BLOCKS_BEHIND && window.size() < BLOCKS_BEHIND
        && !timers.isTimerActive(RETRY_KEY) && pausing.isEmpty();
    if (window.isEmpty() || !appending.isEmpty() || isMoreComing) {
      return;
    }
    appending = List.copyOf(window);
    window.clear();
    Hash parent = appending.getFirst().facts().parent();
    var blocks = LogCutter.cut(appending.stream().map(Ready::facts).toList());
    getContext().ask(ChainLog.Answer.class, log, ANSWER,
        replyTo -> new ChainLog.Append(parent, blocks, replyTo), (answer, failure) -> {
          if (failure != null) {
            return new NotAppended("the log does not answer: " + failure.getMessage());
          }
          return switch (answer) {
            case ChainLog.Head(LogHead head) -> new Appended(head);
            case ChainLog.Refused(LogHead head, String reason) -> new NotAppended(reason);
          };
        });
  }

  private void onAppended(LogHead head) {
    List<Ready> done = appending;
    appending = List.of();
    committed = head;
    var written = new ArrayList<KeyChange>();
    done.forEach(each -> written.addAll(each.changes()));
    keeper.write(head.number(), written);
    state = head.number() >= pool.target() ? FeedState.FOLLOWING : FeedState.CATCHING_UP;
    message = "";
    listener.committed(head, done.getLast().after(),
        done.stream().map(Ready::facts).toList());
  }

  private void onNotAnswered(NotAnswered failure) {
    Throwable cause = failure.failure() instanceof CompletionException wrapped
        && wrapped.getCause() != null ? wrapped.getCause() : failure.failure();
    if (failure.number() < 0) {
      askedTypes = false;
    }
    if (failure.attempt() != attempt) {
      pool.failed(failure.endpoint(), String.valueOf(cause.getMessage()));
      return;
    }
    boolean isPruned = cause instanceof RpcFailure rpc && rpc.kind() == RpcFailure.Kind.REFUSED;
    pool.failed(failure.endpoint(), String.valueOf(cause.getMessage()));
    stall(isPruned ? FeedState.STATE_PRUNED : FeedState.NO_ENDPOINT,
        failure.endpoint() + " on block " + (failure.number() < 0 ? next : failure.number()) + ": "
            + cause.getMessage()
            + (isPruned ? "; name an archive node, or leave the blocks out that"
                + " no node has the states of: twin run --from now" : ""));
    rewindFetch();
  }

  /** What an endpoint sent is wrong: it is not asked for a while, and the block again of another. */
  private void blame(Endpoint.Fetched it, FeedState wrong, String reason) {
    pool.quarantine(it.from(), reason);
    stall(wrong, it.from() + ": " + reason + "; nothing of it was kept");
    rewindFetch();
  }

  /** Forgets what was fetched ahead and begins again with the next block. */
  private void rewindFetch() {
    attempt++;
    hashes.clear();
    fetched.clear();
    asked.clear();
    proving = null;
    hashesAskedTo = next - 1;
  }

  private void stall(FeedState newState, String why) {
    if (state != newState || !message.equals(why)) {
      getContext().getLog().warn("{}: {}", newState, why);
    }
    state = newState;
    message = why;
    retryLater();
  }

  private void retryLater() {
    timers.startSingleTimer(RETRY_KEY, new Retry(), RETRY);
  }
}
