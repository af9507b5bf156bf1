package io.fairlead.node.chain;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.persistence.typed.PersistenceId;
import akka.persistence.typed.RecoveryCompleted;
import akka.persistence.typed.RecoveryFailed;
import akka.persistence.typed.SnapshotAdapter;
import akka.persistence.typed.SnapshotSelectionCriteria;
import akka.persistence.typed.javadsl.CommandHandler;
import akka.persistence.typed.javadsl.Effect;
import akka.persistence.typed.javadsl.EventHandler;
import akka.persistence.typed.javadsl.EventSourcedBehavior;
import akka.persistence.typed.javadsl.Recovery;
import akka.persistence.typed.javadsl.SignalHandler;
import io.fairlead.runtime.engine.CheckedExtrinsic;
import io.fairlead.runtime.engine.Validity;
import io.fairlead.substrate.pallet.Store.Change;
import io.fairlead.substrate.primitive.Bytes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The chain: executes blocks on the live engine, persists them, then publishes them. Its state is the
 * {@link Head}; engine, storage by block and trie are views beside it ({@link LiveChain}), made anew
 * with each incarnation.
 */
public final class ChainEntity
    extends EventSourcedBehavior<ChainEntity.Command, ChainEvent, Head> {

  /** Blocks that are persisted at once. */
  public static final int BATCH_MAX = 256;

  /** What the chain can be told. */
  public sealed interface Command {}

  /** What the pool must know of extrinsics on top of the best block. */
  public record Validate(List<CheckedExtrinsic> extrinsics,
      ActorRef<Validated> replyTo) implements Command {}

  /** In the order of the request; {@code best} is the block on which it holds. */
  public record Validated(List<Validity> validities, long best) {}

  /**
   * Makes blocks, the first with what fits of {@code extrinsics}, until {@code until}. One reply for
   * each batch.
   */
  public record Author(List<CheckedExtrinsic> extrinsics, Until until,
      ActorRef<Authored> replyTo) implements Command {}

  /**
   * Blocks that are persisted and published.
   *
   * @param outcomes of the extrinsics offered for the first block of the request
   * @param done nothing more comes for this request
   */
  public record Authored(List<Block> blocks, List<BlockMaker.Outcome> outcomes, boolean done) {
    public Authored {
      blocks = List.copyOf(blocks);
      outcomes = List.copyOf(outcomes);
    }
  }

  /** Tells {@code listener} of every batch of blocks from now on. */
  public record Listen(ActorRef<Imported> listener) implements Command {}

  /**
   * A batch of blocks was published.
   *
   * @param changes of the whole batch, each key once with its last value
   */
  public record Imported(List<Block> blocks, List<Change> changes) {}

  private record WriteGenesis() implements Command {}

  private record GoOn(Run run) implements Command {}

  /** An {@link Author} being worked on. */
  private record Run(Author request, long from, boolean started) {}

  /** How opening the chain ended. */
  public sealed interface Opened {
    /** The chain can be read and grows. */
    record Ready(ChainView view) implements Opened {}

    /** It cannot be opened; the entity stops. */
    record Failed(Throwable reason) implements Opened {}
  }

  /** Checkpoints may be passed over when they are damaged: the journal is complete without them. */
  public enum Start {
    FROM_CHECKPOINT, FROM_GENESIS
  }

  private final ActorContext<Command> context;
  private final LiveChain chain;
  private final Start start;
  private final Consumer<Opened> opened;
  private final Set<ActorRef<Imported>> listeners = new HashSet<>();
  private boolean recovering = true;

  /** The one chain of a journal. */
  public static final PersistenceId ID = PersistenceId.ofUniqueId("chain");

  private ChainEntity(ActorContext<Command> context, ChainSettings settings, Start start,
      Consumer<Opened> opened) {
    super(ID);
    this.context = context;
    this.start = start;
    this.opened = opened;
    chain = new LiveChain(settings);
  }

  /** A chain entity that tells {@code opened} once how recovery ended. */
  public static Behavior<Command> create(ChainSettings settings, Start start,
      Consumer<Opened> opened) {
    return Behaviors.setup(context -> new ChainEntity(context, settings, start, opened));
  }

  @Override
  public Head emptyState() {
    return Head.NONE;
  }

  @Override
  public Recovery recovery() {
    return Recovery.withSnapshotSelectionCriteria(start == Start.FROM_CHECKPOINT
        ? SnapshotSelectionCriteria.latest() : SnapshotSelectionCriteria.none());
  }

  @Override
  public SignalHandler<Head> signalHandler() {
    return newSignalHandlerBuilder()
        .onSignal(RecoveryCompleted.instance(), this::onRecovered)
        .onSignal(RecoveryFailed.class,
            (head, failed) -> opened.accept(new Opened.Failed(failed.getFailure())))
        .build();
  }

  private void onRecovered(Head head) {
    recovering = false;
    if (head.number() < 0) {
      context.getSelf().tell(new WriteGenesis());
      return;
    }
    try {
      opened.accept(new Opened.Ready(chain.recovered()));
    } catch (ChainDamaged damaged) {
      opened.accept(new Opened.Failed(damaged));
      throw damaged;
    }
  }

  @Override
  public CommandHandler<Command, ChainEvent, Head> commandHandler() {
    return this::onCommand;
  }

  private Effect<ChainEvent, Head> onCommand(Head head, Command command) {
    return switch (command) {
      case Validate ask -> onValidate(ask);
      case Author request -> onRun(new Run(request, head.number(), false));
      case GoOn more -> onRun(more.run());
      case Listen listen -> onListen(listen);
      case WriteGenesis write -> onWriteGenesis();
    };
  }

  private Effect<ChainEvent, Head> onValidate(Validate ask) {
    var validities = new ArrayList<Validity>(ask.extrinsics().size());
    for (CheckedExtrinsic extrinsic : ask.extrinsics()) {
      validities.add(chain.engine().validate(extrinsic));
    }
    ask.replyTo().tell(new Validated(validities, chain.view().best().number()));
    return Effect().none();
  }

  private Effect<ChainEvent, Head> onListen(Listen listen) {
    listeners.add(listen.listener());
    return Effect().none();
  }

  private Effect<ChainEvent, Head> onWriteGenesis() {
    return Effect().persist((ChainEvent) chain.makeGenesis())
        .thenRun(head -> opened.accept(new Opened.Ready(chain.view())));
  }

  private Effect<ChainEvent, Head> onRun(Run run) {
    var events = new ArrayList<ChainEvent>();
    var blocks = new ArrayList<Block>();
    List<BlockMaker.Outcome> outcomes = List.of();
    boolean done = false;
    for (boolean started = run.started(); !done && events.size() < BATCH_MAX; started = true) {
      BlockMaker.Made made = chain.make(started ? List.of() : run.request().extrinsics());
      outcomes = started ? outcomes : made.outcomes();
      events.add(made.event());
      blocks.add(made.block());
      done = chain.reached(run.request().until(), run.from(), made.block());
    }
    var authored = new Authored(blocks, outcomes, done);
    return Effect().persist(List.<ChainEvent>copyOf(events))
        .thenRun(head -> afterPersist(run, authored));
  }

  private void afterPersist(Run run, Authored authored) {
    Block last = authored.blocks().getLast();
    chain.view().publish(last);
    var imported = new Imported(authored.blocks(), folded(authored.blocks()));
    listeners.forEach(listener -> listener.tell(imported));
    run.request().replyTo().tell(authored);
    if (!authored.done()) {
      context.getSelf().tell(new GoOn(new Run(run.request(), run.from(), true)));
    }
  }

  private List<Change> folded(List<Block> blocks) {
    if (blocks.size() == 1) {
      return chain.view().recentAt(blocks.getFirst().number()).changes();
    }
    var last = new TreeMap<Bytes, Change>();
    for (Block block : blocks) {
      chain.view().recentAt(block.number()).changes().forEach(it -> last.put(it.key(), it));
    }
    return List.copyOf(last.values());
  }

  @Override
  public EventHandler<Head, ChainEvent> eventHandler() {
    return this::onEvent;
  }

  private Head onEvent(Head head, ChainEvent event) {
    return recovering ? chain.replay(head, event) : chain.written(event);
  }

  @Override
  public boolean shouldSnapshot(Head head, ChainEvent event, long sequenceNr) {
    return chain.wantsCheckpoint(head);
  }

  @Override
  public SnapshotAdapter<Head> snapshotAdapter() {
    return new SnapshotAdapter<>() {
      @Override
      public Object toJournal(Head head) {
        return chain.writeCheckpoint(head);
      }

      @Override
      public Head fromJournal(Object stored) {
        return chain.readCheckpoint((CheckpointWritten) stored);
      }
    };
  }
}
