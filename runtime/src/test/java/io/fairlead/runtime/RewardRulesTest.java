package io.fairlead.runtime;

import static io.fairlead.runtime.World.ALICE;
import static io.fairlead.runtime.World.ASSET;
import static io.fairlead.runtime.World.CHARLIE;
import static io.fairlead.runtime.World.DAVE;
import static io.fairlead.runtime.World.FERDIE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.AssetId;
import io.fairlead.restaking.wire.BlueprintSelection;
import io.fairlead.restaking.wire.LockMultiplier;
import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.restaking.wire.RestakingError;
import io.fairlead.rewards.RewardsAccounts;
import io.fairlead.rewards.wire.AssetAction;
import io.fairlead.rewards.wire.PendingReward;
import io.fairlead.rewards.wire.RewardConfig;
import io.fairlead.rewards.wire.RewardsCall;
import io.fairlead.rewards.wire.RewardsError;
import io.fairlead.rewards.wire.RewardsEvent;
import io.fairlead.runtime.assets.AssetsCall;
import io.fairlead.runtime.balances.BalancesCall;
import io.fairlead.runtime.staking.RewardDestination;
import io.fairlead.runtime.staking.StakingCall;
import io.fairlead.runtime.sudo.SudoCall;
import io.fairlead.runtime.sudo.SudoEvent;
import io.fairlead.services.wire.Field;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.EventRecord;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Perbill;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each rule of group {@code rewards} but the earner, alone against the chain as deployed. */
class RewardRulesTest {
  private static final long VAULT = 1;
  private static final long YEAR = 5_256_000;

  private static World world(String rule) {
    return new World(rules(rule));
  }

  private static Rules rules(String rule) {
    return ((Rules.Parsed.Good) Rules.parse("deployed,rewards." + rule)).rules();
  }

  private static RewardConfig config(Balance depositCap, @Nullable Long boost) {
    return new RewardConfig(new Perbill(20_000_000), Balance.ZERO, depositCap, boost);
  }

  /** A vault of TNT that is full with 1,000, its pot with 100,000 TNT, Dave operates. */
  private static World withVault(String rule, Balance depositCap) {
    World world = world(rule);
    world.root(new RewardsCall.UpdateApyBlocks(YEAR));
    world.root(new RewardsCall.CreateRewardVault(VAULT, config(depositCap, 1L)));
    world.root(new RewardsCall.ManageAssetRewardVault(VAULT, Asset.NATIVE, AssetAction.ADD));
    world.does(ALICE, new BalancesCall.TransferKeepAlive(
        MultiAddress.of(RewardsAccounts.pot(VAULT)), Balance.tnt(100_000)));
    world.does(DAVE, new RestakingCall.JoinOperators(Balance.tnt(1_000)));
    return world;
  }

  private static World withVault(String rule) {
    return withVault(rule, Balance.tnt(1_000));
  }

  private static void deposits(World world, AccountId who, Balance amount,
      @Nullable LockMultiplier lock) {
    world.does(who, new RestakingCall.Deposit(Asset.NATIVE, amount, null, lock));
  }

  private static void delegates(World world, AccountId who, Asset asset, Balance amount) {
    world.does(who,
        new RestakingCall.Delegate(DAVE, asset, amount, new BlueprintSelection.All()));
  }

  private static void delegates(World world, AccountId who, Balance amount) {
    delegates(world, who, Asset.NATIVE, amount);
  }

  /** What {@code who} is paid by a claim in block {@code number}. */
  private static Balance claimed(World world, AccountId who, Asset asset, long number) {
    world.skipTo(number - 1);
    world.does(who, new RewardsCall.ClaimRewardsOther(who, asset));
    Balance sum = Balance.ZERO;
    for (EventRecord record : world.chain.events()) {
      if (record.event() instanceof RewardsEvent.RewardsClaimed claimed) {
        sum = sum.plus(claimed.amount());
      }
    }
    return sum;
  }

  private static Balance claimed(World world, AccountId who, long number) {
    return claimed(world, who, Asset.NATIVE, number);
  }

  /** How a call of Root ends: the error, or null. */
  private static @Nullable DispatchError rootResult(World world, Call call) {
    world.does(ALICE, new SudoCall.Sudo(call));
    for (EventRecord record : world.chain.events()) {
      if (record.event() instanceof SudoEvent.Sudid(DispatchError error)) {
        return error;
      }
    }
    return null;
  }

  private static DispatchError module(RewardsError error) {
    return new DispatchError.Module(error);
  }

  @Test
  void rewards_apy_limit() {
    var half = new RewardsCall.CreateRewardVault(VAULT,
        new RewardConfig(new Perbill(500_000_000), Balance.ZERO, Balance.UNIT, null));

    assertThat(rootResult(world("apyLimit=unchecked"), half)).isNull();
    assertThat(rootResult(world("apyLimit=checked"), half))
        .isEqualTo(module(RewardsError.INVALID_APY));
  }

  @Test
  void rewards_asset_entry() {
    var entry = new RewardsCall.ManageAssetRewardVault(99, Asset.NATIVE, AssetAction.ADD);

    assertThat(rootResult(world("assetEntry=any-number"), entry)).isNull();
    assertThat(rootResult(world("assetEntry=made-vault"), entry))
        .isEqualTo(module(RewardsError.VAULT_NOT_FOUND));
  }

  @Test
  void rewards_pot_of_zero() {
    var shared = world("potOfZero=income-account");
    var own = world("potOfZero=own-account");

    for (World world : List.of(shared, own)) {
      world.root(new RewardsCall.CreateRewardVault(0, config(Balance.UNIT, null)));
      world.root(new RewardsCall.CreateRewardVault(7, config(Balance.UNIT, null)));
    }

    assertThat(shared.chain.rewards().vault(0).pot()).isEqualTo(RewardsAccounts.PALLET);
    assertThat(own.chain.rewards().vault(0).pot()).isEqualTo(RewardsAccounts.OWN_POT_OF_ZERO)
        .isNotEqualTo(RewardsAccounts.PALLET);
    assertThat(own.chain.rewards().vault(7).pot()).isEqualTo(RewardsAccounts.pot(7));
  }

  @Test
  void rewards_cap_measure() {
    var score = withVault("capMeasure=score");
    var deposit = withVault("capMeasure=deposit");

    for (World world : List.of(score, deposit)) {
      deposits(world, FERDIE, Balance.tnt(200), LockMultiplier.SIX_MONTHS);
      delegates(world, FERDIE, Balance.tnt(200));
    }

    var more = new RestakingCall.Deposit(Asset.NATIVE, Balance.tnt(10), null, null);
    assertThat(score.refused(CHARLIE, more))
        .isEqualTo(new DispatchError.Module(RestakingError.DEPOSIT_EXCEEDS_CAP_FOR_ASSET));
    deposit.does(CHARLIE, more);
  }

  @Test
  void rewards_base() {
    var whole = withVault("base=whole-deposit");
    var delegated = withVault("base=delegated-part");

    for (World world : List.of(whole, delegated)) {
      deposits(world, FERDIE, Balance.tnt(100), null);
      delegates(world, FERDIE, Balance.tnt(50));
      deposits(world, CHARLIE, Balance.tnt(10), null);
    }

    assertThat(claimed(whole, CHARLIE, 1_000)).isEqualTo(Balance.ZERO);
    assertThat(claimed(whole, CHARLIE, 2_000)).isGreaterThan(Balance.ZERO);
    var claim = new RewardsCall.ClaimRewardsOther(CHARLIE, Asset.NATIVE);
    assertThat(delegated.refused(CHARLIE, claim))
        .isEqualTo(module(RewardsError.NO_REWARDS_AVAILABLE));
    assertThat(claimed(delegated, FERDIE, 2_000)).isGreaterThan(Balance.ZERO);
  }

  @Test
  void rewards_nominated() {
    var counted = withVault("nominated=counted-unpaid");
    var notCounted = withVault("nominated=not-counted");

    for (World world : List.of(counted, notCounted)) {
      deposits(world, FERDIE, Balance.tnt(100), null);
      delegates(world, FERDIE, Balance.tnt(100));
      world.does(CHARLIE, new StakingCall.Bond(Balance.tnt(300), RewardDestination.STASH));
      world.does(CHARLIE,
          new RestakingCall.DelegateNomination(DAVE, Balance.tnt(300), BlueprintSelection.ALL));
    }

    assertThat(counted.chain.rewards().vault(VAULT).totalScore()).isEqualTo(Balance.tnt(400));
    assertThat(notCounted.chain.rewards().vault(VAULT).totalScore()).isEqualTo(Balance.tnt(100));
    assertThat(counted.refused(CHARLIE,
        new RewardsCall.ClaimRewardsOther(CHARLIE, Asset.NATIVE)))
        .isEqualTo(module(RewardsError.NO_REWARDS_AVAILABLE));
  }

  @Test
  void rewards_locks() {
    var twice = withVault("locks=counted-twice");
    var once = withVault("locks=counted-once");

    for (World world : List.of(twice, once)) {
      deposits(world, FERDIE, Balance.tnt(100), LockMultiplier.ONE_MONTH);
      delegates(world, FERDIE, Balance.tnt(100));
    }

    Balance paid = claimed(once, FERDIE, 1_000);
    assertThat(paid).isGreaterThan(Balance.ZERO);
    assertThat(claimed(twice, FERDIE, 1_000)).isEqualTo(paid.times(2));
  }

  @Test
  void rewards_ghosts() {
    assertThat(scoreAfterUndelegation("ghosts=stay")).isEqualTo(Balance.tnt(500));
    assertThat(scoreAfterUndelegation("ghosts=leave")).isEqualTo(Balance.ZERO);
  }

  /** The vault's score when all that came with a sixfold lock has left. */
  private static Balance scoreAfterUndelegation(String rule) {
    World world = withVault(rule);
    deposits(world, FERDIE, Balance.tnt(100), LockMultiplier.SIX_MONTHS);
    delegates(world, FERDIE, Balance.tnt(100));
    world.does(FERDIE,
        new RestakingCall.ScheduleDelegatorUnstake(DAVE, Asset.NATIVE, Balance.tnt(100)));
    world.wakeUpTo(6 * Profile.TANGLE_TESTNET.epochBlocks());
    world.does(FERDIE, new RestakingCall.ExecuteDelegatorUnstake());
    assertThat(world.chain.rewards().vault(VAULT).totalDeposit()).isEqualTo(Balance.ZERO);
    return world.chain.rewards().vault(VAULT).totalScore();
  }

  @Test
  void rewards_top_up() {
    var fromLastClaim = withVault("topUp=from-last-claim");
    var fromNow = withVault("topUp=from-now");

    for (World world : List.of(fromLastClaim, fromNow)) {
      deposits(world, FERDIE, Balance.tnt(1_000), null);
      delegates(world, FERDIE, Balance.tnt(100));
      world.skipTo(1_000);
      delegates(world, FERDIE, Balance.tnt(900));
    }

    Balance whole = claimed(fromLastClaim, FERDIE, 1_011);
    Balance mended = claimed(fromNow, FERDIE, 1_011);
    // about 1,000 blocks of the whole against a tenth of them and the ten behind the top-up
    assertThat(whole.divideFloor(mended)).isEqualTo(Balance.of(9));
  }

  @Test
  void rewards_decay_rate() {
    var percent = withDecay("decayRate=parts-as-percent", 10);
    var share = withDecay("decayRate=share", 10);
    var none = withDecay("decayRate=share", 100_000);

    Balance full = claimed(none, FERDIE, 1_000);
    assertThat(percent(claimed(percent, FERDIE, 1_000), full)).isEqualTo(90);
    assertThat(percent(claimed(share, FERDIE, 1_000), full)).isEqualTo(95);
  }

  /** Rounded; fees lessen the issuance a little between two claims. */
  private static long percent(Balance part, Balance whole) {
    return (part.times(1_000).divideFloor(whole).low() + 5) / 10;
  }

  /** Decay of 5 %, which the chain takes for 10. */
  private static World withDecay(String rule, long start) {
    World world = withVault(rule);
    world.root(new RewardsCall.UpdateDecayConfig(start, new Perbill(50_000_000)));
    deposits(world, FERDIE, Balance.tnt(1_000), null);
    delegates(world, FERDIE, Balance.tnt(1_000));
    return world;
  }

  @Test
  void rewards_decay_reach() {
    var period = withDecay("decayReach=whole-period", 500);
    var late = withDecay("decayReach=late-blocks", 500);
    long delegated = period.number();

    Balance full = claimed(period, FERDIE, delegated + 500);
    assertThat(claimed(late, FERDIE, delegated + 500)).isEqualTo(full);
    // twice the blocks, half of them late: a tenth goes of all, or of the late half alone
    assertThat(percent(claimed(period, FERDIE, delegated + 1_500), full)).isEqualTo(180);
    assertThat(percent(claimed(late, FERDIE, delegated + 1_500), full)).isEqualTo(190);
  }

  @Test
  void rewards_share() {
    var billionths = withVault("share=billionths");
    var exact = withVault("share=exact");

    for (World world : List.of(billionths, exact)) {
      deposits(world, FERDIE, Balance.tnt(900), null);
      delegates(world, FERDIE, Balance.tnt(900));
      // a tenth of a billionth of the vault
      deposits(world, CHARLIE, Balance.of(90_000_000_000L), null);
      delegates(world, CHARLIE, Balance.of(90_000_000_000L));
    }

    assertThat(claimed(billionths, CHARLIE, 1_000)).isEqualTo(Balance.ZERO);
    assertThat(claimed(exact, CHARLIE, 1_000)).isGreaterThan(Balance.ZERO);
  }

  @Test
  void rewards_year() {
    var unset = withVault("year=unset");
    var set = withVault("year=of-six-second-blocks");
    var forgotten = withVault("year=of-six-second-blocks");

    unset.root(new RewardsCall.UpdateApyBlocks(0));
    forgotten.root(new RewardsCall.UpdateApyBlocks(0));
    set.root(new RewardsCall.UpdateApyBlocks(YEAR));
    for (World world : List.of(unset, set, forgotten)) {
      deposits(world, FERDIE, Balance.tnt(100), null);
      delegates(world, FERDIE, Balance.tnt(100));
    }

    assertThat(unset.refused(FERDIE, new RewardsCall.ClaimRewardsOther(FERDIE, Asset.NATIVE)))
        .isEqualTo(module(RewardsError.CANNOT_CALCULATE_REWARD_PER_BLOCK));
    assertThat(claimed(forgotten, FERDIE, 1_000)).isGreaterThan(Balance.ZERO)
        .isEqualTo(claimed(set, FERDIE, 1_000));
  }

  @Test
  void rewards_claim() {
    var asked = withTwoAssets("claim=asked-asset");
    var whole = withTwoAssets("claim=whole-vault");

    Balance one = claimed(asked, FERDIE, 1_000);
    assertThat(claimed(asked, FERDIE, ASSET, 1_002)).isLessThan(one);
    assertThat(claimed(whole, FERDIE, 1_000)).isEqualTo(one.times(2));
  }

  /** Ferdie delegates as much of asset 1 as of TNT; both are in the vault. */
  private static World withTwoAssets(String rule) {
    World world = withVault(rule);
    world.root(new AssetsCall.ForceCreate(AssetId.of(1), MultiAddress.of(ALICE), true,
        Balance.of(1)));
    world.does(ALICE,
        new AssetsCall.Mint(AssetId.of(1), MultiAddress.of(FERDIE), Balance.tnt(100)));
    world.root(new RewardsCall.ManageAssetRewardVault(VAULT, ASSET, AssetAction.ADD));
    deposits(world, FERDIE, Balance.tnt(100), null);
    world.does(FERDIE, new RestakingCall.Deposit(ASSET, Balance.tnt(100), null, null));
    delegates(world, FERDIE, Balance.tnt(100));
    delegates(world, FERDIE, ASSET, Balance.tnt(100));
    return world;
  }

  private static World withIncome(String rule) {
    var world = World.withService(
        ((Rules.Parsed.Good) Rules.parse("repaired,rewards." + rule)).rules());
    earns(world, 0);
    return world;
  }

  private static void earns(World world, long callId) {
    world.call(CHARLIE);
    world.does(DAVE, new ServicesCall.SubmitResult(0, callId, List.of(new Field.Uint64(49))));
  }

  @Test
  void rewards_onward() {
    var keeps = withIncome("onward=operator-keeps");
    var shared = withIncome("onward=backers-share");

    assertThat(keeps.chain.rewards().pendingIncome(DAVE))
        .containsExactly(new PendingReward(0, Balance.tnt(3)));
    assertThat(keeps.chain.rewards().pendingIncome(FERDIE)).isEmpty();
    // Dave has 1,000 TNT in it, Ferdie 500
    assertThat(shared.chain.rewards().pendingIncome(DAVE))
        .containsExactly(new PendingReward(0, Balance.tnt(2)));
    assertThat(shared.chain.rewards().pendingIncome(FERDIE))
        .containsExactly(new PendingReward(0, Balance.tnt(1)));
    shared.does(FERDIE, new RewardsCall.ClaimRewards());
  }

  @Test
  void rewards_backlog() {
    var drops = withIncome("backlog=full-drops,rewards.onward=operator-keeps");
    var merged = withIncome("backlog=merged,rewards.onward=operator-keeps");

    for (World world : List.of(drops, merged)) {
      for (int call = 1; call <= 100; call++) {
        earns(world, call);
      }
    }

    assertThat(drops.chain.rewards().pendingIncome(DAVE)).hasSize(100)
        .containsOnly(new PendingReward(0, Balance.tnt(3)));
    assertThat(merged.chain.rewards().pendingIncome(DAVE))
        .containsExactly(new PendingReward(0, Balance.tnt(303)));
  }
}
