package io.fairlead.twin;

import akka.actor.typed.ActorSystem;
import akka.cluster.sharding.typed.javadsl.ClusterSharding;
import akka.cluster.sharding.typed.javadsl.Entity;
import akka.cluster.sharding.typed.javadsl.EntityTypeKey;
import akka.persistence.typed.PersistenceId;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.entity.EntityType;
import io.fairlead.twin.entity.Portrait;
import io.fairlead.twin.entity.TwinEntity;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** All entities of one generation, found by their keys wherever they run. */
public final class Entities {
  private static final Duration READ = Duration.ofSeconds(5);

  private final ClusterSharding sharding;
  private final Map<EntityType, EntityTypeKey<TwinEntity.Command>> keys =
      new EnumMap<>(EntityType.class);

  private Entities(ClusterSharding sharding) {
    this.sharding = sharding;
  }

  /**
   * Starts the regions of all types.
   *
   * @param generation part of every persistence id
   */
  static Entities start(ActorSystem<?> system, Generation generation,
      Map<EntityType, Portrait<?>> portraits) {
    var entities = new Entities(ClusterSharding.get(system));
    portraits.forEach((type, portrait) -> entities.add(type, portrait, generation));
    return entities;
  }

  private <S> void add(EntityType type, Portrait<S> portrait, Generation generation) {
    EntityTypeKey<TwinEntity.Command> typeKey =
        EntityTypeKey.create(TwinEntity.Command.class, type.code());
    keys.put(type, typeKey);
    sharding.init(Entity.of(typeKey, context -> {
      EntityKey key = new EntityKey(type, context.getEntityId());
      return TwinEntity.create(
          PersistenceId.of(type.code(), generation.entity(context.getEntityId())), key, portrait,
          context.getShard());
    }));
  }

  /** Sends {@code command} to the entity, waking it. */
  void tell(EntityKey key, TwinEntity.Command command) {
    sharding.entityRefFor(keyOf(key), key.key()).tell(command);
  }

  /** The entity at block {@code watermark}. */
  public CompletionStage<TwinEntity.Answer> get(EntityKey key, long watermark) {
    return sharding.entityRefFor(keyOf(key), key.key())
        .ask(replyTo -> new TwinEntity.Get(watermark, replyTo), READ);
  }

  /** The keys and values that the entity holds. */
  CompletionStage<TwinEntity.Rows> rows(EntityKey key) {
    return sharding.entityRefFor(keyOf(key), key.key()).ask(TwinEntity.GetRows::new, READ);
  }

  private EntityTypeKey<TwinEntity.Command> keyOf(EntityKey key) {
    EntityTypeKey<TwinEntity.Command> typeKey = keys.get(key.type());
    if (typeKey == null) {
      throw new IllegalStateException("no entities of type " + key.type());
    }
    return typeKey;
  }
}
