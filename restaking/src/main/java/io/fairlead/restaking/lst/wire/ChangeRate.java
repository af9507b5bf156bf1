package io.fairlead.restaking.lst.wire;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.primitive.Perbill;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;

/**
 * How fast a commission may rise ({@code CommissionChangeRate}).
 *
 * @param maxIncrease most in one step
 * @param minDelay blocks between two steps, u64
 */
public record ChangeRate(Perbill maxIncrease, long minDelay) {
  /** Fields in order. */
  public static final Codec<ChangeRate> CODEC =
      Codecs.struct("pallet_tangle_lst::types::commission::CommissionChangeRate",
          Fields.of(ChangeRate::new,
              field("max_increase", ChangeRate::maxIncrease, Perbill.CODEC, "Perbill"),
              field("min_delay", ChangeRate::minDelay, Codecs.U64, "BlockNumber")),
          Shape.param("BlockNumber", Codecs.U64.shape()));
}
