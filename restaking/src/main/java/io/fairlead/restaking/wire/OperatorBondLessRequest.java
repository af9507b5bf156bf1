package io.fairlead.restaking.wire;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;

/**
 * An operator's wish to take back stake.
 *
 * @param amount planck
 * @param requestTime round in which it was made, u32
 */
public record OperatorBondLessRequest(Balance amount, long requestTime) {
  /** Fields in order. */
  public static final Codec<OperatorBondLessRequest> CODEC =
      Codecs.struct("pallet_multi_asset_delegation::types::operator::OperatorBondLessRequest",
          Fields.of(OperatorBondLessRequest::new,
              field("amount", OperatorBondLessRequest::amount, Balance.CODEC, "Balance"),
              field("request_time", OperatorBondLessRequest::requestTime, Codecs.U32,
                  "RoundIndex")),
          RestakingLimits.BALANCE);
}
