package io.fairlead.runtime.timestamp;

import static io.fairlead.runtime.BaseWorld.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.runtime.BaseWorld;
import io.fairlead.runtime.timestamp.TimestampCall.Set;
import io.fairlead.substrate.pallet.ChainPanic;
import io.fairlead.substrate.pallet.DispatchClass;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Weight;
import io.fairlead.substrate.primitive.Hex;
import org.junit.jupiter.api.Test;

class TimestampTest {
  private static final long FIRST = 1_700_000_000_000L;

  private final BaseWorld world = BaseWorld.usual();
  private final TimestampStorage storage = world.timestampStorage;

  @Test
  void each_block_sets_its_time_once() {
    assertThat(world.done(Origin.NONE, new Set(FIRST))).isEmpty();
    assertThat(storage.now.get()).isEqualTo(FIRST);
    panics(FIRST + 6_000);

    world.timestamp.onFinalize(1);
    assertThat(storage.didUpdate.exists()).isFalse();
    world.done(Origin.NONE, new Set(FIRST + 3_000));
  }

  @Test
  void a_block_less_than_the_minimum_period_later_panics() {
    world.done(Origin.NONE, new Set(FIRST));
    world.timestamp.onFinalize(1);

    panics(FIRST + 2_999);
    panics(FIRST);
    panics(0);
  }

  private void panics(long now) {
    var before = world.store.pairs();
    assertThatThrownBy(() -> world.dispatch(Origin.NONE, new Set(now)))
        .isInstanceOf(ChainPanic.class);
    assertThat(world.store.pairs()).isEqualTo(before);
  }

  @Test
  void a_block_without_a_time_panics() {
    assertThatThrownBy(() -> world.timestamp.onFinalize(1)).isInstanceOf(ChainPanic.class);
  }

  @Test
  void nobody_signs_a_time() {
    world.refused(Origin.signed(ALICE), new Set(FIRST), DispatchError.BAD_ORIGIN);
    world.refused(Origin.ROOT, new Set(FIRST), DispatchError.BAD_ORIGIN);
  }

  @Test
  void the_inherent_is_mandatory_and_reads_as_clients_write_it() {
    assertThat(world.info(new Set(FIRST))).isEqualTo(
        new DispatchInfo(Weight.of(158_684_000, 1_493), DispatchClass.MANDATORY, true));
    assertThat(Hex.of(world.calls.encode(new Set(FIRST)))).isEqualTo("0x02000b0068e5cf8b01");
    assertThat(Hex.of(storage.now.prefix()))
        .isEqualTo("0xf0c365c3cf59d671eb72da0e7a4113c49f1f0515f462cdcf84e0f1d6045dfcbb");
  }
}
