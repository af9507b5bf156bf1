package io.fairlead.rewards;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.wire.Deposit;
import io.fairlead.restaking.wire.LockInfo;
import io.fairlead.rewards.wire.ClaimedReward;
import io.fairlead.rewards.wire.RewardConfig;
import io.fairlead.rewards.wire.RewardsError;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Perbill;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a vault owes a depositor ({@code calculate_deposit_rewards_with_lock_multiplier}). Integers
 * only; every share is floored to parts per billion first. Locked amounts count twice, as a part of
 * the deposit and once more with their multiplier.
 *
 * @param config of the vault
 * @param totalDeposit delegated to the vault, planck or smallest unit
 * @param totalScore the same with multipliers
 * @param issuance all planck there is
 * @param now block, u64
 * @param apyBlocks blocks of a year, u64
 * @param decayStart blocks since the last claim up to which nothing shrinks, u64
 * @param decayRate its parts are taken off 100 as if they were percent, down to 90
 */
record RewardFormula(RewardConfig config, Balance totalDeposit, Balance totalScore,
    Balance issuance, long now, long apyBlocks, long decayStart, Perbill decayRate) {
  private static final int PERCENT = Perbill.ONE / 100;
  private static final int DECAYED_PERCENT_MIN = 90;
  private static final long U32_MAX = 0xffff_ffffL;
  private static final Balance BILLION = Balance.of(Perbill.ONE);

  /**
   * Planck owed since the last claim. TotalDepositLessThanIncentiveCap,
   * CannotCalculatePropotionalApy, CannotCalculateRewardPerBlock, NoRewardsAvailable.
   *
   * @param last null without a record: then nothing is owed yet
   */
  Balance reward(Deposit deposit, @Nullable ClaimedReward last) {
    ensure(config.incentiveCap().compareTo(totalDeposit) <= 0,
        RewardsError.TOTAL_DEPOSIT_LESS_THAN_INCENTIVE_CAP);
    ensure(!config.depositCap().isZero(), RewardsError.CANNOT_CALCULATE_PROPOTIONAL_APY);
    Perbill apy = times(config.apy(), ratio(totalDeposit, config.depositCap()));
    Balance annual = decay(last).mulFloor(apy.mulFloor(issuance));
    ensure(apyBlocks != 0, RewardsError.CANNOT_CALCULATE_REWARD_PER_BLOCK);
    Balance perBlock = annual.divideFloor(Balance.of(clampedU32(apyBlocks)));

    long from = last == null ? now : last.lastBlock();
    var sum = new Sum(perBlock);
    sum.add(deposit.amount(), saturatingMinus(now, from));
    List<LockInfo> locks = deposit.locks();
    if (config.boostMultiplier() != null && locks != null) {
      for (LockInfo lock : locks) {
        sum.add(lock, from);
      }
    }
    ensure(!sum.score.isZero(), RewardsError.NO_REWARDS_AVAILABLE);
    return sum.reward;
  }

  private Perbill decay(@Nullable ClaimedReward last) {
    long elapsed = saturatingMinus(now, last == null ? 0 : last.lastBlock());
    if (Long.compareUnsigned(elapsed, decayStart) <= 0) {
      return new Perbill(Perbill.ONE);
    }
    int percent = Math.max(100 - Math.min(decayRate.parts(), 100), DECAYED_PERCENT_MIN);
    return new Perbill(percent * PERCENT);
  }

  /** {@code ⌊10^9 · part / whole⌋}, all of it where that would be more or {@code whole} is zero. */
  static Perbill ratio(Balance part, Balance whole) {
    if (whole.isZero() || part.compareTo(whole) > 0) {
      return new Perbill(Perbill.ONE);
    }
    return new Perbill((int) BILLION.mulDivFloor(part, whole).low());
  }

  /** {@code ⌊a · b / 10^9⌋} in parts. */
  static Perbill times(Perbill a, Perbill b) {
    return new Perbill((int) ((long) a.parts() * b.parts() / Perbill.ONE));
  }

  private static long saturatingMinus(long a, long b) {
    return Long.compareUnsigned(a, b) > 0 ? a - b : 0;
  }

  private static long clampedU32(long number) {
    return Long.compareUnsigned(number, U32_MAX) > 0 ? U32_MAX : number;
  }

  /** Adds up scores and what they earn. */
  private final class Sum {
    private final Balance perBlock;
    private Balance score = Balance.ZERO;
    private Balance reward = Balance.ZERO;

    Sum(Balance perBlock) {
      this.perBlock = perBlock;
    }

    void add(Balance amount, long blocks) {
      Balance share = ratio(amount, totalScore).mulFloor(perBlock);
      score = score.saturatingPlus(amount);
      reward = reward
          .saturatingPlus(share.saturatingTimes(Balance.of(clampedU32(blocks))));
    }

    void add(LockInfo lock, long from) {
      long blocks = saturatingMinus(now, from);
      long expiry = lock.expiryBlock();
      if (Long.compareUnsigned(expiry, from) <= 0) {
        add(lock.amount(), blocks);
        return;
      }
      Balance boosted =
          lock.amount().saturatingTimes(Balance.of(lock.lockMultiplier().value()));
      if (Long.compareUnsigned(expiry, now) > 0) {
        add(boosted, blocks);
      } else {
        add(boosted, expiry - from);
        add(lock.amount(), saturatingMinus(blocks, expiry - from));
      }
    }
  }
}
