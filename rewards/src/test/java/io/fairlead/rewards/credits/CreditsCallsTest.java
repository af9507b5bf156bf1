package io.fairlead.rewards.credits;

import static io.fairlead.rewards.credits.CreditsWorld.ALICE;
import static io.fairlead.rewards.credits.CreditsWorld.NOW;
import static io.fairlead.rewards.credits.CreditsWorld.SIGNED;
import static io.fairlead.rewards.credits.CreditsWorld.tier;
import static io.fairlead.rewards.credits.CreditsWorld.withTiers;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.wire.AssetId;
import io.fairlead.rewards.credits.wire.CreditsCall;
import io.fairlead.rewards.credits.wire.CreditsEvent;
import io.fairlead.rewards.credits.wire.CreditsLimits;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Weight;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreditsCallsTest {
  private static final Bytes ACCOUNT = Bytes.utf8("user-7");
  private final CreditsWorld world = withTiers();

  @Test
  void what_is_burnt_goes_to_the_treasury_and_gives_a_thousandfold() {
    var events =
        world.eventsOf(() -> world.ok(SIGNED, new CreditsCall.Burn(Balance.of(7))));

    assertThat(events).containsExactly(new CreditsEvent.CreditsGrantedFromBurn(ALICE,
        Balance.of(7), Balance.of(7_000)));
    assertThat(world.purse.free(CreditsLimits.BURN_RECIPIENT)).isEqualTo(Balance.of(7));
    assertThat(CreditsLimits.BURN_RECIPIENT.toString())
        .startsWith("0x6d6f646c70792f7472737279000000");
  }

  @Test
  void burning_loses_what_had_accrued() {
    world.ok(SIGNED, new CreditsCall.Burn(Balance.of(1)));

    assertThat(world.queries.userCredits(ALICE)).isEqualTo(Balance.ZERO);
    assertThat(world.storage.lastUpdate.get(ALICE)).isEqualTo(NOW);
  }

  @Test
  void a_claim_tells_what_was_asked_and_starts_the_clock_anew() {
    var events = world
        .eventsOf(() -> world.ok(SIGNED, new CreditsCall.ClaimCredits(Balance.of(3), ACCOUNT)));

    assertThat(events)
        .containsExactly(new CreditsEvent.CreditsClaimed(ALICE, Balance.of(3), ACCOUNT));
    assertThat(world.queries.userCredits(ALICE)).isEqualTo(Balance.ZERO);
    world.block.begin(NOW + 10);
    assertThat(world.queries.userCredits(ALICE)).isEqualTo(Balance.of(20));
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      # stake, last, now, credits
          99,    0, 1000,       0
         100,    0, 1000,    2000
         999,  900, 1000,     200
        1000,  900, 1000,     500
        5000,  999, 1000,       5
        5000, 1000, 1000,       0
        5000, 1001, 1000,       0
        5000,    0, 100799, 503995
        5000,    0, 100800, 504000
        5000,    0, 200000, 504000
        5000, 99200, 200000, 504000
        5000, 99201, 200000, 503995
           0,    0, 1000,       0
      """)
  void credits_accrue_by_tier_and_block_for_a_week(long stake, long last, long now, long credits) {
    world.stakes.put(ALICE, Balance.of(stake));
    world.storage.lastUpdate.put(ALICE, last);
    world.block.begin(now);

    assertThat(world.queries.userCredits(ALICE)).isEqualTo(Balance.of(credits));
    assertThat(world.queries.userCredits(ALICE, AssetId.NATIVE)).isEqualTo(Balance.of(credits));
  }

  @Test
  void an_asset_has_tiers_of_its_own_and_tnt_falls_back() {
    world.ok(Origin.ROOT, new CreditsCall.SetAssetStakeTiers(AssetId.of(3), List.of(tier(1, 9))));

    assertThat(world.queries.userCredits(ALICE, AssetId.of(3))).isEqualTo(Balance.of(9_000));
    assertThat(world.queries.userCredits(ALICE, AssetId.NATIVE)).isEqualTo(Balance.of(2_000));
    world.ok(Origin.ROOT, new CreditsCall.SetAssetStakeTiers(AssetId.NATIVE, List.of(tier(1, 4))));
    assertThat(world.queries.userCredits(ALICE, AssetId.NATIVE)).isEqualTo(Balance.of(4_000));
    assertThat(world.queries.userCredits(ALICE)).isEqualTo(Balance.of(2_000));
  }

  @Test
  void a_claim_of_one_asset_starts_the_clock_of_all() {
    world.ok(Origin.ROOT, new CreditsCall.SetAssetStakeTiers(AssetId.of(3), List.of(tier(1, 9))));

    world.ok(SIGNED,
        new CreditsCall.ClaimCreditsWithAsset(Balance.of(1), ACCOUNT, AssetId.of(3)));

    assertThat(world.queries.userCredits(ALICE)).isEqualTo(Balance.ZERO);
  }

  @Test
  void rates_saturate() {
    world.storage.tiers.put(List.of(tier(1, 1), new io.fairlead.rewards.credits.wire.StakeTier(
        Balance.of(2), Balance.MAX)));

    assertThat(world.queries.userCredits(ALICE)).isEqualTo(Balance.MAX);
  }

  @Test
  void tiers_are_replaced_and_told() {
    var tiers = List.of(tier(0, 1), tier(0, 2));

    var events = world.eventsOf(() -> {
      world.ok(Origin.ROOT, new CreditsCall.SetStakeTiers(tiers));
      world.ok(Origin.ROOT, new CreditsCall.SetAssetStakeTiers(AssetId.of(8), tiers));
    });

    assertThat(events).containsExactly(new CreditsEvent.StakeTiersUpdated(),
        new CreditsEvent.AssetStakeTiersUpdated(AssetId.of(8)));
    assertThat(world.storage.tiers.get()).isEqualTo(tiers);
    assertThat(world.storage.assetTiers.get(AssetId.of(8))).isEqualTo(tiers);
    assertThat(world.queries.userCredits(ALICE)).isEqualTo(Balance.of(2_000));
  }

  @Test
  void weights_are_those_recorded() {
    assertThat(world.pallet.info(new CreditsCall.Burn(Balance.ZERO)).weight())
        .isEqualTo(Weight.of(299_450_000, 0));
    assertThat(world.pallet.info(new CreditsCall.ClaimCredits(Balance.ZERO, ACCOUNT)).weight())
        .isEqualTo(Weight.of(338_150_000, 0));
  }
}
