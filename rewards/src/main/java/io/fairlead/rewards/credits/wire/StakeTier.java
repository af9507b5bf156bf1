package io.fairlead.rewards.credits.wire;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;

/**
 * What a stake earns from a threshold on.
 *
 * @param threshold least stake, in planck or the asset's smallest unit
 * @param ratePerBlock credits a block
 */
public record StakeTier(Balance threshold, Balance ratePerBlock) {
  /** Fields in order, both compact. */
  public static final Codec<StakeTier> CODEC = Codecs.struct("pallet_credits::types::StakeTier",
      Fields.of(StakeTier::new,
          field("threshold", StakeTier::threshold, Balance.COMPACT, "Balance"),
          field("rate_per_block", StakeTier::ratePerBlock, Balance.COMPACT, "Balance")),
      Shape.param("Balance", Balance.CODEC.shape()));
}
