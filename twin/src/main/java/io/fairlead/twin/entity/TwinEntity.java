package io.fairlead.twin.entity;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.persistence.typed.PersistenceId;
import akka.persistence.typed.SnapshotAdapter;
import akka.persistence.typed.javadsl.CommandHandlerWithReply;
import akka.persistence.typed.javadsl.EventHandler;
import akka.persistence.typed.javadsl.EventSourcedBehaviorWithEnforcedReplies;
import akka.persistence.typed.javadsl.ReplyEffect;
import akka.persistence.typed.javadsl.RetentionCriteria;
import io.fairlead.twin.fact.Fact;
import io.fairlead.twin.fact.KeyChange;
import java.util.List;

/**
 * An entity of the chain: one journal, one event for each window of blocks that says something of it.
 * Wakes when a fact or a question comes; its shard puts it to sleep when none does.
 */
public final class TwinEntity<S>
    extends EventSourcedBehaviorWithEnforcedReplies<TwinEntity.Command, EntityEvent, Held<S>> {
  private static final int EVENTS_PER_SNAPSHOT = 64;

  /** What it is told. */
  public sealed interface Command {}

  /** What a window of blocks says of it. */
  public record Apply(Advanced window, ActorRef<Applied> replyTo) implements Command {}

  /** It stands in the journal, or stood there already. */
  public record Applied(EntityKey key, long to) {}

  /** Show yourself at block {@code watermark}. */
  public record Get(long watermark, ActorRef<Answer> replyTo) implements Command {}

  /** Which keys and values of the chain do you hold? */
  public record GetRows(ActorRef<Rows> replyTo) implements Command {}

  /** They, and the block they are of. */
  public record Rows(EntityKey key, long asOf, List<KeyChange> rows) {
    public Rows {
      rows = List.copyOf(rows);
    }
  }

  /** A value of the chain that the auditor found to be another here. */
  public record Correct(Fact.Change change, String reason, ActorRef<Answer> replyTo)
      implements Command {}

  /** What it answers. */
  public sealed interface Answer {}

  /** Its state at the block asked for. */
  public record Shown(Held<?> held) implements Answer {}

  /** No fact has ever come. */
  public record NotKnown(EntityKey key) implements Answer {}

  private final EntityKey key;
  private final Portrait<S> portrait;

  private TwinEntity(PersistenceId id, EntityKey key, Portrait<S> portrait) {
    super(id);
    this.key = key;
    this.portrait = portrait;
  }

  /** The entity {@code key} under {@code id}. */
  public static <S> Behavior<Command> create(PersistenceId id, EntityKey key,
      Portrait<S> portrait) {
    return new TwinEntity<>(id, key, portrait);
  }

  @Override
  public Held<S> emptyState() {
    return Held.blank(portrait, key);
  }

  @Override
  public CommandHandlerWithReply<Command, EntityEvent, Held<S>> commandHandler() {
    return this::onCommand;
  }

  private ReplyEffect<EntityEvent, Held<S>> onCommand(Held<S> held, Command command) {
    return switch (command) {
      case Apply apply -> onApply(held, apply);
      case Get get -> Effect().reply(get.replyTo(), shown(held, get.watermark()));
      case GetRows get -> Effect().reply(get.replyTo(),
          new Rows(key, held.asOf(), portrait.rows(held.state())));
      case Correct correct -> Effect().persist(new Corrected(correct.change(), correct.reason()))
          .thenReply(correct.replyTo(), Shown::new);
    };
  }

  private Answer shown(Held<S> held, long watermark) {
    Held<S> at = held.at(watermark);
    return at.isBlank() ? new NotKnown(key) : new Shown(at);
  }

  private ReplyEffect<EntityEvent, Held<S>> onApply(Held<S> held, Apply apply) {
    Advanced window = apply.window();
    if (window.to() <= held.asOf()) {
      return Effect().reply(apply.replyTo(), new Applied(key, window.to()));
    }
    var fresh = new Advanced(window.from(), window.to(), window.after(held.asOf()),
        window.tallies().stream().filter(it -> it.first().block() > held.asOf()).toList());
    return Effect().persist(fresh)
        .thenReply(apply.replyTo(), next -> new Applied(key, next.asOf()));
  }

  @Override
  public EventHandler<Held<S>, EntityEvent> eventHandler() {
    return (held, event) -> held.after(portrait, event);
  }

  @Override
  public SnapshotAdapter<Held<S>> snapshotAdapter() {
    return new HeldSnapshot.Adapter<>(portrait);
  }

  @Override
  public RetentionCriteria retentionCriteria() {
    return RetentionCriteria.snapshotEvery(EVENTS_PER_SNAPSHOT, 2);
  }
}
