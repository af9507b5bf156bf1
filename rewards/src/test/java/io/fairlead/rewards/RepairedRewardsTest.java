package io.fairlead.rewards;

import static io.fairlead.rewards.RewardsWorld.ALICE;
import static io.fairlead.rewards.RewardsWorld.BOB;
import static io.fairlead.rewards.RewardsWorld.USDC;
import static io.fairlead.rewards.RewardsWorld.VAULT;
import static io.fairlead.rewards.RewardsWorld.WETH;
import static io.fairlead.rewards.RewardsWorld.deposit;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.wire.Deposit;
import io.fairlead.restaking.wire.LockInfo;
import io.fairlead.restaking.wire.LockMultiplier;
import io.fairlead.rewards.RewardFormula.Vault;
import io.fairlead.rewards.wire.AssetAction;
import io.fairlead.rewards.wire.ClaimedReward;
import io.fairlead.rewards.wire.PendingReward;
import io.fairlead.rewards.wire.RewardConfig;
import io.fairlead.rewards.wire.RewardsCall;
import io.fairlead.rewards.wire.RewardsEvent;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Perbill;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vaults and income with every flaw mended; the worked examples come out otherwise. */
class RepairedRewardsTest {
  private static final RewardFormula REPAIRED = RewardFormula.of(VaultRules.REPAIRED);
  private static final ClaimedReward SINCE_100 = new ClaimedReward(100, Balance.ZERO);
  private static final LockInfo LOCK =
      new LockInfo(Balance.tnt(1_000), LockMultiplier.THREE_MONTHS, 9_000_000);

  private static Vault vault(long deposits, long score, long now, long decayStart, int rate) {
    var config = new RewardConfig(new Perbill(20_000_000), Balance.ZERO, Balance.tnt(1_000_000),
        1L);
    return new Vault(config, Balance.tnt(deposits), Balance.tnt(score), Balance.tnt(110_000_000),
        now, 0, decayStart, new Perbill(rate));
  }

  @Test
  void who_is_alone_in_a_vault_gets_its_reward_and_no_more() {
    // example 2 of the chain's formula, where it is 133 % of this
    Balance whole = Balance.parse("6027397260273964800");

    assertThat(REPAIRED.reward(vault(1_000, 3_000, 14_500, 0, 0),
        deposit(Balance.tnt(1_000), LOCK), SINCE_100)).isEqualTo(whole);
  }

  @Test
  void only_the_delegated_part_of_a_deposit_earns_locked_or_not() {
    var half = new Deposit(Balance.tnt(1_000), Balance.tnt(500), List.of(LOCK));
    var open = new Deposit(Balance.tnt(1_000), Balance.tnt(500), null);

    assertThat(REPAIRED.reward(vault(1_000, 3_000, 14_500, 0, 0), half, SINCE_100))
        .isEqualTo(Balance.parse("209284627092846").times(14_400));
    assertThat(REPAIRED.reward(vault(1_000, 3_000, 14_500, 0, 0), open, SINCE_100))
        .isEqualTo(Balance.parse("69761542364282").times(14_400));
  }

  @Test
  void a_share_of_less_than_a_billionth_earns() {
    assertThat(REPAIRED.reward(vault(1_000_000, 1_000_000, 14_500, 0, 0),
        deposit(Balance.of(100_000_000_000L)), SINCE_100)).isGreaterThan(Balance.ZERO);
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      # blocks since the last claim, start, rate in percent, parts left
        1000, 1000,  5, 1000000000
        1001, 1000,  5,  999950050
        2000, 1000,  5,  975000000
        2000,    0,  5,  950000000
        2000, 1000, 10,  950000000
      """)
  void decay_takes_its_rate_of_the_late_blocks(long elapsed, long start, int percent, int left) {
    var decay = new Decay(VaultRules.DecayRate.SHARE, VaultRules.DecayReach.LATE_BLOCKS);

    assertThat(decay.factor(elapsed, start, new Perbill(percent * 10_000_000)))
        .isEqualTo(new Perbill(left));
  }

  // --- totals and clocks ---

  private final RewardsWorld world = new RewardsWorld(VaultRules.REPAIRED, Backlog.MERGED);

  private void vault() {
    world.ok(Origin.ROOT, new RewardsCall.CreateRewardVault(VAULT, RewardsWorld.CONFIG));
    world.ok(Origin.ROOT, new RewardsCall.ManageAssetRewardVault(VAULT, USDC, AssetAction.ADD));
    world.ok(Origin.ROOT, new RewardsCall.ManageAssetRewardVault(VAULT, WETH, AssetAction.ADD));
  }

  @Test
  void a_score_is_never_below_its_deposits_and_never_without() {
    vault();
    world.pallet.recordDelegate(BOB, BOB, USDC, Balance.of(10), null);
    world.pallet.recordDelegate(ALICE, BOB, USDC, Balance.of(10), null);
    // locked only after it was delegated: what came as ten would leave as thirty
    world.deposits.put(ALICE, deposit(Balance.of(10), LOCK));

    world.pallet.recordUndelegate(ALICE, BOB, USDC, Balance.of(10));
    assertThat(world.storage.totalScore.get(VAULT)).isEqualTo(Balance.of(10));
    world.pallet.recordUndelegate(BOB, BOB, USDC, Balance.of(10));
    assertThat(world.storage.totalScore.get(VAULT)).isEqualTo(Balance.ZERO);
  }

  @Test
  void what_leaves_takes_the_score_with_which_it_came() {
    vault();
    world.deposits.put(ALICE, deposit(Balance.of(10), LOCK));
    world.pallet.recordDelegate(BOB, BOB, USDC, Balance.of(10), null);
    world.pallet.recordDelegate(ALICE, BOB, USDC, Balance.of(10), LOCK.lockMultiplier());

    world.pallet.recordUndelegate(ALICE, BOB, USDC, Balance.of(4));

    assertThat(world.storage.totalDeposit.get(VAULT)).isEqualTo(Balance.of(16));
    assertThat(world.storage.totalScore.get(VAULT)).isEqualTo(Balance.of(10 + 18));
  }

  @Test
  void a_top_up_moves_the_clock_so_that_nothing_is_won_or_lost() {
    vault();
    world.deposits.put(ALICE, new Deposit(Balance.of(100), Balance.of(25), null));
    world.pallet.recordDelegate(ALICE, BOB, USDC, Balance.of(25), null);
    world.block.begin(500);
    world.deposits.put(ALICE, new Deposit(Balance.of(100), Balance.of(100), null));

    // the deposit is looked up for both assets of the vault: as if each were delegated alike
    world.pallet.recordDelegate(ALICE, BOB, USDC, Balance.of(150), null);

    // 400 blocks of 50 are 100 blocks of 200
    assertThat(world.storage.userClaimed.get(ALICE, VAULT))
        .isEqualTo(new ClaimedReward(400, Balance.ZERO));
  }

  @Test
  void a_claim_pays_every_asset_of_the_vault_the_asked_one_first() {
    vault();
    world.purse.mint(RewardsAccounts.pot(VAULT), Balance.tnt(1_000));
    world.deposits.put(ALICE, deposit(Balance.tnt(100)));
    world.pallet.recordDelegate(ALICE, BOB, USDC, Balance.tnt(100), null);
    world.pallet.recordDelegate(BOB, BOB, WETH, Balance.tnt(100), null);
    world.block.begin(1_100);

    Balance each = world.queries.userRewards(ALICE, WETH);
    var events = world.eventsOf(() -> world.ok(Origin.signed(BOB),
        new RewardsCall.ClaimRewardsOther(ALICE, WETH)));

    assertThat(each).isGreaterThan(Balance.ZERO);
    assertThat(events).containsExactly(new RewardsEvent.RewardsClaimed(ALICE, WETH, each),
        new RewardsEvent.RewardsClaimed(ALICE, USDC, each));
    assertThat(world.purse.free(ALICE)).isEqualTo(each.times(2));
    assertThat(world.storage.userClaimed.get(ALICE, VAULT))
        .isEqualTo(new ClaimedReward(1_100, each.times(2)));
    assertThat(world.queries.userRewards(ALICE, USDC)).isEqualTo(Balance.ZERO);
  }

  @Test
  void income_is_merged_by_service_and_never_lost() {
    for (long service = 0; service < 150; service++) {
      world.pallet.record(ALICE, service, Balance.of(1));
      world.pallet.record(ALICE, service, Balance.of(2));
    }

    List<PendingReward> waiting = world.queries.pendingIncome(ALICE);
    assertThat(waiting).hasSize(100).startsWith(new PendingReward(0, Balance.of(3)))
        .endsWith(new PendingReward(99, Balance.of(3 * 51)));
  }
}
