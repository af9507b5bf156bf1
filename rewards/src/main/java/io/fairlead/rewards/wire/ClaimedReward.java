package io.fairlead.rewards.wire;

import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;

/**
 * What an account claimed of a vault.
 *
 * @param lastBlock block of the last claim, or of the first delegation; u64
 * @param total planck claimed so far
 */
public record ClaimedReward(long lastBlock, Balance total) {
  /** A tuple. */
  public static final Codec<ClaimedReward> CODEC = Codecs.pair(Codecs.U64, Balance.CODEC,
      ClaimedReward::new, ClaimedReward::lastBlock, ClaimedReward::total);
}
