package io.fairlead.runtime;

import static io.fairlead.runtime.World.ALICE;
import static io.fairlead.runtime.World.ASSET;
import static io.fairlead.runtime.World.FERDIE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.AssetId;
import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.rewards.credits.wire.CreditsCall;
import io.fairlead.rewards.credits.wire.CreditsError;
import io.fairlead.rewards.credits.wire.StakeTier;
import io.fairlead.runtime.assets.AssetsCall;
import io.fairlead.substrate.extrinsic.MultiAddress;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule of group {@code credits}, alone against the chain as deployed. */
class CreditRulesTest {
  private static final Bytes ACCOUNT = Bytes.utf8("user-7");
  private static final long RATE = 10;

  /** From 100 TNT on a stake earns ten a block. */
  private static World world(String rule) {
    var world =
        new World(((Rules.Parsed.Good) Rules.parse("deployed,credits." + rule)).rules());
    world.root(new CreditsCall.SetStakeTiers(
        List.of(new StakeTier(Balance.tnt(100), Balance.of(RATE)))));
    return world;
  }

  private static World withDeposit(String rule) {
    World world = world(rule);
    world.does(FERDIE,
        new RestakingCall.Deposit(Asset.NATIVE, Balance.tnt(100), null, null));
    return world;
  }

  private static CreditsCall claim(long credits) {
    return new CreditsCall.ClaimCredits(Balance.of(credits), ACCOUNT);
  }

  private static DispatchError tooMuch() {
    return new DispatchError.Module(CreditsError.CLAIM_AMOUNT_EXCEEDS_WINDOW_ALLOWANCE);
  }

  @Test
  void credits_stake() {
    var any = world("stake=any-asset");
    var that = world("stake=that-asset");

    for (World world : List.of(any, that)) {
      world.root(new AssetsCall.ForceCreate(AssetId.of(1), MultiAddress.of(ALICE), true,
          Balance.of(1)));
      world.does(ALICE,
          new AssetsCall.Mint(AssetId.of(1), MultiAddress.of(FERDIE), Balance.tnt(100)));
      world.does(FERDIE, new RestakingCall.Deposit(ASSET, Balance.tnt(100), null, null));
    }

    // anybody's own asset is worth as much as TNT
    any.does(FERDIE, claim(1));
    assertThat(that.refused(FERDIE, claim(1))).isEqualTo(tooMuch());
  }

  @Test
  void credits_remainder() {
    var lost = withDeposit("remainder=lost");
    var kept = withDeposit("remainder=kept");

    for (World world : List.of(lost, kept)) {
      world.skipTo(999);
      world.does(FERDIE, claim(5 * RATE - 1));
    }

    // 1,000 blocks had accrued, five are spent, one more has passed
    assertThat(lost.refused(FERDIE, claim(RATE + 1))).isEqualTo(tooMuch());
    assertThat(kept.refused(FERDIE, claim(996 * RATE + 1))).isEqualTo(tooMuch());
    kept.does(FERDIE, claim(997 * RATE));
    assertThat(kept.refused(FERDIE, claim(RATE + 1))).isEqualTo(tooMuch());
  }

  @Test
  void credits_burn_clock() {
    var restarts = withDeposit("burnClock=restarts");
    var runsOn = withDeposit("burnClock=runs-on");

    for (World world : List.of(restarts, runsOn)) {
      world.skipTo(999);
      world.does(FERDIE, new CreditsCall.Burn(Balance.tnt(1)));
    }

    assertThat(restarts.refused(FERDIE, claim(RATE + 1))).isEqualTo(tooMuch());
    runsOn.does(FERDIE, claim(1_001 * RATE));
  }
}
