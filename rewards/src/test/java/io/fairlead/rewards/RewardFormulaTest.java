package io.fairlead.rewards;

import static io.fairlead.rewards.RewardsWorld.deposit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.restaking.wire.LockInfo;
import io.fairlead.restaking.wire.LockMultiplier;
import io.fairlead.rewards.RewardFormula.Vault;
import io.fairlead.rewards.wire.ClaimedReward;
import io.fairlead.rewards.wire.RewardConfig;
import io.fairlead.rewards.wire.RewardsError;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Perbill;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worked examples to the planck, and the figures of the reference chain's own tests. */
class RewardFormulaTest {
  private static final RewardFormula DEPLOYED = RewardFormula.of(VaultRules.DEPLOYED);
  private static final long YEAR = 5_256_000;
  /** What the chain's tests call a token: 10^21 planck. */
  private static final long KILO = 1_000;

  private static RewardConfig config(int apy, long incentiveTnt, Balance depositCap) {
    return new RewardConfig(new Perbill(apy), Balance.tnt(incentiveTnt), depositCap, 1L);
  }

  private static Vault vault(RewardConfig config, Balance deposits, Balance score,
      long issuanceTnt, long now) {
    return new Vault(config, deposits, score, Balance.tnt(issuanceTnt), now, YEAR, 0,
        new Perbill(0));
  }

  private static ClaimedReward since(long block) {
    return new ClaimedReward(block, Balance.ZERO);
  }

  private static LockInfo lock(long tnt, LockMultiplier multiplier, long expiry) {
    return new LockInfo(Balance.tnt(tnt), multiplier, expiry);
  }

  @Test
  void a_share_of_the_vault_pays_every_block() {
    var vault = vault(config(20_000_000, 100_000, Balance.tnt(1_000_000)),
        Balance.tnt(400_000), Balance.tnt(400_000), 110_000_000, 14_500);

    assertThat(DEPLOYED.reward(vault, deposit(Balance.tnt(1_000)), since(100)))
        .hasToString("6027397260273964800");
  }

  @Test
  void a_locked_amount_counts_twice() {
    var vault = vault(config(20_000_000, 0, Balance.tnt(1_000_000)), Balance.tnt(1_000),
        Balance.tnt(3_000), 110_000_000, 14_500);

    assertThat(DEPLOYED.reward(vault,
        deposit(Balance.tnt(1_000), lock(1_000, LockMultiplier.THREE_MONTHS, 9_000_000)),
        since(100))).hasToString("8036529678356140800");
  }

  @Test
  void a_lock_that_ends_in_between_is_boosted_up_to_its_end() {
    var vault = vault(config(20_000_000, 0, Balance.tnt(1_000_000)), Balance.tnt(10_000),
        Balance.tnt(12_000), 110_000_000, 1_304_400);

    assertThat(DEPLOYED.reward(vault,
        deposit(Balance.tnt(1_000), lock(1_000, LockMultiplier.THREE_MONTHS, 1_296_100)),
        since(1_290_000))).hasToString("14301116153006072400");
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      50000000, 188356164383561500000
             5, 198820395738203500000
             0, 209284627092845500000
      """)
  void decay_is_one_step_whose_rate_is_taken_for_percent(int rate, String reward) {
    var vault = new Vault(config(20_000_000, 100_000, Balance.tnt(1_000_000)),
        Balance.tnt(400_000), Balance.tnt(400_000), Balance.tnt(110_000_000), 500_100, YEAR,
        432_000, new Perbill(rate));

    Balance found = DEPLOYED.reward(vault, deposit(Balance.tnt(1_000)), since(100));

    if (rate == 0) {
      // no decay: 500,000 times the share of one block
      assertThat(found).isEqualTo(Balance.parse("418569254185692").times(500_000));
    } else {
      assertThat(found).hasToString(reward);
    }
  }

  @Test
  void every_step_is_floored() {
    var vault = vault(config(15_000_000, 0, Balance.tnt(777_777)), Balance.tnt(333_333),
        Balance.tnt(333_333), 100_000_000, 107);

    assertThat(DEPLOYED.reward(vault, deposit(Balance.tnt(7)), since(100)))
        .hasToString("17979450856164");
  }

  @Test
  void a_vault_without_score_gives_everybody_everything() {
    var vault = vault(config(15_000_000, 0, Balance.tnt(777_777)), Balance.tnt(100),
        Balance.ZERO, 100_000_000, 107);

    assertThat(DEPLOYED.reward(vault, deposit(Balance.tnt(5)), since(100)))
        .hasToString("256773211567726");
  }

  @Test
  void a_deposit_of_one_planck_earns_nothing() {
    var vault = vault(config(20_000_000, 0, Balance.tnt(1_000_000)), Balance.of(1),
        Balance.of(1_000_000_000), 110_000_000, 14_500);

    assertThat(DEPLOYED.reward(vault, deposit(Balance.of(1)), since(100))).isEqualTo(Balance.ZERO);
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      # total deposit, cap, parts of 10 percent
             0,    1000,         0
           500,    1000,  50000000
          1000,    1000, 100000000
          2000,    1000, 100000000
             1, 1000000,       100
      """)
  void the_yearly_share_is_proportional_up_to_the_cap(long total, long cap, int parts) {
    assertThat(RewardFormula.times(new Perbill(100_000_000),
        Shares.ratio(Balance.of(total), Balance.of(cap)))).isEqualTo(new Perbill(parts));
  }

  /** 10^5 tokens in the vault of 10^6, 10^8 issued, 10 % a year, block 1000, with 10^4 deposited. */
  private static Balance upstream(int scoreFactor, @Nullable Long last, LockInfo... locks) {
    var config = config(100_000_000, 10_000 * KILO, Balance.tnt(1_000_000 * KILO));
    Vault vault = vault(config, Balance.tnt(100_000 * KILO),
        Balance.tnt(scoreFactor * 100_000 * KILO), 100_000_000 * KILO, 1_000);
    return DEPLOYED.reward(vault, deposit(Balance.tnt(10_000 * KILO), locks),
        last == null ? null : since(last));

  }

  @Test
  void the_figures_of_the_chains_own_tests_come_out() {
    assertThat(upstream(1, 0L)).hasToString("19025875190258751902000");
    assertThat(upstream(3, 0L, lock(10_000 * KILO, LockMultiplier.TWO_MONTHS, 900)))
        .hasToString("18391679166666666665700");
    assertThat(upstream(3, 0L, lock(20_000 * KILO, LockMultiplier.TWO_MONTHS, 2_000),
        lock(30_000 * KILO, LockMultiplier.THREE_MONTHS, 2_000)))
        .hasToString("88787417427701674275000");
    assertThat(upstream(1, 900L)).hasToString("1902587519025875190200");
    assertThat(upstream(1, 1_000L)).isEqualTo(Balance.ZERO);
    assertThat(upstream(1, null)).isEqualTo(Balance.ZERO);
  }

  @Test
  void locks_do_not_count_where_the_vault_has_no_boost() {
    var config = new RewardConfig(new Perbill(20_000_000), Balance.ZERO, Balance.tnt(1_000_000),
        null);
    var vault = vault(config, Balance.tnt(1_000), Balance.tnt(3_000), 110_000_000, 14_500);

    assertThat(DEPLOYED.reward(vault,
        deposit(Balance.tnt(1_000), lock(1_000, LockMultiplier.THREE_MONTHS, 9_000_000)),
        since(100))).hasToString("2009132418082176000");
  }

  @Test
  void a_year_longer_than_32_bits_is_cut_to_them() {
    var config = config(1_000_000_000, 0, Balance.of(1));
    var vault = new Vault(config, Balance.of(1), Balance.of(1),
        Balance.of(0xffff_ffffL * 3), 101, -1, 0, new Perbill(0));

    assertThat(DEPLOYED.reward(vault, deposit(Balance.of(1)), since(100))).isEqualTo(Balance.of(3));
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      340282366920938463463374607431768211455, 340282366920938463463374607431768211455
      170141183460469231731687303715884105728, 340282366920938463463374607431768211455
      18446744073709551616, 18446744073709551617
      1, 3
      2, 3
      """)
  void ratios_are_floored_whatever_their_width(String part, String whole) {
    var expected = new BigInteger(part).multiply(BigInteger.valueOf(1_000_000_000))
        .divide(new BigInteger(whole));

    assertThat(Shares.ratio(Balance.parse(part), Balance.parse(whole)).parts())
        .isEqualTo(expected.intValueExact());
  }

  @Test
  void the_formula_refuses_in_the_chains_order() {
    var nothing = deposit(Balance.ZERO);
    var bad = config(20_000_000, 1, Balance.ZERO);

    assertRefuses(RewardsError.TOTAL_DEPOSIT_LESS_THAN_INCENTIVE_CAP,
        new Vault(bad, Balance.ZERO, Balance.ZERO, Balance.UNIT, 5, 0, 0, new Perbill(0)),
        nothing);
    assertRefuses(RewardsError.CANNOT_CALCULATE_PROPOTIONAL_APY,
        new Vault(bad, Balance.UNIT, Balance.ZERO, Balance.UNIT, 5, 0, 0, new Perbill(0)),
        nothing);
    assertRefuses(RewardsError.CANNOT_CALCULATE_REWARD_PER_BLOCK,
        new Vault(RewardsWorld.CONFIG, Balance.UNIT, Balance.ZERO, Balance.UNIT, 5, 0, 0,
            new Perbill(0)),
        nothing);
    assertRefuses(RewardsError.NO_REWARDS_AVAILABLE,
        new Vault(RewardsWorld.CONFIG, Balance.UNIT, Balance.ZERO, Balance.UNIT, 5, YEAR,
            0, new Perbill(0)),
        nothing);
  }

  private static void assertRefuses(RewardsError error, Vault vault,
      io.fairlead.restaking.wire.Deposit deposit) {
    assertThatThrownBy(() -> DEPLOYED.reward(vault, deposit, null)).isSameAs(error.refusal());
  }
}
