package io.fairlead.services;

import static io.fairlead.services.OperatorKeys.beat;
import static io.fairlead.services.ServicesWorld.BOB;
import static io.fairlead.services.ServicesWorld.CHARLIE;
import static io.fairlead.services.ServicesWorld.square;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.services.wire.HeartbeatStats;
import io.fairlead.services.wire.OperatorSignature;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.keys.Verifier;
import io.fairlead.substrate.pallet.ChainPanic;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.pallet.Weight;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Percent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
  private final List<String> slashes = new ArrayList<>();

  private ServicesWorld world(long interval, int threshold) {
    ServicesWorld world = new ServicesWorld(ServicesStorage.BY_KEY_BYTES,
        w -> new MissedHeartbeats(slashes), PaymentRules.DEPLOYED, HeartbeatRules.DEPLOYED)
        .withService(square(0));
    return world.ok(Origin.ROOT, new ServicesCall.UpdateDefaultHeartbeatInterval(interval))
        .ok(Origin.ROOT, new ServicesCall.UpdateDefaultHeartbeatThreshold(threshold));
  }

  private static void beatIn(ServicesWorld world, AccountId operator, long block) {
    world.block.begin(block);
    assertThat(world.call(Origin.signed(operator), beat(operator, block)))
        .isEqualTo(new Outcome.Done(PostDispatch.FREE));
  }

  private static HeartbeatStats stats(ServicesWorld world, AccountId operator) {
    return world.storage.serviceOperatorHeartbeats.get(0L, 0L, operator);
  }

  @Test
  void a_recorded_signature_is_over_service_blueprint_block_and_metrics() {
    byte[] key = Verifier.compressedEcdsa(Bytes.hex("0x"
        + "0457bbef4408cde606b82a79bbeee5b0208cdd7193e8323e6317b782ad29548e4d"
        + "9907454a93658729ee98767f06aa887c48eb494d976d68aeb45ef638155cf24f").array());
    Bytes call = Bytes.hex("0x130000146370753d31403fdee202fc42e761841cbf547df759b2dff4525e3355e009"
        + "7ffd97ee1d956e298cc7f28b5fff5b816a2e70876f4add994603b3c35700f99e22387dac6149b901");
    var beat = (ServicesCall.Heartbeat) ServicesCall.CODEC.decode(call.array()).trusted();

    byte[] digest = OperatorSignature.heartbeatDigest(0, 0, 5, beat.metricsData());
    byte[] another = OperatorSignature.heartbeatDigest(0, 0, 6, beat.metricsData());

    assertThat(beat.metricsData()).isEqualTo(Bytes.utf8("cpu=1"));
    assertThat(Verifier.ecdsa(key, digest, beat.signature().array())).isTrue();
    assertThat(Verifier.ecdsa(key, another, beat.signature().array())).isFalse();
  }

  @Test
  void the_first_heartbeat_starts_the_counts_and_costs_nothing() {
    ServicesWorld world = world(10, 0);
    world.block.begin(7);

    Outcome outcome =
        world.call(Origin.signed(BOB), beat(BOB, 7, Bytes.utf8("cpu=1")));

    assertThat(outcome).isEqualTo(new Outcome.Done(PostDispatch.FREE));
    assertThat(world.pallet.info(beat(BOB, 7)))
        .isEqualTo(DispatchInfo.normal(Weight.of(10_000, 0)));
    assertThat(stats(world, BOB)).isEqualTo(new HeartbeatStats(1, 1, 7, 7));
    assertThat(world.storage.serviceHeartbeats.get(0L, 0L))
        .isEqualTo(new HeartbeatStats.Heartbeat(7, Bytes.utf8("cpu=1")));
    assertThat(world.events())
        .containsExactly(new ServicesEvent.HeartbeatReceived(0, 0, BOB, 7));
  }

  @Test
  void later_ones_count_the_intervals_that_passed() {
    ServicesWorld world = world(10, 3);

    for (long block : new long[] {5, 15, 44}) {
      beatIn(world, BOB, block);
    }

    assertThat(stats(world, BOB)).isEqualTo(new HeartbeatStats(4, 3, 5, 44));
    assertThat(slashes).isEmpty();
  }

  @Test
  void deployed_an_operator_that_came_back_is_slashed_with_every_heartbeat() {
    ServicesWorld world = world(10, 1);

    for (long block : new long[] {5, 35, 45, 55}) {
      beatIn(world, BOB, block);
    }

    assertThat(stats(world, BOB)).isEqualTo(new HeartbeatStats(6, 4, 5, 55));
    assertThat(slashes).hasSize(3).containsOnly(BOB + " 0 0 50");
  }

  @Test
  void deployed_any_operator_of_the_blueprint_may_send_one() {
    ServicesWorld world = world(10, 0);

    beatIn(world, CHARLIE, 3);

    assertThat(stats(world, CHARLIE)).isEqualTo(new HeartbeatStats(1, 1, 3, 3));
  }

  @Test
  void by_rule_who_does_not_serve_is_refused() {
    HeartbeatRules d = HeartbeatRules.DEPLOYED;
    var rules = new HeartbeatRules(d.managerSettings(), HeartbeatSender.MEMBER, d.block(),
        d.zeroInterval(), d.threshold(), d.period(), d.penalty(), d.silence());
    ServicesWorld world = new ServicesWorld(PaymentRules.DEPLOYED, rules).withService(square(0));
    var before = world.store.pairs();

    Outcome outcome = world.call(Origin.signed(CHARLIE), beat(CHARLIE, 1));

    assertThat(outcome).isEqualTo(new Outcome.Refused(
        new DispatchError.Module(ServicesError.NOT_AN_OPERATOR), PostDispatch.AS_DECLARED));
    assertThat(world.store.pairs()).isEqualTo(before);
  }

  @Test
  void a_manager_that_reverts_leaves_it_to_the_defaults_and_an_event() {
    ServicesWorld world = world(10, 0);
    world.managers.heartbeatInterval = new SettingAnswer.Failed(HookAnswer.Plain.BROKEN);
    beatIn(world, BOB, 5);

    beatIn(world, BOB, 25);

    assertThat(slashes).containsExactly(BOB + " 0 0 50");
    assertThat(world.events()).hasSize(3).satisfies(all -> {
      assertThat(all.subList(0, 2)).allMatch(e -> e instanceof ServicesEvent.EvmReverted);
      assertThat(all.get(2)).isEqualTo(new ServicesEvent.HeartbeatReceived(0, 0, BOB, 25));
    });
  }

  @Test
  void an_interval_of_zero_panics_from_the_second_one_on() {
    ServicesWorld world = world(0, 0);
    beatIn(world, BOB, 5);
    var before = world.store.pairs();
    world.block.begin(6);

    assertThatThrownBy(() -> world.call(Origin.signed(BOB), beat(BOB, 6)))
        .isInstanceOf(ChainPanic.class).hasMessageContaining("divide by zero");

    assertThat(world.store.pairs()).isEqualTo(before);
    assertThat(world.events()).isEmpty();
  }

  @Test
  void the_defaults_are_set_without_checks() {
    ServicesWorld world = new ServicesWorld();

    world.ok(Origin.ROOT, new ServicesCall.UpdateDefaultHeartbeatThreshold(255))
        .ok(Origin.ROOT, new ServicesCall.UpdateDefaultHeartbeatInterval(-1))
        .ok(Origin.ROOT, new ServicesCall.UpdateDefaultHeartbeatSlashingWindow(0));

    assertThat(world.storage.defaultHeartbeatThreshold.get()).isEqualTo(255);
    assertThat(world.storage.defaultHeartbeatInterval.get()).isEqualTo(-1);
    assertThat(world.storage.defaultSlashingWindow.get()).isZero();
    assertThat(world.events()).containsExactly(
        new ServicesEvent.DefaultHeartbeatThresholdUpdated(255),
        new ServicesEvent.DefaultHeartbeatIntervalUpdated(-1),
        new ServicesEvent.DefaultHeartbeatSlashingWindowUpdated(0));
  }

  /** Remembers who was to be slashed. */
  private record MissedHeartbeats(List<String> slashes) implements SlashIntake {
    @Override
    public void missedHeartbeats(AccountId operator, long blueprintId, long serviceId,
        Percent percent) {
      slashes.add(operator + " " + blueprintId + " " + serviceId + " " + percent.parts());
    }

    @Override
    public void slash(AccountId caller, AccountId offender, long serviceId, Percent percent) {
      throw new AssertionError("nobody slashes by call");
    }

    @Override
    public void dispute(Origin origin, long era, long index) {
      throw new AssertionError("nobody disputes");
    }

    @Override
    public void serviceEnded(long serviceId) {}

    @Override
    public void onInitialize() {}
  }
}
