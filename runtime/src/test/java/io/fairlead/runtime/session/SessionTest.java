package io.fairlead.runtime.session;

import static io.fairlead.runtime.BaseWorld.ALICE;
import static io.fairlead.runtime.BaseWorld.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.runtime.BaseWorld;
import io.fairlead.runtime.session.SessionStorage.Queued;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hex;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionTest {
  private static final long PERIOD = 1_200;

  private final BaseWorld world = BaseWorld.usual();
  private final SessionStorage storage = new SessionStorage(world.store);
  private final List<String> told = new ArrayList<>();
  private final SessionPallet session = new SessionPallet(storage, world.block, PERIOD,
      index -> told.add("start " + index + " with " + world.events().size() + " events, index "
          + storage.currentIndex.get()));

  private static SessionKeys keys(int fill) {
    byte[] key = new byte[32];
    java.util.Arrays.fill(key, (byte) fill);
    return new SessionKeys(Bytes.of(key), Bytes.of(key), Bytes.of(key));
  }

  @Test
  void a_session_begins_where_the_period_divides_the_number() {
    session.genesis(5, List.of(new Queued(ALICE, keys(1))));

    for (long number = 1; number <= 2 * PERIOD; number++) {
      session.onInitialize(number);
    }

    assertThat(storage.currentIndex.get()).isEqualTo(7);
    assertThat(told).containsExactly("start 6 with 0 events, index 6",
        "start 7 with 1 events, index 7");
    assertThat(world.events()).containsExactly(new SessionEvent.NewSession(6),
        new SessionEvent.NewSession(7));
  }

  @Test
  void the_validators_stay_and_take_new_keys_two_sessions_later() {
    session.genesis(0, List.of(new Queued(ALICE, keys(1)), new Queued(BOB, keys(2))));
    storage.nextKeys.put(BOB, keys(3));

    session.onInitialize(PERIOD);
    assertThat(storage.queuedChanged.get()).isTrue();
    assertThat(storage.queuedKeys.get()).containsExactly(new Queued(ALICE, keys(1)),
        new Queued(BOB, keys(3)));

    storage.disabledValidators.put(List.of(1L));
    session.onInitialize(2 * PERIOD);
    assertThat(storage.validators.get()).containsExactly(ALICE, BOB);
    assertThat(storage.disabledValidators.get()).isEmpty();
    assertThat(storage.queuedChanged.get()).isFalse();
  }

  @Test
  void a_validator_without_keys_goes() {
    session.genesis(0, List.of(new Queued(ALICE, keys(1)), new Queued(BOB, keys(2))));
    storage.nextKeys.remove(ALICE);

    session.onInitialize(PERIOD);
    session.onInitialize(2 * PERIOD);

    assertThat(storage.validators.get()).containsExactly(BOB);
  }

  @Test
  void the_next_rotation_is_known() {
    assertThat(session.nextRotation(0)).isEqualTo(PERIOD);
    assertThat(session.nextRotation(PERIOD - 1)).isEqualTo(PERIOD);
    assertThat(session.nextRotation(PERIOD)).isEqualTo(2 * PERIOD);
  }

  @Test
  void items_stand_where_clients_look_for_them() {
    assertThat(Hex.of(storage.validators.prefix()))
        .isEqualTo("0xcec5070d609dd3497f72bde07fc96ba088dcde934c658227ee1dfafcd6e16903");
    assertThat(Hex.of(storage.nextKeys.storageKey(ALICE)))
        .isEqualTo("0xcec5070d609dd3497f72bde07fc96ba04c014e6bf8b8c2c011e7290b85696bb3"
            + "518366b5b1bc7c99d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d");
  }

  @Test
  void nothing_present_raises_an_error_of_session() {
    assertThat(SessionError.values()).hasSize(5);
    assertThat(session.declaration().calls()).isNull();
  }
}
