package io.fairlead.rewards.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.rewards.RewardsStorage;
import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hex;
import io.fairlead.substrate.primitive.Perbill;
import io.fairlead.substrate.scale.Decoded;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Vectors encoded by the reference chain's own types. */
class RewardsWireTest {
  private static final RewardConfig CONFIG = new RewardConfig(new Perbill(20_000_000),
      Balance.ZERO, Balance.tnt(1_000_000), 1L);

  @Test
  void a_config_is_written_as_on_chain() {
    assertThat(Hex.of(RewardConfig.CODEC.encode(CONFIG))).isEqualTo("0x002d3101" + "00".repeat(16)
        + "000000a1edccce1bc2d3000000000000" + "0101000000");
  }

  @Test
  void a_call_recorded_on_the_chain_is_read_and_written() {
    byte[] bytes = Hex.bytes("0x040000000000e1f50500000000000000000000000000000000000064a7b3b6e0"
        + "0d00000000000000000101000000");

    assertThat(RewardsCall.CODEC.decode(bytes)).isEqualTo(
        new Decoded.Value<>(new RewardsCall.CreateRewardVault(0,
            new RewardConfig(new Perbill(100_000_000), Balance.ZERO, Balance.UNIT, 1L))));
    assertThat(RewardsCall.CODEC.encode(RewardsCall.CODEC.decode(bytes).trusted()))
        .isEqualTo(bytes);
  }

  @Test
  void keys_are_those_of_the_chain() {
    var store = new Store();
    new RewardsStorage(store);
    List<String> prefixes =
        store.items().stream().map(Item::prefix).map(Hex::of).map(h -> h.substring(34)).toList();

    assertThat(prefixes).containsExactly("ead75979661a75d6d14e838a219b3d2c",
        "22b3216cd708c91fdc68f75d4f72d6b3", "b652e9af2d3e44e686e4d54167f8c813",
        "ae98671e75347c3e983639e215d22fe0", "c238fce20ae068dfadec61f38148d8b2",
        "6d1ba5a63cec57222c8ac158febbbe5f", "9a46749e24bb5de40e3ad4e6d8c2894a",
        "b92e4eeb107b823589da85dee9acd344", "4a3f1363734eeee92285671b494f5859",
        "d68cff5afebee3ec7bff619fd6ea16a2", "bd7bfa1f7dcc18294c2f238cf843d840",
        "cb938e517beeb2eec0e4d560fda1f821", "62a132e66b69af91fe61bd13dc2f67d6");
    assertThat(store.items()).allSatisfy(
        item -> assertThat(Hex.of(item.prefix())).startsWith("0x540a4f8754aa5298a3d6e9aa09e93f97"));
  }

  @Test
  void errors_and_events_have_the_chains_names_and_places() {
    assertThat(RewardsError.values()).hasSize(31);
    assertThat(RewardsError.CANNOT_CALCULATE_PROPOTIONAL_APY.chainName())
        .isEqualTo("CannotCalculatePropotionalApy");
    assertThat(RewardsError.TOO_MANY_PENDING_REWARDS.index()).isEqualTo(30);
    assertThat(RewardsEvent.CODEC.shape().cases()).hasSize(14);
    assertThat(RewardsCall.CODEC.shape().cases().stream().map(c -> c.index()))
        .containsExactly(2, 3, 4, 5, 6, 7, 8, 9, 10);
  }

  @Test
  void mutated_calls_are_values_or_malformed() {
    var random = new SplittableRandom(5);
    var calls = List.of(
        new RewardsCall.ClaimRewardsOther(AccountId.ZERO, Asset.NATIVE),
        new RewardsCall.ManageAssetRewardVault(1, Asset.NATIVE, AssetAction.REMOVE),
        new RewardsCall.CreateRewardVault(1, CONFIG),
        new RewardsCall.UpdateDecayConfig(1, new Perbill(5)),
        new RewardsCall.SetVaultMetadata(1, Bytes.utf8("name"), Bytes.utf8("logo")));

    for (RewardsCall call : calls) {
      byte[] good = RewardsCall.CODEC.encode(call);
      assertThat(RewardsCall.CODEC.size(call)).isEqualTo(good.length);
      for (int i = 0; i < 20_000; i++) {
        byte[] bad = Arrays.copyOf(good, Math.max(0, good.length + random.nextInt(-3, 4)));
        for (int flips = random.nextInt(4); flips > 0 && bad.length > 0; flips--) {
          bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
        }
        if (RewardsCall.CODEC.decode(bad) instanceof Decoded.Value<RewardsCall>(var value)) {
          assertThat(RewardsCall.CODEC.decode(RewardsCall.CODEC.encode(value)))
              .isEqualTo(new Decoded.Value<>(value));
        }
      }
    }
  }
}
