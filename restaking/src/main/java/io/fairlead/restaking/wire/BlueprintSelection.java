package io.fairlead.restaking.wire;

import static io.fairlead.substrate.scale.EnumCodec.variant;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/**
 * The blueprints whose slashes a delegation bears ({@code DelegatorBlueprintSelection}).
 */
public sealed interface BlueprintSelection {
  /**
   * These and no others.
   *
   * @param blueprintIds u64 each, at most {@link RestakingLimits#DELEGATOR_BLUEPRINTS_MAX}
   */
  record Fixed(List<Long> blueprintIds) implements BlueprintSelection {
    public Fixed {
      blueprintIds = List.copyOf(blueprintIds);
    }
  }

  /** Every blueprint, those to come too. */
  record All() implements BlueprintSelection {}

  BlueprintSelection ALL = new All();

  /** One byte of index, and the list. */
  Codec<BlueprintSelection> CODEC = Codecs.enumOf(
      "pallet_multi_asset_delegation::types::delegator::DelegatorBlueprintSelection",
      List.of(Shape.param("MaxBlueprints", RestakingLimits.MAX_DELEGATOR_BLUEPRINTS)),
      variant(0, "Fixed", Fixed.class,
          Fields.of(Fixed::new,
              Fields.field(null, Fixed::blueprintIds,
                  Codecs.boundedVec(Codecs.U64, RestakingLimits.DELEGATOR_BLUEPRINTS_MAX),
                  "BoundedVec<BlueprintId, MaxBlueprints>"))),
      variant(1, "All", All.class, (All) ALL));

  /** The selection of exactly these blueprints. */
  static BlueprintSelection fixed(Long... blueprintIds) {
    return new Fixed(List.of(blueprintIds));
  }

  /** Whether a slash of {@code blueprintId} reaches the delegation. */
  default boolean contains(long blueprintId) {
    return switch (this) {
      case All() -> true;
      case Fixed(List<Long> blueprintIds) -> blueprintIds.contains(blueprintId);
    };
  }
}
