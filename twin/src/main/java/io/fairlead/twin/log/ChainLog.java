package io.fairlead.twin.log;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.persistence.typed.PersistenceId;
import akka.persistence.typed.javadsl.CommandHandlerWithReply;
import akka.persistence.typed.javadsl.EventHandler;
import akka.persistence.typed.javadsl.EventSourcedBehaviorWithEnforcedReplies;
import akka.persistence.typed.javadsl.ReplyEffect;
import akka.persistence.typed.javadsl.RetentionCriteria;
import io.fairlead.substrate.primitive.Hash;
import java.util.List;

/**
 * The one commit point: a block exists for the twin when its facts are here. The state is the head only,
 * so recovery is a snapshot and a few events.
 */
public final class ChainLog
    extends EventSourcedBehaviorWithEnforcedReplies<ChainLog.Command, Blocks, LogHead> {
  private static final int EVENTS_PER_SNAPSHOT = 64;

  /** What it is told. */
  public sealed interface Command {}

  /** Append blocks that follow the head; those at or below it are acknowledged and ignored. */
  public record Append(Hash parent, List<Blocks> blocks, ActorRef<Answer> replyTo)
      implements Command {
    public Append {
      blocks = List.copyOf(blocks);
    }
  }

  /** Append blocks that come after the head, with a hole between if they do not follow it. */
  public record Continue(List<Blocks> blocks, ActorRef<Answer> replyTo) implements Command {
    public Continue {
      blocks = List.copyOf(blocks);
    }
  }

  /** Where does the log end? */
  public record Get(ActorRef<Answer> replyTo) implements Command {}

  /** What it answers. */
  public sealed interface Answer {}

  /** The log ends here, durably. */
  public record Head(LogHead head) implements Answer {}

  /** The blocks do not follow the head: those of another chain, or with a gap. */
  public record Refused(LogHead head, String reason) implements Answer {}

  private ChainLog(PersistenceId id) {
    super(id);
  }

  /** The log of a chain under {@code id}. */
  public static Behavior<Command> create(PersistenceId id) {
    return new ChainLog(id);
  }

  @Override
  public LogHead emptyState() {
    return LogHead.EMPTY;
  }

  @Override
  public CommandHandlerWithReply<Command, Blocks, LogHead> commandHandler() {
    return this::onCommand;
  }

  private ReplyEffect<Blocks, LogHead> onCommand(LogHead head, Command command) {
    return switch (command) {
      case Append append -> onAppend(head, append);
      case Continue it -> onContinue(head, it);
      case Get get -> Effect().reply(get.replyTo(), new Head(head));
    };
  }

  private ReplyEffect<Blocks, LogHead> onAppend(LogHead head, Append append) {
    if (append.blocks().isEmpty() || head.isWhole()
        && append.blocks().getLast().to() <= head.number()) {
      return Effect().reply(append.replyTo(), new Head(head));
    }
    Blocks first = append.blocks().getFirst();
    boolean follows = head.number() < 0
        || first.from() == head.number() + 1 && append.parent().equals(head.hash());
    if (!follows) {
      return Effect().reply(append.replyTo(), new Refused(head, "block " + first.from()
          + " with parent " + append.parent() + " does not follow block " + head.number() + " "
          + head.hash()));
    }
    return Effect().persist(append.blocks()).thenReply(append.replyTo(), Head::new);
  }

  private ReplyEffect<Blocks, LogHead> onContinue(LogHead head, Continue it) {
    if (it.blocks().isEmpty() || it.blocks().getLast().to() <= head.number()) {
      return Effect().reply(it.replyTo(), new Head(head));
    }
    if (it.blocks().getFirst().from() <= head.number()) {
      return Effect().reply(it.replyTo(), new Refused(head, "block "
          + it.blocks().getFirst().from() + " stands in the log already, which ends with block "
          + head.number()));
    }
    return Effect().persist(it.blocks()).thenReply(it.replyTo(), Head::new);
  }

  @Override
  public EventHandler<LogHead, Blocks> eventHandler() {
    return LogHead::after;
  }

  @Override
  public RetentionCriteria retentionCriteria() {
    return RetentionCriteria.snapshotEvery(EVENTS_PER_SNAPSHOT, 2);
  }
}
