package io.fairlead.rewards.wire;

import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;

/**
 * Income that waits to be claimed.
 *
 * @param serviceId u64
 * @param amount planck
 */
public record PendingReward(long serviceId, Balance amount) {
  /** A tuple. */
  public static final Codec<PendingReward> CODEC = Codecs.pair(Codecs.U64, Balance.CODEC,
      PendingReward::new, PendingReward::serviceId, PendingReward::amount);
}
