package io.fairlead.twin.lane;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.persistence.typed.PersistenceId;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.entity.LaneAdvanced;
import io.fairlead.twin.entity.TwinEntity;
import io.fairlead.twin.log.Blocks;
import io.fairlead.twin.log.LogHead;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log once and deals windows to the lanes: alone at the head, large ones behind it, with no
 * switch between the two. The lowest watermark of the lanes is what answers are true at.
 */
public final class Distributor extends AbstractBehavior<Distributor.Command> {
  /** Events of the log in one window; with 256 KiB each some 50,000 facts. */
  private static final int EVENTS_PER_WINDOW = 32;

  /** What it is told. */
  public sealed interface Command {}

  /** The log has grown. */
  public record LogGrew(LogHead head) implements Command {}

  record LaneAt(int lane, LaneAdvanced at) implements Command {}

  private record Read(List<Blocks> events, long last) implements Command {}

  private record NotRead(Throwable failure) implements Command {}

  /** Reads the log. */
  public interface LogReader {
    /** Events with sequence numbers {@code from} to {@code to}, those that are there. */
    CompletionStage<List<Blocks>> read(long from, long to);
  }

  private final LogReader reader;
  private final LongConsumer watermark;
  private final List<ActorRef<Lane.Command>> lanes = new ArrayList<>();
  private final @Nullable LaneAdvanced[] at;
  private LogHead head;
  private long dealt = -1;
  private boolean isReading;
  private int busy;
  private long reach = EVENTS_PER_WINDOW;

  private Distributor(ActorContext<Command> context, String idPrefix, int lanes, LogHead head,
      LogReader reader, BiConsumer<EntityKey, TwinEntity.Command> entities,
      LongConsumer watermark) {
    super(context);
    this.reader = reader;
    this.watermark = watermark;
    this.head = head;
    this.at = new LaneAdvanced[lanes];
    for (int lane = 0; lane < lanes; lane++) {
      var ref = context.spawn(
          Lane.create(PersistenceId.ofUniqueId(idPrefix + lane), lane, context.getSelf(), entities),
          "lane-" + lane);
      this.lanes.add(ref);
      ref.tell(new Lane.Where());
    }
  }

  /**
   * A distributor over {@code lanes} lanes.
   *
   * @param idPrefix of the lanes' persistence ids
   * @param watermark is told the block up to which all lanes are done, whenever it moves
   */
  public static Behavior<Command> create(String idPrefix, int lanes, LogHead head,
      LogReader reader, BiConsumer<EntityKey, TwinEntity.Command> entities,
      LongConsumer watermark) {
    return Behaviors.setup(context -> new Distributor(context, idPrefix, lanes, head, reader,
        entities, watermark));
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder().onMessage(Command.class, this::onCommand).build();
  }

  private Behavior<Command> onCommand(Command command) {
    switch (command) {
      case LogGrew(LogHead newHead) -> {
        head = newHead;
        read();
      }
      case LaneAt laneAt -> onLaneAt(laneAt);
      case Read(List<Blocks> events, long last) -> onRead(events, last);
      case NotRead(Throwable failure) -> throw new IllegalStateException(
          "the log cannot be read: " + failure.getMessage(), failure);
    }
    return this;
  }

  private void onLaneAt(LaneAt message) {
    boolean isFirst = at[message.lane()] == null;
    at[message.lane()] = message.at();
    if (!isFirst) {
      busy--;
    }
    if (Arrays.stream(at).anyMatch(it -> it == null)) {
      return;
    }
    if (isFirst) { // the last of the lanes has recovered
      dealt = lowest().sequence();
    }
    watermark.accept(lowest().to());
    read();
  }

  private LaneAdvanced lowest() {
    return Arrays.stream(at).map(java.util.Objects::requireNonNull)
        .min(java.util.Comparator.comparingLong(LaneAdvanced::sequence)).orElseThrow();
  }

  /** Reads the next events when all lanes are done with the last ones. */
  private void read() {
    if (dealt < 0 || isReading || busy > 0 || head.sequence() <= dealt) {
      return;
    }
    isReading = true;
    long from = dealt + 1;
    long to = Math.min(head.sequence(), dealt + reach);
    getContext().pipeToSelf(reader.read(from, to),
        (events, failure) -> failure == null ? new Read(events, to) : new NotRead(failure));
  }

  private void onRead(List<Blocks> events, long last) {
    isReading = false;
    List<Blocks> whole = new ArrayList<>(events);
    long sequence = last;
    while (!whole.isEmpty() && !whole.getLast().isWhole()) {
      whole.removeLast();
      sequence--;
    }
    if (whole.isEmpty() && last < head.sequence()) { // a block of more events, such as a large seed
      reach *= 2;
      read();
      return;
    }
    if (whole.isEmpty()) {
      throw new IllegalStateException("the log ends with a part of block " + head.number());
    }
    reach = EVENTS_PER_WINDOW;
    dealt = sequence;
    List<Window> windows = WindowCutter.cut(whole, sequence, lanes.size());
    busy = lanes.size();
    for (int lane = 0; lane < lanes.size(); lane++) {
      lanes.get(lane).tell(new Lane.Take(windows.get(lane)));
    }
  }
}
