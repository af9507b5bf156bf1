package io.fairlead.services.wire;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.AssetId;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.EvmAddress;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/**
 * What was paid for a job call ({@code tangle_primitives::services::jobs::JobPayment}). Its asset id
 * has 32 bits, unlike everywhere else.
 *
 * @param serviceId of the service called
 * @param jobIndex index of the job, u8
 * @param callId of the call
 * @param payer who paid
 * @param asset in which it was paid; a number below 2^32
 * @param amount in the asset's smallest unit
 */
public record JobPayment(long serviceId, int jobIndex, long callId, AccountId payer, Asset asset,
    Balance amount) {

  private static final Codec<AssetId> SHORT_ID = Codecs.U32.as(AssetId::of, AssetId::low);

  private static final Codec<Asset> ASSET =
      Codecs.enumOf("tangle_primitives::services::types::Asset",
          List.of(Shape.param("AssetId", Codecs.U32.shape())),
          variant(0, "Custom", Asset.Custom.class,
              Fields.of(Asset.Custom::new,
                  field(null, Asset.Custom::id, SHORT_ID, "AssetId"))),
          variant(1, "Erc20", Asset.Erc20.class, Fields.of(Asset.Erc20::new,
              field(null, Asset.Erc20::token, EvmAddress.CODEC, "H160"))));

  /** Fields in order. */
  public static final Codec<JobPayment> CODEC =
      Codecs.struct("tangle_primitives::services::jobs::JobPayment",
          Fields.of(JobPayment::new, field("service_id", JobPayment::serviceId, Codecs.U64, "u64"),
              field("job_index", JobPayment::jobIndex, Codecs.U8, "u8"),
              field("call_id", JobPayment::callId, Codecs.U64, "u64"),
              field("payer", JobPayment::payer, AccountId.CODEC, "AccountId"),
              field("asset", JobPayment::asset, ASSET, "super::types::Asset<u32>"),
              field("amount", JobPayment::amount, Balance.CODEC, "u128")),
          Shape.skipped("AccountId"));
}
