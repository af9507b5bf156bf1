package io.fairlead.rewards;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.wire.Deposit;
import io.fairlead.rewards.VaultRules.Year;
import io.fairlead.rewards.wire.ClaimedReward;
import io.fairlead.rewards.wire.RewardConfig;
import io.fairlead.rewards.wire.RewardsError;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Perbill;
import org.jspecify.annotations.Nullable;

/**
 * What a vault owes a depositor ({@code calculate_deposit_rewards_with_lock_multiplier}): a share of a
 * yearly part of all planck there is. Integers only, every step floored.
 */
final class RewardFormula {
  private static final long U32_MAX = 0xffff_ffffL;
  /** 365 days of blocks of 6 seconds. */
  private static final long YEAR_BLOCKS = 5_256_000;

  private final Decay decay;
  private final Slices slices;
  private final Shares shares;
  private final Year year;

  RewardFormula(Decay decay, Slices slices, Shares shares, Year year) {
    this.decay = decay;
    this.slices = slices;
    this.shares = shares;
    this.year = year;
  }

  /** The formula that {@code rules} make. */
  static RewardFormula of(VaultRules rules) {
    return new RewardFormula(new Decay(rules.decayRate(), rules.decayReach()),
        new Slices(rules.base(), rules.locks()), new Shares(rules.share()),
        rules.year());
  }

  /**
   * A vault at a block.
   *
   * @param totalDeposit delegated to the vault, planck or smallest unit
   * @param totalScore the same with multipliers
   * @param issuance all planck there is
   * @param now block, u64
   * @param apyBlocks blocks of a year, u64; 0: not set
   * @param decayStart blocks since the last claim up to which nothing shrinks, u64
   */
  record Vault(RewardConfig config, Balance totalDeposit, Balance totalScore, Balance issuance,
      long now, long apyBlocks, long decayStart, Perbill decayRate) {}

  /**
   * Planck owed since the last claim. TotalDepositLessThanIncentiveCap,
   * CannotCalculatePropotionalApy, CannotCalculateRewardPerBlock, NoRewardsAvailable.
   *
   * @param last null without a record: then nothing is owed yet
   */
  Balance reward(Vault vault, Deposit deposit, @Nullable ClaimedReward last) {
    Balance perBlock = perBlock(vault, last == null ? 0 : last.lastBlock());
    var sum = new Sum(shares, perBlock, vault.totalScore);
    slices.of(deposit, vault.config.boostMultiplier() != null,
        last == null ? vault.now : last.lastBlock(), vault.now, sum);
    ensure(!sum.score.isZero(), RewardsError.NO_REWARDS_AVAILABLE);
    return sum.reward;
  }

  /** What the whole vault pays a block to who claimed in block {@code lastBlock}. */
  private Balance perBlock(Vault vault, long lastBlock) {
    RewardConfig config = vault.config;
    ensure(config.incentiveCap().compareTo(vault.totalDeposit) <= 0,
        RewardsError.TOTAL_DEPOSIT_LESS_THAN_INCENTIVE_CAP);
    ensure(!config.depositCap().isZero(), RewardsError.CANNOT_CALCULATE_PROPOTIONAL_APY);
    Perbill apy = times(config.apy(), Shares.ratio(vault.totalDeposit, config.depositCap()));
    long elapsed = Slices.saturatingMinus(vault.now, lastBlock);
    Balance annual = decay.factor(elapsed, vault.decayStart, vault.decayRate)
        .mulFloor(apy.mulFloor(vault.issuance));
    long blocks = yearBlocks(vault.apyBlocks);
    ensure(blocks != 0, RewardsError.CANNOT_CALCULATE_REWARD_PER_BLOCK);
    return annual.divideFloor(Balance.of(clampedU32(blocks)));
  }

  private long yearBlocks(long set) {
    return switch (year) {
      case UNSET -> set;
      case OF_SIX_SECOND_BLOCKS -> set == 0 ? YEAR_BLOCKS : set;
    };
  }

  /** {@code ⌊a · b / 10^9⌋} in parts. */
  static Perbill times(Perbill a, Perbill b) {
    return new Perbill((int) ((long) a.parts() * b.parts() / Perbill.ONE));
  }

  private static long clampedU32(long number) {
    return Long.compareUnsigned(number, U32_MAX) > 0 ? U32_MAX : number;
  }

  /** Adds up scores and what they earn. */
  private static final class Sum implements Slices.Sink {
    private final Shares shares;
    private final Balance perBlock;
    private final Balance totalScore;
    private Balance score = Balance.ZERO;
    private Balance reward = Balance.ZERO;

    Sum(Shares shares, Balance perBlock, Balance totalScore) {
      this.shares = shares;
      this.perBlock = perBlock;
      this.totalScore = totalScore;
    }

    @Override
    public void add(Balance amount, long blocks) {
      score = score.saturatingPlus(amount);
      reward = reward.saturatingPlus(
          shares.of(perBlock, amount, totalScore).saturatingTimes(clampedU32(blocks)));
    }
  }
}
