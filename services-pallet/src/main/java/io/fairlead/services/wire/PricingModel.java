package io.fairlead.services.wire;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a job costs, in planck ({@code tangle_primitives::services::types::PricingModel}). Block
 * counts are u32 in a job definition and u64 in an event.
 */
public sealed interface PricingModel {
  /** {@code amount} planck a call. */
  record PayOnce(Balance amount) implements PricingModel {}

  /** {@code ratePerInterval} planck each {@code interval} blocks, until block {@code end}. */
  record Subscription(Balance ratePerInterval, long interval,
      @Nullable Long end) implements PricingModel {}

  /** {@code rewardPerEvent} planck an event. */
  record EventDriven(Balance rewardPerEvent) implements PricingModel {}

  /** With u32 blocks, as in a job definition. */
  Codec<PricingModel> CODEC = codec(Codecs.U32);

  /** With u64 blocks, as in event {@code RewardDistributed}. */
  Codec<PricingModel> EVENT_CODEC = codec(Codecs.U64);

  private static Codec<PricingModel> codec(Codec<Long> blocks) {
    return Codecs.enumOf("tangle_primitives::services::types::PricingModel",
        List.of(Shape.param("BlockNumber", blocks.shape()),
            Shape.param("Balance", Balance.CODEC.shape())),
        variant(0, "PayOnce", PayOnce.class,
            Fields.of(PayOnce::new, field("amount", PayOnce::amount, Balance.CODEC, "Balance"))),
        variant(1, "Subscription", Subscription.class, Fields.of(Subscription::new,
            field("rate_per_interval", Subscription::ratePerInterval, Balance.CODEC, "Balance"),
            field("interval", Subscription::interval, blocks, "BlockNumber"),
            field("maybe_end", Subscription::end, Codecs.option(blocks), "Option<BlockNumber>"))),
        variant(2, "EventDriven", EventDriven.class, Fields.of(EventDriven::new,
            field("reward_per_event", EventDriven::rewardPerEvent, Balance.CODEC, "Balance"))));
  }
}
