package io.fairlead.restaking.wire;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Percent;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;

/**
 * A slash that waits for its round ({@code tangle_primitives::services::types::UnappliedSlash}).
 * Services stores it, restaking takes it.
 *
 * @param era round in which it was reported, u32
 * @param blueprintId of the service, u64
 * @param serviceId u64
 * @param operator the offender
 * @param slashPercent of the offender's stake and of each delegation that it reaches
 */
public record UnappliedSlash(long era, long blueprintId, long serviceId, AccountId operator,
    Percent slashPercent) {

  /** Fields in order. */
  public static final Codec<UnappliedSlash> CODEC =
      Codecs.struct("tangle_primitives::services::types::UnappliedSlash",
          Fields.of(UnappliedSlash::new,
              Fields.field("era", UnappliedSlash::era, Codecs.U32, "EraIndex"),
              Fields.field("blueprint_id", UnappliedSlash::blueprintId, Codecs.U64, "u64"),
              Fields.field("service_id", UnappliedSlash::serviceId, Codecs.U64, "u64"),
              Fields.field("operator", UnappliedSlash::operator, AccountId.CODEC, "AccountId"),
              Fields.field("slash_percent", UnappliedSlash::slashPercent, Percent.CODEC,
                  "Percent")),
          Shape.param("AccountId", AccountId.CODEC.shape()));
}
