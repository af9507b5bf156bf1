package io.fairlead.services.wire;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import org.jspecify.annotations.Nullable;

/**
 * A running subscription of a job
 * ({@code tangle_primitives::services::jobs::JobSubscriptionBilling}).
 *
 * @param serviceId of the service
 * @param jobIndex index of the job, u8
 * @param subscriber who pays
 * @param lastBilled block of the last charge
 * @param endBlock last block that is charged; null: without end
 */
public record JobSubscriptionBilling(long serviceId, int jobIndex, AccountId subscriber,
    long lastBilled, @Nullable Long endBlock) {

  /** Fields in order. */
  public static final Codec<JobSubscriptionBilling> CODEC =
      Codecs.struct("tangle_primitives::services::jobs::JobSubscriptionBilling",
          Fields.of(JobSubscriptionBilling::new,
              field("service_id", JobSubscriptionBilling::serviceId, Codecs.U64, "u64"),
              field("job_index", JobSubscriptionBilling::jobIndex, Codecs.U8, "u8"),
              field("subscriber", JobSubscriptionBilling::subscriber, AccountId.CODEC,
                  "AccountId"),
              field("last_billed", JobSubscriptionBilling::lastBilled, Codecs.U64, "BlockNumber"),
              field("end_block", JobSubscriptionBilling::endBlock, Codecs.option(Codecs.U64),
                  "Option<BlockNumber>")),
          Shape.skipped("AccountId"), Shape.skipped("BlockNumber"));
}
