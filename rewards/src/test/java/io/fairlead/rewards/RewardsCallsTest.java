package io.fairlead.rewards;

import static io.fairlead.rewards.RewardsWorld.ALICE;
import static io.fairlead.rewards.RewardsWorld.BOB;
import static io.fairlead.rewards.RewardsWorld.CONFIG;
import static io.fairlead.rewards.RewardsWorld.USDC;
import static io.fairlead.rewards.RewardsWorld.VAULT;
import static io.fairlead.rewards.RewardsWorld.WETH;
import static io.fairlead.rewards.RewardsWorld.deposit;
import static io.fairlead.rewards.RewardsWorld.withVault;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.wire.LockMultiplier;
import io.fairlead.rewards.wire.AssetAction;
import io.fairlead.rewards.wire.ClaimedReward;
import io.fairlead.rewards.wire.PendingReward;
import io.fairlead.rewards.wire.RewardConfig;
import io.fairlead.rewards.wire.RewardsCall;
import io.fairlead.rewards.wire.RewardsEvent;
import io.fairlead.rewards.wire.VaultMetadata;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Weight;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Perbill;
import java.util.List;
import org.junit.jupiter.api.Test;

class RewardsCallsTest {
  private final RewardsWorld world = withVault();

  private static RewardsCall manage(io.fairlead.restaking.wire.Asset asset, AssetAction action) {
    return new RewardsCall.ManageAssetRewardVault(VAULT, asset, action);
  }

  @Test
  void a_vault_has_a_pot_of_its_own() {
    var fresh = new RewardsWorld();

    var events = fresh
        .eventsOf(() -> fresh.ok(Origin.ROOT, new RewardsCall.CreateRewardVault(1, CONFIG)));

    AccountId pot =
        AccountId.hex("0x6d6f646c70792f746e726577" + "00" + "01000000" + "00".repeat(15));
    assertThat(fresh.storage.pots.get(1L)).isEqualTo(pot);
    assertThat(events).containsExactly(new RewardsEvent.RewardVaultCreated(1, CONFIG, pot));
    assertThat(RewardsAccounts.pot(0)).isEqualTo(RewardsAccounts.PALLET);
  }

  @Test
  void assets_come_and_go_and_totals_stay() {
    world.withDelegated(ALICE, Balance.tnt(5));
    world.ok(Origin.ROOT, manage(WETH, AssetAction.ADD));

    var events = world.eventsOf(() -> world.ok(Origin.ROOT, manage(USDC, AssetAction.REMOVE)));

    assertThat(world.storage.vaults.get(VAULT)).containsExactly(WETH);
    assertThat(world.storage.vaultOf.contains(USDC)).isFalse();
    assertThat(world.storage.totalDeposit.get(VAULT)).isEqualTo(Balance.tnt(5));
    assertThat(events).containsExactly(
        new RewardsEvent.AssetUpdatedInVault(VAULT, USDC, AssetAction.REMOVE));
    world.ok(Origin.ROOT, manage(WETH, AssetAction.REMOVE));
    assertThat(world.storage.vaults.get(VAULT)).isEmpty();
  }

  @Test
  void an_asset_can_enter_a_vault_that_does_not_exist() {
    world.ok(Origin.ROOT, new RewardsCall.ManageAssetRewardVault(99, WETH, AssetAction.ADD));

    assertThat(world.storage.vaultOf.get(WETH)).isEqualTo(99L);
    assertThat(world.pallet.depositCapRemaining(WETH)).isEmpty();
  }

  @Test
  void settings_are_stored_and_told() {
    var config = new RewardConfig(new Perbill(1), Balance.ZERO, Balance.UNIT, null);

    var events = world.eventsOf(() -> {
      world.ok(Origin.ROOT, new RewardsCall.UpdateVaultRewardConfig(VAULT, config));
      world.ok(Origin.ROOT, new RewardsCall.UpdateDecayConfig(9, new Perbill(100_000_000)));
      world.ok(Origin.ROOT, new RewardsCall.UpdateApyBlocks(0));
      world.ok(Origin.ROOT,
          new RewardsCall.SetVaultMetadata(5, Bytes.utf8("name"), Bytes.utf8("logo")));
    });

    assertThat(world.storage.configs.get(VAULT)).isEqualTo(config);
    assertThat(world.storage.decayStart.get()).isEqualTo(9);
    assertThat(world.storage.decayRate.get()).isEqualTo(new Perbill(100_000_000));
    assertThat(world.storage.apyBlocks.get()).isZero();
    assertThat(world.storage.vaultMetadata.get(5L))
        .isEqualTo(new VaultMetadata(Bytes.utf8("name"), Bytes.utf8("logo")));
    assertThat(events).containsExactly(new RewardsEvent.VaultRewardConfigUpdated(VAULT, config),
        new RewardsEvent.DecayConfigUpdated(9, new Perbill(100_000_000)),
        new RewardsEvent.ApyBlocksUpdated(0),
        new RewardsEvent.VaultMetadataSet(5, Bytes.utf8("name"), Bytes.utf8("logo")));
    world.ok(Origin.ROOT, new RewardsCall.RemoveVaultMetadata(5));
    assertThat(world.storage.vaultMetadata.contains(5L)).isFalse();
  }

  @Test
  void delegating_adds_to_both_totals_and_starts_the_clock_once() {
    var events = world.eventsOf(() -> world.pallet.recordDelegate(ALICE, BOB, USDC,
        Balance.of(10), LockMultiplier.SIX_MONTHS));
    world.block.begin(200);
    world.pallet.recordDelegate(ALICE, BOB, USDC, Balance.of(5), null);

    assertThat(events).containsExactly(
        new RewardsEvent.TotalDepositUpdated(VAULT, USDC, Balance.of(10)),
        new RewardsEvent.TotalScoreUpdated(VAULT, USDC, Balance.of(60),
            LockMultiplier.SIX_MONTHS));
    assertThat(world.storage.totalDeposit.get(VAULT)).isEqualTo(Balance.of(15));
    assertThat(world.storage.totalScore.get(VAULT)).isEqualTo(Balance.of(65));
    assertThat(world.storage.userClaimed.get(ALICE, VAULT))
        .isEqualTo(new ClaimedReward(100, Balance.ZERO));
  }

  @Test
  void undelegating_takes_the_amount_off_the_score_without_its_multiplier() {
    world.pallet.recordDelegate(ALICE, BOB, USDC, Balance.of(10), LockMultiplier.SIX_MONTHS);

    var events =
        world.eventsOf(() -> world.pallet.recordUndelegate(ALICE, BOB, USDC, Balance.of(10)));

    assertThat(world.storage.totalDeposit.get(VAULT)).isEqualTo(Balance.ZERO);
    assertThat(world.storage.totalScore.get(VAULT)).isEqualTo(Balance.of(50));
    assertThat(events)
        .containsExactly(new RewardsEvent.TotalDepositUpdated(VAULT, USDC, Balance.ZERO));
  }

  @Test
  void a_slash_takes_out_what_delegating_put_in() {
    world.pallet.recordDelegate(ALICE, BOB, USDC, Balance.of(10), LockMultiplier.SIX_MONTHS);

    world.pallet.recordSlash(ALICE, BOB, USDC, Balance.of(4), LockMultiplier.SIX_MONTHS);

    assertThat(world.storage.totalDeposit.get(VAULT)).isEqualTo(Balance.of(6));
    assertThat(world.storage.totalScore.get(VAULT)).isEqualTo(Balance.of(36));
  }

  @Test
  void an_asset_in_no_vault_changes_no_total() {
    var before = world.store.pairs();

    world.pallet.recordDelegate(ALICE, BOB, WETH, Balance.of(10), null);
    world.pallet.recordUndelegate(ALICE, BOB, WETH, Balance.of(10));
    world.pallet.recordSlash(ALICE, BOB, WETH, Balance.of(10), null);

    assertThat(world.store.pairs()).isEqualTo(before);
  }

  @Test
  void the_room_of_a_vault_is_its_cap_less_its_score() {
    world.pallet.recordDelegate(ALICE, BOB, USDC, Balance.tnt(300_000),
        LockMultiplier.THREE_MONTHS);

    assertThat(world.pallet.depositCapRemaining(USDC)).contains(Balance.tnt(100_000));
    assertThat(world.pallet.depositCapRemaining(WETH)).isEmpty();
  }

  @Test
  void anybody_lets_the_pot_pay_whom_it_owes() {
    world.withDelegated(ALICE, Balance.tnt(1_000)).block.begin(14_500);
    world.pallet.recordDelegate(BOB, BOB, USDC, Balance.tnt(399_000), null);

    var claim = new RewardsCall.ClaimRewardsOther(ALICE, USDC);
    var events = world.eventsOf(() -> {
      world.ok(Origin.signed(BOB), claim);
      world.ok(Origin.signed(BOB), claim);
    });

    Balance reward = Balance.parse("6027397260273964800");
    assertThat(world.purse.free(ALICE)).isEqualTo(reward);
    assertThat(world.purse.free(RewardsAccounts.pot(VAULT)))
        .isEqualTo(Balance.tnt(1_000).minus(reward));
    assertThat(world.storage.userClaimed.get(ALICE, VAULT))
        .isEqualTo(new ClaimedReward(14_500, reward));
    assertThat(events).containsExactly(new RewardsEvent.RewardsClaimed(ALICE, USDC, reward),
        new RewardsEvent.RewardsClaimed(ALICE, USDC, Balance.ZERO));
  }

  @Test
  void who_never_delegated_starts_the_clock_by_claiming_nothing() {
    world.withDelegated(ALICE, Balance.tnt(1));
    world.deposits.put(BOB, deposit(Balance.tnt(1)));
    var claim = new RewardsCall.ClaimRewardsOther(BOB, USDC);

    world.ok(Origin.signed(BOB), claim);
    assertThat(world.purse.free(BOB)).isEqualTo(Balance.ZERO);
    world.block.begin(1_100);
    world.ok(Origin.signed(BOB), claim);

    assertThat(world.purse.free(BOB)).isGreaterThan(Balance.ZERO);
  }

  @Test
  void income_waits_in_order_and_is_paid_at_once() {
    world.purse.mint(RewardsAccounts.PALLET, Balance.tnt(9));
    var events = world.eventsOf(() -> {
      world.pallet.record(ALICE, 3, Balance.of(10));
      world.pallet.record(ALICE, 3, Balance.of(20));
      world.pallet.record(ALICE, 4, Balance.ZERO);
    });

    assertThat(world.storage.pending.get(ALICE)).containsExactly(
        new PendingReward(3, Balance.of(10)), new PendingReward(3, Balance.of(20)));
    assertThat(events).containsExactly(new RewardsEvent.RewardRecorded(ALICE, 3, Balance.of(10)),
        new RewardsEvent.RewardRecorded(ALICE, 3, Balance.of(20)));
    var paid = world
        .eventsOf(() -> world.ok(Origin.signed(ALICE), new RewardsCall.ClaimRewards()));
    assertThat(world.purse.free(ALICE)).isEqualTo(Balance.of(30));
    assertThat(world.storage.pending.contains(ALICE)).isFalse();
    assertThat(paid).containsExactly(new RewardsEvent.OperatorRewardsClaimed(ALICE,
        Balance.of(30)));
  }

  @Test
  void the_101st_income_is_dropped_without_a_word() {
    for (int i = 0; i < 100; i++) {
      world.pallet.record(ALICE, i, Balance.of(1));
    }

    var events = world.eventsOf(() -> world.pallet.record(ALICE, 100, Balance.of(1)));

    assertThat(events).isEmpty();
    assertThat(world.storage.pending.get(ALICE)).hasSize(100)
        .endsWith(new PendingReward(99, Balance.of(1)));
  }

  @Test
  void calls_declare_the_weights_of_the_chain() {
    var name = Bytes.EMPTY;
    var calls = List.<RewardsCall>of(new RewardsCall.ClaimRewards(),
        new RewardsCall.ClaimRewardsOther(ALICE, USDC),
        new RewardsCall.CreateRewardVault(1, CONFIG), manage(USDC, AssetAction.ADD),
        new RewardsCall.RemoveVaultMetadata(1), new RewardsCall.SetVaultMetadata(1, name, name),
        new RewardsCall.UpdateApyBlocks(1), new RewardsCall.UpdateDecayConfig(1, new Perbill(0)),
        new RewardsCall.UpdateVaultRewardConfig(1, CONFIG));

    assertThat(calls.stream().map(call -> world.pallet.info(call).weight())).containsExactly(
        Weight.of(125_000_000, 0), Weight.of(410_000_000, 0), Weight.of(210_000_000, 0),
        Weight.of(365_000_000, 0), Weight.of(190_000_000, 0), Weight.of(190_000_000, 0),
        Weight.of(190_000_000, 0), Weight.of(200_000_000, 0), Weight.of(252_000_000, 0));
  }
}
