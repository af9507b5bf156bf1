package io.fairlead.runtime.staking;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import org.jspecify.annotations.Nullable;

/**
 * The era that pays rewards ({@code pallet_staking::ActiveEraInfo}).
 *
 * @param index u32
 * @param start Unix milliseconds; null in its first block
 */
public record ActiveEra(long index, @Nullable Long start) {
  static final Codec<ActiveEra> CODEC = Codecs.struct("pallet_staking::ActiveEraInfo",
      Fields.of(ActiveEra::new, field("index", ActiveEra::index, Codecs.U32, "EraIndex"),
          field("start", ActiveEra::start, Codecs.option(Codecs.U64), "Option<u64>")));
}
