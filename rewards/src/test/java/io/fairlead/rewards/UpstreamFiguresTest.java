package io.fairlead.rewards;

import static io.fairlead.rewards.RewardsWorld.ALICE;
import static io.fairlead.rewards.RewardsWorld.BOB;
import static io.fairlead.rewards.RewardsWorld.USDC;
import static io.fairlead.rewards.RewardsWorld.deposit;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.wire.Deposit;
import io.fairlead.restaking.wire.LockInfo;
import io.fairlead.restaking.wire.LockMultiplier;
import io.fairlead.rewards.RewardFormula.Vault;
import io.fairlead.rewards.wire.AssetAction;
import io.fairlead.rewards.wire.ClaimedReward;
import io.fairlead.rewards.wire.RewardConfig;
import io.fairlead.rewards.wire.RewardsCall;
import io.fairlead.rewards.wire.RewardsError;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Perbill;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The scenes of the reference chain's own tests of Rewards, to the planck. What they call a token is 10^21
 * planck: 10^5 of them are in a vault for 10^6 that pays 10 % a year of 10^8 issued from 10^4 on.
 */
class UpstreamFiguresTest {
  private static final RewardFormula DEPLOYED = RewardFormula.of(VaultRules.DEPLOYED);
  private static final long YEAR = 5_256_000;
  private static final long VAULT = 1;
  private static final RewardConfig CONFIG =
      new RewardConfig(new Perbill(100_000_000), tokens(10_000), tokens(1_000_000), 1L);
  private static final Deposit TEN_THOUSAND = deposit(tokens(10_000));

  private static Balance tokens(long count) {
    return Balance.tnt(count * 1_000);
  }

  private static LockInfo lock(long tokens, LockMultiplier multiplier, long expiry) {
    return new LockInfo(tokens(tokens), multiplier, expiry);
  }

  private static Balance reward(long scoreFactor, Deposit deposit, long last, long now) {
    return DEPLOYED.reward(new Vault(CONFIG, tokens(100_000), tokens(scoreFactor * 100_000),
        tokens(100_000_000), now, YEAR, 0, new Perbill(0)), deposit,
        new ClaimedReward(last, Balance.ZERO));
  }

  // --- the formula ---

  @Test
  void claims_one_after_another_follow_the_lock_to_its_end() {
    Deposit locked =
        deposit(tokens(10_000), lock(10_000, LockMultiplier.TWO_MONTHS, 2_500));

    Balance first = reward(2, locked, 0, 1_000);
    Balance second = reward(2, locked, 1_000, 2_000);
    Balance third = reward(2, locked, 2_000, 3_000);
    Balance fourth = reward(2, locked, 3_000, 4_000);

    assertThat(first).hasToString("28538812785388127853000").isEqualTo(second);
    assertThat(third).hasToString("23782343987823439877500");
    assertThat(fourth).hasToString("19025875190258751902000");
    assertThat(first.plus(second).plus(third).plus(fourth))
        .hasToString("99885844748858447485500");
  }

  @Test
  void a_decay_of_five_percent_takes_ten() {
    Deposit locked = deposit(tokens(10_000), lock(20_000, LockMultiplier.TWO_MONTHS, 2_000),
        lock(30_000, LockMultiplier.THREE_MONTHS, 2_000));
    var vault = new Vault(CONFIG, tokens(100_000), tokens(300_000), tokens(100_000_000), YEAR / 5,
        YEAR, YEAR / 10, new Perbill(50_000_000));

    assertThat(DEPLOYED.reward(vault, locked, new ClaimedReward(0, Balance.ZERO)))
        .hasToString("36091324021027397257826000");
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      # yearly reward, blocks of a year, reward of a block
      1000,                  100,   10
        10,                    3,    3
      1000,                    1, 1000
         0,                  100,    0
      8589934590,             -1,    2
      """)
  void the_reward_of_a_block_is_floored(long yearly, long blocks, long reward) {
    var whole = new RewardConfig(new Perbill(Perbill.ONE), Balance.ZERO, Balance.of(1), null);
    var vault = new Vault(whole, Balance.of(1), Balance.of(1), Balance.of(yearly), 1, blocks, 0,
        new Perbill(0));

    assertThat(DEPLOYED.reward(vault, deposit(Balance.of(1)), new ClaimedReward(0, Balance.ZERO)))
        .isEqualTo(Balance.of(reward));
  }

  // --- claims ---

  /** A vault at block 1,000 in which {@code who} is said to have claimed in block 0. */
  private static RewardsWorld claiming(long totalTokens, AccountId... who) {
    var world = new RewardsWorld();
    world.block.begin(1_000);
    world.purse.issuance = tokens(100_000_000);
    world.ok(Origin.ROOT, new RewardsCall.CreateRewardVault(VAULT, CONFIG));
    world.ok(Origin.ROOT,
        new RewardsCall.ManageAssetRewardVault(VAULT, USDC, AssetAction.ADD));
    world.ok(Origin.ROOT, new RewardsCall.UpdateApyBlocks(YEAR));
    world.storage.totalDeposit.put(VAULT, tokens(totalTokens));
    world.storage.totalScore.put(VAULT, tokens(totalTokens));
    world.purse.mint(RewardsAccounts.pot(VAULT), tokens(20_000_000));
    for (AccountId each : who) {
      world.storage.userClaimed.put(each, VAULT, new ClaimedReward(0, Balance.ZERO));
      world.deposits.put(each, TEN_THOUSAND);
    }
    return world;
  }

  private static Balance claimed(RewardsWorld world, AccountId who) {
    Balance before = world.purse.free(who);
    world.ok(Origin.signed(BOB), new RewardsCall.ClaimRewardsOther(who, USDC));
    return world.purse.free(who).minus(before);
  }

  @Test
  void a_deposit_of_nothing_is_refused_again_and_again() {
    RewardsWorld world = claiming(100_000, ALICE);
    world.deposits.put(ALICE, deposit(Balance.ZERO));

    for (int i = 0; i < 2; i++) {
      world.refuses(new DispatchError.Module(RewardsError.NO_REWARDS_AVAILABLE),
          Origin.signed(ALICE), new RewardsCall.ClaimRewardsOther(ALICE, USDC));
    }
  }

  @Test
  void what_is_unlocked_is_paid_whoever_asks() {
    assertThat(claimed(claiming(100_000, ALICE), ALICE)).hasToString("19025875190258751902000");
  }

  @Test
  void expired_and_active_locks_are_paid() {
    RewardsWorld expired = claiming(100_000, ALICE);
    RewardsWorld active = claiming(100_000, ALICE);
    expired.deposits.put(ALICE,
        deposit(tokens(10_000), lock(10_000, LockMultiplier.TWO_MONTHS, 900)));
    active.deposits.put(ALICE,
        deposit(tokens(10_000), lock(20_000, LockMultiplier.TWO_MONTHS, 2_000),
            lock(30_000, LockMultiplier.THREE_MONTHS, 2_000)));

    assertThat(claimed(expired, ALICE)).hasToString("55175038051750380516700");
    assertThat(claimed(active, ALICE)).hasToString("266362252663622526634000");
  }

  @Test
  void a_second_claim_in_the_same_block_pays_nothing_and_is_no_error() {
    RewardsWorld world = claiming(100_000, ALICE);

    assertThat(claimed(world, ALICE)).isGreaterThan(Balance.ZERO);
    world.block.begin(1_500);
    assertThat(claimed(world, ALICE)).isGreaterThan(Balance.ZERO);
    assertThat(claimed(world, ALICE)).isEqualTo(Balance.ZERO);
  }

  @Test
  void without_the_blocks_of_a_year_nothing_is_paid() {
    RewardsWorld world = claiming(100_000, ALICE);
    world.storage.apyBlocks.put(0L);

    world.refuses(new DispatchError.Module(RewardsError.CANNOT_CALCULATE_REWARD_PER_BLOCK),
        Origin.signed(ALICE), new RewardsCall.ClaimRewardsOther(ALICE, USDC));
  }

  @Test
  void who_claims_every_month_gets_a_little_more_than_who_claims_once() {
    long month = 144_000;
    RewardsWorld world = claiming(200_000, ALICE, BOB);
    world.ok(Origin.ROOT, new RewardsCall.UpdateDecayConfig(month, new Perbill(100_000_000)));

    Balance often = Balance.ZERO;
    for (int i = 1; i <= 10; i++) {
      world.block.begin(1_000 + i * month);
      often = often.plus(claimed(world, ALICE));
      world.purse.issuance = world.purse.issuance
          .plus(new Perbill(10_000_000).mulFloor(world.purse.issuance));
    }
    world.block.begin(10 * month);
    Balance once = claimed(world, BOB);

    // a twenty-fourth less; the chain's own test divides integers and so finds no difference
    assertThat(often).hasToString("28406746688001235618376000");
    assertThat(once).hasToString("27237257886851618054400000");
  }
}
