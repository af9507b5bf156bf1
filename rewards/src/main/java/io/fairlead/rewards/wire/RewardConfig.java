package io.fairlead.rewards.wire;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Perbill;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import org.jspecify.annotations.Nullable;

/**
 * How a vault rewards ({@code RewardConfigForAssetVault}).
 *
 * @param apy yearly share of the total issuance that a full vault pays
 * @param incentiveCap least total deposit at which it pays
 * @param depositCap total at which it is full
 * @param boostMultiplier 1: locks count with their multiplier; null: they do not count
 */
public record RewardConfig(Perbill apy, Balance incentiveCap, Balance depositCap,
    @Nullable Long boostMultiplier) {
  /** Fields in order. */
  public static final Codec<RewardConfig> CODEC =
      Codecs.struct("pallet_rewards::types::RewardConfigForAssetVault",
          Fields.of(RewardConfig::new, field("apy", RewardConfig::apy, Perbill.CODEC, "Perbill"),
              field("incentive_cap", RewardConfig::incentiveCap, Balance.CODEC, "Balance"),
              field("deposit_cap", RewardConfig::depositCap, Balance.CODEC, "Balance"),
              field("boost_multiplier", RewardConfig::boostMultiplier, Codecs.option(Codecs.U32),
                  "Option<u32>")),
          Shape.param("Balance", Balance.CODEC.shape()));
}
