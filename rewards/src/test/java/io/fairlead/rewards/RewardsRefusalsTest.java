package io.fairlead.rewards;

import static io.fairlead.rewards.RewardsWorld.ALICE;
import static io.fairlead.rewards.RewardsWorld.CONFIG;
import static io.fairlead.rewards.RewardsWorld.USDC;
import static io.fairlead.rewards.RewardsWorld.VAULT;
import static io.fairlead.rewards.RewardsWorld.WETH;
import static io.fairlead.rewards.RewardsWorld.deposit;
import static io.fairlead.rewards.RewardsWorld.withVault;
import static io.fairlead.rewards.wire.RewardsError.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.rewards.wire.AssetAction;
import io.fairlead.rewards.wire.RewardConfig;
import io.fairlead.rewards.wire.RewardsCall;
import io.fairlead.rewards.wire.RewardsError;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Perbill;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Every error that a call can raise, and that it moves nothing. */
class RewardsRefusalsTest {
  private static final RefusalBook<RewardsError> BOOK = new RefusalBook<>(RewardsError.class);
  private static final Map<RewardsError, String> NEVER_RAISED = new EnumMap<>(RewardsError.class);
  private static final Origin SIGNED = Origin.signed(ALICE);
  private static final RewardsCall CLAIM = new RewardsCall.ClaimRewardsOther(ALICE, USDC);

  static {
    never("the chain's code never raises it", INSUFFICIENT_REWARDS_BALANCE, ASSET_NOT_WHITELISTED,
        ASSET_ALREADY_WHITELISTED, DUPLICATE_BLUEPRINT_ID, BLUEPRINT_ID_NOT_FOUND,
        ARITHMETIC_OVERFLOW, TOO_MANY_PENDING_REWARDS);
    never("the least caps are zero", INCENTIVE_CAP_LESS_THAN_MIN_INCENTIVE_CAP,
        DEPOSIT_CAP_LESS_THAN_MIN_DEPOSIT_CAP);
  }

  private final RewardsWorld world = withVault();

  private static void never(String reason, RewardsError... errors) {
    for (RewardsError error : errors) {
      assertThat(NEVER_RAISED.put(error, reason)).isNull();
    }
  }

  @AfterAll
  static void every_error_is_tested_or_excused() {
    BOOK.assertComplete(NEVER_RAISED);
  }

  private void refuses(RewardsError error, Origin origin, RewardsCall call) {
    world.refuses(new DispatchError.Module(error), origin, call);
    BOOK.saw(error);
  }

  private static RewardsCall manage(long vault, Asset asset, AssetAction action) {
    return new RewardsCall.ManageAssetRewardVault(vault, asset, action);
  }

  private static RewardConfig config(Balance incentive, Balance deposit, @Nullable Long boost) {
    return new RewardConfig(new Perbill(1), incentive, deposit, boost);
  }

  @Test
  void only_root_governs() {
    for (RewardsCall call : List.of(new RewardsCall.CreateRewardVault(1, CONFIG),
        new RewardsCall.UpdateVaultRewardConfig(VAULT, CONFIG),
        manage(VAULT, WETH, AssetAction.ADD), new RewardsCall.UpdateApyBlocks(1),
        new RewardsCall.UpdateDecayConfig(1, new Perbill(0)),
        new RewardsCall.SetVaultMetadata(1, Bytes.EMPTY, Bytes.EMPTY),
        new RewardsCall.RemoveVaultMetadata(1))) {
      world.refuses(DispatchError.BAD_ORIGIN, SIGNED, call);
      world.refuses(DispatchError.BAD_ORIGIN, Origin.NONE, call);
    }
  }

  @Test
  void on_the_main_network_more_than_half_of_the_council_governs_within_its_own_caps() {
    var main =
        new RewardsWorld(RewardsNetwork.MAINNET, VaultRules.DEPLOYED, Backlog.FULL_DROPS);
    var half = new Origin.Council(4, 8);
    var more = new Origin.Council(5, 8);
    Balance most = Balance.tnt(100_000_000);

    main.refuses(DispatchError.BAD_ORIGIN, half,
        new RewardsCall.CreateRewardVault(1, config(most, most, null)));
    main.ok(more, new RewardsCall.CreateRewardVault(1, config(most, most, null)));
    main.refuses(new DispatchError.Module(DEPOSIT_CAP_GREATER_THAN_MAX_DEPOSIT_CAP), Origin.ROOT,
        new RewardsCall.CreateRewardVault(2,
            config(Balance.ZERO, most.plus(Balance.of(1)), null)));
    world.refuses(DispatchError.BAD_ORIGIN, more, new RewardsCall.UpdateApyBlocks(1));
    world.ok(more, new RewardsCall.SetVaultMetadata(1, Bytes.EMPTY, Bytes.EMPTY));
    world.refuses(DispatchError.BAD_ORIGIN, half, new RewardsCall.RemoveVaultMetadata(1));
    world.ok(more, new RewardsCall.RemoveVaultMetadata(1));
  }

  @Test
  void only_signers_claim() {
    for (Origin origin : List.of(Origin.ROOT, Origin.NONE)) {
      world.refuses(DispatchError.BAD_ORIGIN, origin, CLAIM);
      world.refuses(DispatchError.BAD_ORIGIN, origin, new RewardsCall.ClaimRewards());
    }
  }

  @Test
  void an_asset_is_in_one_vault_at_most() {
    refuses(ASSET_ALREADY_IN_VAULT, Origin.ROOT, manage(VAULT, USDC, AssetAction.ADD));
    refuses(ASSET_ALREADY_IN_VAULT, Origin.ROOT, manage(8, USDC, AssetAction.ADD));
    // only storage written from outside has it in the list without the lookup
    world.storage.vaults.put(VAULT, List.of(USDC, WETH));
    refuses(ASSET_ALREADY_IN_VAULT, Origin.ROOT, manage(VAULT, WETH, AssetAction.ADD));
  }

  @Test
  void what_is_not_there_is_not_removed() {
    refuses(VAULT_NOT_FOUND, Origin.ROOT, manage(8, USDC, AssetAction.REMOVE));
    refuses(ASSET_NOT_IN_VAULT, Origin.ROOT, manage(VAULT, WETH, AssetAction.REMOVE));
    refuses(VAULT_METADATA_NOT_FOUND, Origin.ROOT, new RewardsCall.RemoveVaultMetadata(VAULT));
  }

  @Test
  void a_vault_is_made_once_whatever_its_config() {
    refuses(VAULT_ALREADY_EXISTS, Origin.ROOT, new RewardsCall.CreateRewardVault(VAULT,
        config(Balance.UNIT, Balance.ZERO, 2L)));
    world.storage.pots.put(8L, ALICE);
    refuses(POT_ALREADY_EXISTS, Origin.ROOT, new RewardsCall.CreateRewardVault(8, CONFIG));
  }

  @Test
  void a_config_is_checked_in_the_chains_order_when_made_and_when_changed() {
    Balance tooMuch = Balance.tnt(1_000_000_000_000L).plus(Balance.of(1));

    refuseConfig(INCENTIVE_CAP_GREATER_THAN_DEPOSIT_CAP, config(tooMuch, Balance.ZERO, 2L));
    refuseConfig(INCENTIVE_CAP_GREATER_THAN_MAX_INCENTIVE_CAP, config(tooMuch, tooMuch, 2L));
    refuseConfig(DEPOSIT_CAP_GREATER_THAN_MAX_DEPOSIT_CAP, config(Balance.ZERO, tooMuch, 2L));
    refuseConfig(BOOST_MULTIPLIER_MUST_BE_ONE, config(Balance.ZERO, Balance.ZERO, 0L));
    refuseConfig(BOOST_MULTIPLIER_MUST_BE_ONE, config(Balance.ZERO, Balance.ZERO, 2L));
    refuses(VAULT_NOT_FOUND, Origin.ROOT, new RewardsCall.UpdateVaultRewardConfig(8, CONFIG));
  }

  private void refuseConfig(RewardsError error, RewardConfig config) {
    refuses(error, Origin.ROOT, new RewardsCall.CreateRewardVault(8, config));
    refuses(error, Origin.ROOT, new RewardsCall.UpdateVaultRewardConfig(8, config));
  }

  @Test
  void a_repaired_vault_promises_no_more_than_the_largest_yearly_share() {
    var repaired = new RewardsWorld(VaultRules.REPAIRED, Backlog.MERGED);
    var tooMuch = new RewardConfig(new Perbill(200_000_001), Balance.ZERO, Balance.UNIT, 1L);
    var most = new RewardConfig(new Perbill(200_000_000), Balance.ZERO, Balance.UNIT, 1L);

    repaired.refuses(new DispatchError.Module(INVALID_APY), Origin.ROOT,
        new RewardsCall.CreateRewardVault(8, tooMuch));
    BOOK.saw(INVALID_APY);
    repaired.ok(Origin.ROOT, new RewardsCall.CreateRewardVault(8, most));
    repaired.refuses(new DispatchError.Module(INVALID_APY), Origin.ROOT,
        new RewardsCall.UpdateVaultRewardConfig(8, tooMuch));
  }

  @Test
  void a_repaired_vault_must_be_made_before_an_asset_enters() {
    var repaired = new RewardsWorld(VaultRules.REPAIRED, Backlog.MERGED);

    repaired.refuses(new DispatchError.Module(VAULT_NOT_FOUND), Origin.ROOT,
        manage(8, WETH, AssetAction.ADD));
  }

  @Test
  void decay_is_ten_percent_at_most() {
    refuses(INVALID_DECAY_RATE, Origin.ROOT,
        new RewardsCall.UpdateDecayConfig(1, new Perbill(100_000_001)));
  }

  @Test
  void names_and_logos_have_limits() {
    Bytes longName = Bytes.wrap(new byte[65]);
    Bytes longLogo = Bytes.wrap(new byte[257]);

    refuses(NAME_TOO_LONG, Origin.ROOT, new RewardsCall.SetVaultMetadata(1, longName, longLogo));
    refuses(LOGO_TOO_LONG, Origin.ROOT,
        new RewardsCall.SetVaultMetadata(1, Bytes.wrap(new byte[64]), longLogo));
    world.ok(Origin.ROOT, new RewardsCall.SetVaultMetadata(1, Bytes.wrap(new byte[64]),
        Bytes.wrap(new byte[256])));
  }

  @Test
  void a_claim_needs_vault_deposit_and_config() {
    refuses(ASSET_NOT_IN_VAULT, SIGNED, new RewardsCall.ClaimRewardsOther(ALICE, WETH));
    refuses(NO_REWARDS_AVAILABLE, SIGNED, CLAIM);
    world.deposits.put(ALICE, deposit(Balance.UNIT));
    world.storage.configs.remove(VAULT);
    refuses(REWARD_CONFIG_NOT_FOUND, SIGNED, CLAIM);
  }

  @Test
  void a_claim_passes_on_what_the_formula_refuses() {
    world.deposits.put(ALICE, deposit(Balance.UNIT));
    world.storage.configs.put(VAULT, config(Balance.UNIT, Balance.UNIT, null));
    refuses(TOTAL_DEPOSIT_LESS_THAN_INCENTIVE_CAP, SIGNED, CLAIM);
    world.storage.configs.put(VAULT, config(Balance.ZERO, Balance.ZERO, null));
    refuses(CANNOT_CALCULATE_PROPOTIONAL_APY, SIGNED, CLAIM);
    world.storage.configs.put(VAULT, CONFIG);
    world.storage.apyBlocks.put(0L);
    refuses(CANNOT_CALCULATE_REWARD_PER_BLOCK, SIGNED, CLAIM);
    world.storage.apyBlocks.put(1L);
    world.deposits.put(ALICE, deposit(Balance.ZERO));
    refuses(NO_REWARDS_AVAILABLE, SIGNED, CLAIM);
  }

  @Test
  void a_claim_needs_a_pot_with_money() {
    world.withDelegated(ALICE, Balance.tnt(1_000)).block.begin(5_000_000);
    world.refuses(DispatchError.Token.FUNDS_UNAVAILABLE, SIGNED, CLAIM);
    world.storage.pots.remove(VAULT);
    refuses(POT_ACCOUNT_NOT_FOUND, SIGNED, CLAIM);
  }

  @Test
  void income_is_claimed_only_when_there_is_some_and_money_for_it() {
    refuses(NO_REWARDS_TO_CLAIM, SIGNED, new RewardsCall.ClaimRewards());
    world.pallet.record(ALICE, 1, Balance.of(10));
    refuses(TRANSFER_FAILED, SIGNED, new RewardsCall.ClaimRewards());
    world.purse.mint(RewardsAccounts.PALLET, Balance.of(10));
    // the pallet's account must live on
    refuses(TRANSFER_FAILED, SIGNED, new RewardsCall.ClaimRewards());
  }
}
