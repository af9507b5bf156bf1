package io.fairlead.services.wire;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What an operator takes part in ({@code tangle_primitives::services::types::OperatorProfile}).
 *
 * @param services that it serves, ascending
 * @param blueprints that it is registered for, ascending
 */
public record OperatorProfile(SortedSet<Long> services, SortedSet<Long> blueprints) {
  /** In nothing. */
  public static final OperatorProfile EMPTY =
      new OperatorProfile(Collections.emptySortedSet(), Collections.emptySortedSet());

  /** Fields in order. */
  public static final Codec<OperatorProfile> CODEC =
      Codecs.struct("tangle_primitives::services::types::OperatorProfile",
          Fields.of(OperatorProfile::new,
              field("services", OperatorProfile::services,
                  Codecs.boundedSet(Codecs.U64, Limits.SERVICES_PER_OPERATOR_MAX),
                  "BoundedBTreeSet<u64, C::MaxServicesPerOperator>"),
              field("blueprints", OperatorProfile::blueprints,
                  Codecs.boundedSet(Codecs.U64, Limits.BLUEPRINTS_PER_OPERATOR_MAX),
                  "BoundedBTreeSet<u64, C::MaxBlueprintsPerOperator>")),
          Shape.skipped("C"));

  /** This profile with one more service. */
  public OperatorProfile withService(long serviceId) {
    return new OperatorProfile(with(services, serviceId), blueprints);
  }

  /** This profile with one more blueprint. */
  public OperatorProfile withBlueprint(long blueprintId) {
    return new OperatorProfile(services, with(blueprints, blueprintId));
  }

  /** This profile without a service. */
  public OperatorProfile withoutService(long serviceId) {
    return new OperatorProfile(without(services, serviceId), blueprints);
  }

  /** This profile without a blueprint. */
  public OperatorProfile withoutBlueprint(long blueprintId) {
    return new OperatorProfile(services, without(blueprints, blueprintId));
  }

  /** {@code ids} except {@code id}; a copy. */
  public static SortedSet<Long> without(SortedSet<Long> ids, long id) {
    var fewer = new TreeSet<>(ids);
    fewer.remove(id);
    return Collections.unmodifiableSortedSet(fewer);
  }

  /** {@code ids} and {@code id}; a copy. */
  public static SortedSet<Long> with(SortedSet<Long> ids, long id) {
    var more = new TreeSet<>(ids);
    more.add(id);
    return Collections.unmodifiableSortedSet(more);
  }
}
