package io.fairlead.restaking.lst.wire;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/**
 * More for a pool ({@code BondExtra}, whose only variant is FreeBalance).
 *
 * @param amount free planck
 */
public record ExtraBond(Balance amount) {
  /** One byte of index, then the amount. */
  public static final EnumCodec<ExtraBond> CODEC =
      Codecs.enumOf("pallet_tangle_lst::types::BondExtra",
          List.of(Shape.param("Balance", Balance.CODEC.shape())),
          variant(0, "FreeBalance", ExtraBond.class, Fields.of(ExtraBond::new,
              field(null, ExtraBond::amount, Balance.CODEC, "Balance"))));
}
