package io.fairlead.restaking.lst.wire;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/**
 * What a pool knows of its rewards. Amounts are planck.
 *
 * @param counter rewards for one point ever, in parts of 10^18
 * @param recordedPayouts all rewards ever seen when they were last looked at
 * @param rewardsClaimed rewards paid to members
 * @param commissionPending commission not yet paid
 * @param commissionClaimed commission paid
 */
public record RewardPool(Balance counter, Balance recordedPayouts, Balance rewardsClaimed,
    Balance commissionPending, Balance commissionClaimed) {
  private static final Codec<Balance> FIXED = Balance.CODEC
      .shaped(new Shape.Composite("sp_arithmetic::fixed_point::FixedU128", List.of(),
          List.of(new Shape.Field(null, Balance.CODEC.shape(), "u128"))));
  private static final String AMOUNT = "BalanceOf<T>";

  /** A pool without rewards. */
  public static final RewardPool NONE =
      new RewardPool(Balance.ZERO, Balance.ZERO, Balance.ZERO, Balance.ZERO, Balance.ZERO);

  /** Five u128. */
  public static final Codec<RewardPool> CODEC =
      Codecs.struct("pallet_tangle_lst::types::sub_pools::RewardPool",
          Fields.of(RewardPool::new,
              field("last_recorded_reward_counter", RewardPool::counter, FIXED,
                  "T::RewardCounter"),
              field("last_recorded_total_payouts", RewardPool::recordedPayouts, Balance.CODEC,
                  AMOUNT),
              field("total_rewards_claimed", RewardPool::rewardsClaimed, Balance.CODEC, AMOUNT),
              field("total_commission_pending", RewardPool::commissionPending, Balance.CODEC,
                  AMOUNT),
              field("total_commission_claimed", RewardPool::commissionClaimed, Balance.CODEC,
                  AMOUNT)),
          Shape.skipped("T"));
}
