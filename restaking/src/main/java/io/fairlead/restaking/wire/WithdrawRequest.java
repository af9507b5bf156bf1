package io.fairlead.restaking.wire;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;

/**
 * A delegator's wish to take back a deposit.
 *
 * @param amount in the asset's smallest unit; already taken out of the deposit
 * @param requestedRound u32
 */
public record WithdrawRequest(Asset asset, Balance amount, long requestedRound) {
  /** Fields in order. */
  public static final Codec<WithdrawRequest> CODEC =
      Codecs.struct("pallet_multi_asset_delegation::types::delegator::WithdrawRequest",
          Fields.of(WithdrawRequest::new,
              field("asset", WithdrawRequest::asset, Asset.CODEC, "Asset<AssetId>"),
              field("amount", WithdrawRequest::amount, Balance.CODEC, "Balance"),
              field("requested_round", WithdrawRequest::requestedRound, Codecs.U32, "RoundIndex")),
          RestakingLimits.ASSET_ID, RestakingLimits.BALANCE);
}
