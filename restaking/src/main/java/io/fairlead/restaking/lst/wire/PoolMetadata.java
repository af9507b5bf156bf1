package io.fairlead.restaking.lst.wire;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import org.jspecify.annotations.Nullable;

/**
 * How a pool is shown to people.
 *
 * @param name at most {@link LstLimits#NAME_BYTES_MAX} bytes, or none
 * @param icon at most {@link LstLimits#ICON_BYTES_MAX} bytes, or none
 */
public record PoolMetadata(@Nullable Bytes name, @Nullable Bytes icon) {
  static final Codec<Bytes> NAME = Bytes.codec(Codecs.boundedBytes(LstLimits.NAME_BYTES_MAX));
  static final Codec<Bytes> ICON = Bytes.codec(Codecs.boundedBytes(LstLimits.ICON_BYTES_MAX));
  static final String NAME_TYPE = "Option<BoundedVec<u8, T::MaxNameLength>>";
  static final String ICON_TYPE = "Option<BoundedVec<u8, T::MaxIconLength>>";

  /** Fields in order. */
  public static final Codec<PoolMetadata> CODEC =
      Codecs.struct("pallet_tangle_lst::types::bonded_pool::PoolMetadata",
          Fields.of(PoolMetadata::new,
              field("name", PoolMetadata::name, Codecs.option(NAME), NAME_TYPE),
              field("icon", PoolMetadata::icon, Codecs.option(ICON), ICON_TYPE)),
          Shape.skipped("T"));
}
