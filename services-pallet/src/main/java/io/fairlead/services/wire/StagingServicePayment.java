package io.fairlead.services.wire;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.AssetId;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;

/**
 * The payment of a request, held until the service starts
 * ({@code tangle_primitives::services::service::StagingServicePayment}).
 *
 * @param requestId of the request
 * @param refundTo who gets it back
 * @param asset in which it was paid
 * @param amount in the asset's smallest unit
 */
public record StagingServicePayment(long requestId, RefundAccount refundTo, Asset asset,
    Balance amount) {

  /** Fields in order. */
  public static final Codec<StagingServicePayment> CODEC =
      Codecs.struct("tangle_primitives::services::service::StagingServicePayment",
          Fields.of(StagingServicePayment::new,
              field("request_id", StagingServicePayment::requestId, Codecs.U64, "u64"),
              field("refund_to", StagingServicePayment::refundTo, RefundAccount.CODEC,
                  "Account<AccountId>"),
              field("asset", StagingServicePayment::asset, Asset.CODEC, "Asset<AssetId>"),
              field("amount", StagingServicePayment::amount, Balance.CODEC, "Balance")),
          Shape.param("AccountId", AccountId.CODEC.shape()),
          Shape.param("AssetId", AssetId.CODEC.shape()),
          Shape.param("Balance", Balance.CODEC.shape()));
}
