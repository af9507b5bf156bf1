package io.fairlead.runtime;

import static io.fairlead.runtime.Wired.BY_ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.runtime.basefee.BaseFeeCall;
import io.fairlead.runtime.basefee.BaseFeeEvent;
import io.fairlead.runtime.basefee.Permill;
import io.fairlead.runtime.basefee.U256;
import io.fairlead.runtime.system.PerDispatchClass;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.StorageValue;
import io.fairlead.substrate.pallet.Weight;
import io.fairlead.substrate.primitive.Hex;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaseFeeTest {
  private static final BigInteger HIGHEST =
      BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);

  private final Wired world = new Wired();

  private BigInteger fee() {
    return new BigInteger(1, Hex.bytes(Hex.of(reversed(world.raw(key("BaseFeePerGas"))))));
  }

  private byte[] key(String item) {
    return world.wiring.store.items().stream()
        .filter(it -> it.toString().equals("BaseFee." + item)).findFirst()
        .map(it -> ((StorageValue<?>) it).prefix()).orElseThrow();
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] turned = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      turned[i] = bytes[bytes.length - 1 - i];
    }
    return turned;
  }

  private void set(BigInteger fee) {
    world.done(Origin.ROOT, new BaseFeeCall.SetBaseFeePerGas(new U256(fee)));
  }

  private void finishBlockOf(long refTime) {
    world.wiring.systemItems.blockWeight
        .put(new PerDispatchClass<>(Weight.of(refTime, 0), Weight.ZERO, Weight.ZERO));
    world.wiring.baseFee.onFinalize(1);
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      # picoseconds used, before, after
      0,                1000000, 875000
      0,                765625,  669922
      0,                512910,  500000
      0,                500000,  500000
      0,                7,       500000
      500000000000,     1000000, 937500
      1000000000000,    1000000, 1000000
      1500000000000,    1000000, 1062500
      2000000000000,    1000000, 1125000
      3000000000000,    1000000, 1125000
      """)
  void the_fee_follows_how_full_the_block_was(long used, long before, long after) {
    set(BigInteger.valueOf(before));

    finishBlockOf(used);

    assertThat(fee()).isEqualTo(after);
  }

  @Test
  void without_elasticity_the_fee_stays() {
    world.done(Origin.ROOT, new BaseFeeCall.SetElasticity(Permill.ZERO));

    finishBlockOf(0);

    assertThat(fee()).isEqualTo(1_000_000);
  }

  @Test
  void a_fee_that_leaves_256_bits_is_told_and_stays() {
    set(HIGHEST);
    world.next();

    finishBlockOf(2_000_000_000_000L);

    assertThat(fee()).isEqualTo(HIGHEST);
    assertThat(world.events()).containsExactly(new BaseFeeEvent.BaseFeeOverflow());
  }

  @Test
  void skipped_blocks_leave_what_empty_ones_leave() {
    var other = new Wired();
    for (int i = 0; i < 40; i++) {
      finishBlockOf(0);
    }

    other.wiring.baseFee.skip(40);

    assertThat(other.raw(key("BaseFeePerGas"))).isEqualTo(world.raw(key("BaseFeePerGas")));
  }

  @Test
  void root_alone_sets_fee_and_elasticity() {
    var fee = new BaseFeeCall.SetBaseFeePerGas(U256.of(7));
    var elasticity = new BaseFeeCall.SetElasticity(new Permill(5));

    assertThat(world.done(Origin.ROOT, fee))
        .containsExactly(new BaseFeeEvent.NewBaseFeePerGas(U256.of(7)));
    assertThat(world.done(Origin.ROOT, elasticity))
        .containsExactly(new BaseFeeEvent.NewElasticity(new Permill(5)));
    world.refused(BY_ALICE, fee, DispatchError.BAD_ORIGIN);
    world.refused(BY_ALICE, elasticity, DispatchError.BAD_ORIGIN);
    world.roundTrip(fee);
    world.roundTrip(new BaseFeeCall.SetBaseFeePerGas(new U256(HIGHEST)));
  }
}
