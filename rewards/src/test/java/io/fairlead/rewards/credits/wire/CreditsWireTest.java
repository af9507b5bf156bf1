package io.fairlead.rewards.credits.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.restaking.wire.AssetId;
import io.fairlead.rewards.credits.CreditsStorage;
import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hex;
import io.fairlead.substrate.scale.Decoded;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Vectors recorded from the reference chain. */
class CreditsWireTest {
  private static final List<CreditsCall> CALLS = List.of(new CreditsCall.Burn(Balance.of(47)),
      new CreditsCall.ClaimCredits(Balance.of(28), Bytes.utf8("id")),
      new CreditsCall.SetStakeTiers(List.of(new StakeTier(Balance.ZERO, Balance.of(628)))),
      new CreditsCall.ClaimCreditsWithAsset(Balance.of(1_309), Bytes.utf8("id"),
          AssetId.of(100_002)),
      new CreditsCall.SetAssetStakeTiers(AssetId.of(100_002),
          List.of(new StakeTier(Balance.ZERO, Balance.of(18)))));

  @Test
  void calls_recorded_on_the_chain_are_read_and_written() {
    var recorded = List.of("0x00bc", "0x0170086964", "0x030400d109",
        "0x027514086964a2860100000000000000000000000000",
        "0x04a2860100000000000000000000000000040048");

    for (int i = 0; i < CALLS.size(); i++) {
      byte[] bytes = CreditsCall.CODEC.encode(CALLS.get(i));
      assertThat(Hex.of(bytes)).isEqualTo(recorded.get(i));
      assertThat(CreditsCall.CODEC.decode(bytes)).isEqualTo(new Decoded.Value<>(CALLS.get(i)));
      assertThat(CreditsCall.CODEC.size(CALLS.get(i))).isEqualTo(bytes.length);
    }
  }

  @Test
  void keys_are_those_of_the_chain() {
    var store = new Store();
    new CreditsStorage(store);
    String pallet = "0xb6207d906b333ba06d29301c344c097f";

    assertThat(store.items()).extracting(Item::prefix).extracting(Hex::of).containsExactly(
        pallet + "975cfcbc6058f027d410f500eca55170", pallet + "56136516e1dd9228c1daf5ff2f9b7329",
        pallet + "40465e7d3e5b6a7d8cb31758284a0491");
  }

  @Test
  void a_name_outside_the_chain_has_at_most_1024_bytes() {
    byte[] most = CreditsCall.CODEC.encode(
        new CreditsCall.ClaimCredits(Balance.of(1), Bytes.wrap(new byte[1_024])));
    byte[] more = CreditsCall.CODEC.encode(
        new CreditsCall.ClaimCredits(Balance.of(1), Bytes.wrap(new byte[1_025])));

    assertThat(CreditsCall.CODEC.decode(most)).isInstanceOf(Decoded.Value.class);
    assertThat(CreditsCall.CODEC.decode(more)).isInstanceOf(Decoded.Malformed.class);
  }

  @Test
  void mutated_calls_are_values_or_malformed() {
    var random = new SplittableRandom(5);

    for (CreditsCall call : CALLS) {
      byte[] good = CreditsCall.CODEC.encode(call);
      for (int i = 0; i < 20_000; i++) {
        byte[] bad = Arrays.copyOf(good, Math.max(0, good.length + random.nextInt(-3, 4)));
        for (int flips = random.nextInt(4); flips > 0 && bad.length > 0; flips--) {
          bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
        }
        if (CreditsCall.CODEC.decode(bad) instanceof Decoded.Value<CreditsCall>(var value)) {
          assertThat(CreditsCall.CODEC.decode(CreditsCall.CODEC.encode(value)))
              .isEqualTo(new Decoded.Value<>(value));
        }
      }
    }
  }
}
