package io.fairlead.runtime.session;

import static io.fairlead.runtime.BaseWorld.ALICE;
import static io.fairlead.runtime.BaseWorld.BOB;
import static io.fairlead.runtime.BaseWorld.CHARLIE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.runtime.BaseWorld;
import io.fairlead.runtime.session.SessionStorage.KeyOfType;
import io.fairlead.runtime.session.SessionStorage.Queued;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionTest {
  private static final long PERIOD = 1_200;

  private final BaseWorld world = BaseWorld.usual();
  private final SessionStorage storage = new SessionStorage(world.store,
      SessionKeys.codec("tangle_testnet_runtime", SessionKeys.Kind.THREE));
  private final List<String> told = new ArrayList<>();
  private final Map<AccountId, AccountId> stashes = new HashMap<>();
  private final SessionPallet session = new SessionPallet(storage, world.block, PERIOD,
      index -> told.add("start " + index + " with " + world.events().size() + " events, index "
          + storage.currentIndex.get()),
      world.accounts, who -> stashes.get(who));

  private static SessionKeys keys(int fill) {
    byte[] key = new byte[32];
    java.util.Arrays.fill(key, (byte) fill);
    return new SessionKeys(Bytes.of(key), Bytes.of(key), Bytes.of(key), null);
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

  // --- calls ---

  private Outcome run(Origin origin, SessionCall call) {
    return world.block.transactional(() -> session.dispatch(origin, call));
  }

  private void refused(Origin origin, SessionCall call, DispatchError error) {
    var before = world.store.pairs();
    assertThat(run(origin, call))
        .isEqualTo(new Outcome.Refused(error, PostDispatch.AS_DECLARED));
    assertThat(world.store.pairs()).isEqualTo(before);
  }

  private static DispatchError error(SessionError error) {
    return new DispatchError.Module(error);
  }

  private static SessionCall set(int fill) {
    return new SessionCall.SetKeys(keys(fill), Bytes.utf8("any proof"));
  }

  @Test
  void a_validator_sets_keys_changes_them_and_takes_them_away() {
    stashes.put(BOB, BOB);
    KeyOfType old = new KeyOfType(Bytes.utf8("babe"), keys(1).babe());

    assertThat(run(Origin.signed(BOB), set(1))).isEqualTo(Outcome.DONE);
    assertThat(storage.keyOwner.get(old)).isEqualTo(BOB);
    assertThat(world.accounts.get(BOB).consumers()).isEqualTo(1);

    assertThat(run(Origin.signed(BOB), set(2))).isEqualTo(Outcome.DONE);
    assertThat(storage.keyOwner.contains(old)).isFalse();
    assertThat(storage.nextKeys.get(BOB)).isEqualTo(keys(2));
    assertThat(world.accounts.get(BOB).consumers()).isEqualTo(1);

    assertThat(run(Origin.signed(BOB), new SessionCall.PurgeKeys())).isEqualTo(Outcome.DONE);
    assertThat(storage.keyOwner.size()).isZero();
    assertThat(storage.nextKeys.contains(BOB)).isFalse();
    assertThat(world.accounts.get(BOB).consumers()).isZero();
  }

  @Test
  void a_controller_sets_the_keys_of_its_stash() {
    stashes.put(ALICE, BOB);

    run(Origin.signed(ALICE), set(1));

    assertThat(storage.nextKeys.get(BOB)).isEqualTo(keys(1));
    assertThat(world.accounts.get(ALICE).consumers()).isPositive();
  }

  @Test
  void the_validators_of_genesis_own_their_keys_and_have_a_consumer() {
    session.genesis(0, List.of(new Queued(BOB, keys(1)), new Queued(CHARLIE, keys(2))));

    assertThat(storage.keyOwner.size()).isEqualTo(6);
    assertThat(world.accounts.get(BOB).consumers()).isEqualTo(1);
    assertThat(world.accounts.get(CHARLIE).providers()).as("was nobody").isEqualTo(1);
  }

  @Test
  void each_refusal_leaves_everything_as_it_was() {
    stashes.put(ALICE, ALICE);
    stashes.put(BOB, BOB);
    stashes.put(CHARLIE, CHARLIE);
    run(Origin.signed(BOB), set(1));

    for (SessionCall call : List.of(set(2), new SessionCall.PurgeKeys())) {
      refused(Origin.ROOT, call, DispatchError.BAD_ORIGIN);
    }
    refused(Origin.signed(new AccountId(1, 1, 1, 1)), set(2),
        error(SessionError.NO_ASSOCIATED_VALIDATOR_ID));
    refused(Origin.signed(CHARLIE), set(2), error(SessionError.NO_ACCOUNT));
    refused(Origin.signed(ALICE), set(1), error(SessionError.DUPLICATED_KEY));
    refused(Origin.signed(ALICE), new SessionCall.PurgeKeys(), error(SessionError.NO_KEYS));
    refused(Origin.signed(new AccountId(1, 1, 1, 1)), new SessionCall.PurgeKeys(),
        error(SessionError.NO_KEYS));
  }

  @Test
  void mainnet_has_a_role_key_more() {
    var codec = SessionKeys.codec("tangle_runtime", SessionKeys.Kind.WITH_ROLE);
    Bytes key = keys(1).babe();
    var keys = new SessionKeys(key, key, key, Bytes.wrap(new byte[33]));

    assertThat(codec.encode(keys)).hasSize(129);
    assertThat(codec.decode(codec.encode(keys)).trusted()).isEqualTo(keys);
    assertThat(keys.typed()).extracting(it -> it.type().size()).containsExactly(4, 4, 4, 4);
  }
}
