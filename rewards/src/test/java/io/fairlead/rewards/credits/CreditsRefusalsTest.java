package io.fairlead.rewards.credits;

import static io.fairlead.rewards.credits.CreditsWorld.ALICE;
import static io.fairlead.rewards.credits.CreditsWorld.SIGNED;
import static io.fairlead.rewards.credits.CreditsWorld.tier;
import static io.fairlead.rewards.credits.CreditsWorld.withTiers;

import io.fairlead.restaking.wire.AssetId;
import io.fairlead.rewards.RefusalBook;
import io.fairlead.rewards.credits.wire.CreditsCall;
import io.fairlead.rewards.credits.wire.CreditsError;
import io.fairlead.rewards.credits.wire.CreditsLimits;
import io.fairlead.rewards.credits.wire.StakeTier;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Every error that Credits can raise, and that it moves nothing. */
class CreditsRefusalsTest {
  private static final RefusalBook<CreditsError> BOOK = new RefusalBook<>(CreditsError.class);
  private static final Map<CreditsError, String> NEVER_RAISED =
      Map.of(CreditsError.INVALID_CLAIM_ID, "the argument's own type bounds its length",
          CreditsError.NO_VALID_TIER, "the chain's code never raises it",
          CreditsError.BURN_TRANSFER_NOT_IMPLEMENTED, "the chain's code never raises it");
  private static final Bytes ACCOUNT = Bytes.utf8("user-7");

  private final CreditsWorld world = withTiers();

  @AfterAll
  static void every_error_is_tested_or_excused() {
    BOOK.assertComplete(NEVER_RAISED);
  }

  private void refuses(CreditsError error, Origin origin, CreditsCall call) {
    world.refuses(new DispatchError.Module(error), origin, call);
    BOOK.saw(error);
  }

  private static CreditsCall claim(long amount) {
    return new CreditsCall.ClaimCredits(Balance.of(amount), ACCOUNT);
  }

  private static CreditsCall claim(long amount, long asset) {
    return new CreditsCall.ClaimCreditsWithAsset(Balance.of(amount), ACCOUNT, AssetId.of(asset));
  }

  @Test
  void only_signers_burn_and_claim() {
    for (Origin origin : List.of(Origin.ROOT, Origin.NONE)) {
      for (CreditsCall call : List.of(new CreditsCall.Burn(Balance.ZERO), claim(0), claim(0, 1))) {
        world.refuses(DispatchError.BAD_ORIGIN, origin, call);
      }
    }
  }

  @Test
  void only_root_sets_tiers() {
    for (Origin origin : List.of(SIGNED, Origin.NONE)) {
      world.refuses(DispatchError.BAD_ORIGIN, origin, new CreditsCall.SetStakeTiers(List.of()));
      world.refuses(DispatchError.BAD_ORIGIN, origin,
          new CreditsCall.SetAssetStakeTiers(AssetId.of(1), List.of()));
    }
  }

  @Test
  void nothing_is_neither_burnt_nor_claimed() {
    refuses(CreditsError.AMOUNT_ZERO, SIGNED, new CreditsCall.Burn(Balance.ZERO));
    refuses(CreditsError.AMOUNT_ZERO, SIGNED, claim(0));
    refuses(CreditsError.AMOUNT_ZERO, SIGNED, claim(0, 1));
  }

  @Test
  void only_free_money_that_is_not_frozen_and_not_the_last_is_burnt() {
    refuses(CreditsError.INSUFFICIENT_TNT_BALANCE, SIGNED,
        new CreditsCall.Burn(Balance.of(1_001)));
    world.refuses(DispatchError.Token.FUNDS_UNAVAILABLE, SIGNED,
        new CreditsCall.Burn(Balance.of(1_000)));
    world.frozen = Balance.of(500);
    world.refuses(DispatchError.Token.FROZEN, SIGNED, new CreditsCall.Burn(Balance.of(501)));
    world.ok(SIGNED, new CreditsCall.Burn(Balance.of(500)));
  }

  @Test
  void credits_fit_into_128_bits() {
    Balance most = Balance.MAX.divideFloor(Balance.of(1_000));
    world.purse.mint(ALICE, Balance.MAX.minus(Balance.of(1_000)));

    refuses(CreditsError.OVERFLOW, SIGNED, new CreditsCall.Burn(most.plus(Balance.of(1))));
    world.ok(SIGNED, new CreditsCall.Burn(most));
  }

  @Test
  void no_more_is_claimed_than_accrued_and_a_refused_claim_loses_nothing() {
    refuses(CreditsError.CLAIM_AMOUNT_EXCEEDS_WINDOW_ALLOWANCE, SIGNED, claim(2_001));
    refuses(CreditsError.CLAIM_AMOUNT_EXCEEDS_WINDOW_ALLOWANCE, SIGNED, claim(2_001, 0));
    world.ok(SIGNED, claim(2_000));
    refuses(CreditsError.CLAIM_AMOUNT_EXCEEDS_WINDOW_ALLOWANCE, SIGNED, claim(1));
  }

  @Test
  void an_asset_without_tiers_is_refused_only_where_something_is_staked() {
    refuses(CreditsError.ASSET_RATES_NOT_CONFIGURED, SIGNED, claim(1, 5));
    world.stakes.clear();
    refuses(CreditsError.CLAIM_AMOUNT_EXCEEDS_WINDOW_ALLOWANCE, SIGNED, claim(1, 5));
  }

  @Test
  void tiers_are_checked_in_the_chains_order() {
    Balance tooHigh = CreditsLimits.RATE_PER_BLOCK_MAX.plus(Balance.of(1));
    var high = new StakeTier(Balance.of(5), tooHigh);
    var many = Collections.nCopies(21, tier(5, 1));

    refuseTiers(CreditsError.EMPTY_STAKE_TIERS, List.of());
    refuseTiers(CreditsError.STAKE_TIERS_NOT_SORTED, List.of(high, tier(4, 1)));
    refuseTiers(CreditsError.RATE_TOO_HIGH, Collections.nCopies(21, high));
    refuseTiers(CreditsError.STAKE_TIERS_OVERFLOW, many);
    world.ok(Origin.ROOT, new CreditsCall.SetStakeTiers(many.subList(0, 20)));
  }

  private void refuseTiers(CreditsError error, List<StakeTier> tiers) {
    refuses(error, Origin.ROOT, new CreditsCall.SetStakeTiers(tiers));
    refuses(error, Origin.ROOT, new CreditsCall.SetAssetStakeTiers(AssetId.of(1), tiers));
  }
}
