package io.fairlead.twin;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.AskPattern;
import akka.cluster.sharding.ShardRegion.CurrentShardRegionState;
import akka.cluster.sharding.typed.ClusterShardingSettings;
import akka.cluster.sharding.typed.ClusterShardingQuery;
import akka.cluster.sharding.typed.GetShardRegionState;
import akka.cluster.sharding.typed.javadsl.ClusterSharding;
import akka.cluster.sharding.typed.javadsl.Entity;
import akka.cluster.sharding.typed.javadsl.EntityTypeKey;
import akka.persistence.typed.PersistenceId;
import io.fairlead.twin.entity.ActiveBound;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.entity.EntityType;
import io.fairlead.twin.entity.Portrait;
import io.fairlead.twin.entity.TwinEntity;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** All entities of one generation, found by their keys wherever they run. */
public final class Entities {
  private static final Duration READ = Duration.ofSeconds(5);

  private final ActorSystem<?> system;
  private final ClusterSharding sharding;
  private final ClusterShardingSettings settings;
  private final Map<EntityType, EntityTypeKey<TwinEntity.Command>> keys =
      new EnumMap<>(EntityType.class);

  private Entities(ActorSystem<?> system, ActiveBound bound) {
    this.system = system;
    this.sharding = ClusterSharding.get(system);
    ClusterShardingSettings defaults = ClusterShardingSettings.create(system);
    this.settings = defaults.withPassivationStrategy(defaults.passivationStrategySettings()
        .withIdleEntityPassivation(bound.idle()).withActiveEntityLimit(bound.max())
        .withLeastRecentlyUsedReplacement());
  }

  /**
   * Starts the regions of all types.
   *
   * @param generation part of every persistence id
   * @param bound of those in memory
   */
  static Entities start(ActorSystem<?> system, Generation generation,
      Map<EntityType, Portrait<?>> portraits, ActiveBound bound) {
    var entities = new Entities(system, bound);
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
          PersistenceId.of(type.code(), generation.entity(context.getEntityId())), key, portrait);
    }).withSettings(settings));
  }

  /** Sends {@code command} to the entity, waking it. */
  void tell(EntityKey key, TwinEntity.Command command) {
    sharding.entityRefFor(keyOf(key.type()), key.key()).tell(command);
  }

  /** The entity at block {@code watermark}. */
  public CompletionStage<TwinEntity.Answer> get(EntityKey key, long watermark) {
    return sharding.entityRefFor(keyOf(key.type()), key.key())
        .ask(replyTo -> new TwinEntity.Get(watermark, replyTo), READ);
  }

  /** The keys and values that the entity holds. */
  CompletionStage<TwinEntity.Rows> rows(EntityKey key) {
    return sharding.entityRefFor(keyOf(key.type()), key.key()).ask(TwinEntity.GetRows::new, READ);
  }

  /** The keys of the entities of a type that are in memory on this node. */
  CompletionStage<Set<String>> active(EntityType type) {
    return AskPattern
        .<ClusterShardingQuery, CurrentShardRegionState>ask(sharding.shardState(),
            replyTo -> new GetShardRegionState(keyOf(type), replyTo), READ, system.scheduler())
        .thenApply(state -> state.getShards().stream().flatMap(it -> it.getEntityIds().stream())
            .collect(Collectors.toSet()));
  }

  private EntityTypeKey<TwinEntity.Command> keyOf(EntityType type) {
    EntityTypeKey<TwinEntity.Command> typeKey = keys.get(type);
    if (typeKey == null) {
      throw new IllegalStateException("no entities of type " + type);
    }
    return typeKey;
  }
}
