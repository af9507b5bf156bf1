package io.fairlead.twin.blueprint;

import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.twin.entity.Maps;
import io.fairlead.twin.entity.TallyKind;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A blueprint. No lists: its services and operators are rows of tables.
 *
 * @param owner and {@code definition} in {@code Blueprints}; null before it was published
 * @param published block; -1: before this history
 * @param counts what was counted, by kind
 */
public record BlueprintState(long id, @Nullable AccountId owner,
    @Nullable ServiceBlueprint definition, long published, SortedMap<TallyKind, Long> counts) {
  public BlueprintState {
    counts = Maps.copy(counts);
  }

  private static final Codec<TallyKind> KIND = Codecs.plainEnum("TallyKind", TallyKind.values(),
      TallyKind::ordinal, TallyKind::name);

  static final Codec<BlueprintState> CODEC = Codecs.struct("BlueprintState",
      Fields.of(BlueprintState::new, Fields.field("id", BlueprintState::id, Codecs.U64, ""),
          Fields.field("owner", BlueprintState::owner, Codecs.option(AccountId.CODEC), ""),
          Fields.field("definition", BlueprintState::definition,
              Codecs.option(ServiceBlueprint.CODEC), ""),
          Fields.field("published", BlueprintState::published, Codecs.I64, ""),
          Fields.field("counts", BlueprintState::counts,
              Codecs.map(KIND, Codecs.U64, Codecs.UNBOUNDED), "")));

  static BlueprintState blank(long id) {
    return new BlueprintState(id, null, null, -1, new TreeMap<>());
  }

  /** How often a kind was counted. */
  public long count(TallyKind kind) {
    return counts.getOrDefault(kind, 0L);
  }
}
