package io.fairlead.restaking.wire;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;

/**
 * A locked part of a deposit. Locks stay after they expired.
 *
 * @param amount in the asset's smallest unit
 * @param lockMultiplier for rewards
 * @param expiryBlock first block in which it no longer locks, u64
 */
public record LockInfo(Balance amount, LockMultiplier lockMultiplier, long expiryBlock) {
  /** Fields in order. */
  public static final Codec<LockInfo> CODEC =
      Codecs.struct("tangle_primitives::types::rewards::LockInfo",
          Fields.of(LockInfo::new, field("amount", LockInfo::amount, Balance.CODEC, "Balance"),
              field("lock_multiplier", LockInfo::lockMultiplier, LockMultiplier.CODEC,
                  "LockMultiplier"),
              field("expiry_block", LockInfo::expiryBlock, Codecs.U64, "BlockNumber")),
          RestakingLimits.BALANCE, RestakingLimits.BLOCK_NUMBER);

  /** Whether it still locks in block {@code now}. */
  public boolean isLive(long now) {
    return Long.compareUnsigned(expiryBlock, now) > 0;
  }
}
