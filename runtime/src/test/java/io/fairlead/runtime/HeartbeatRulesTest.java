package io.fairlead.runtime;

import static io.fairlead.runtime.World.DAVE;
import static io.fairlead.runtime.World.EVE;
import static io.fairlead.runtime.World.heartbeat;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.runtime.managers.HeartbeatSettings;
import io.fairlead.runtime.managers.ManagerScript;
import io.fairlead.services.SettingAnswer;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.Bytes;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Each rule of heartbeats in {@code docs/rules.md}, under each of its values. */
class HeartbeatRulesTest {
  /** One each ten blocks, three may be missed. */
  private static final HeartbeatSettings NUMBERS = new HeartbeatSettings(
      new SettingAnswer.Of(false, 10), new SettingAnswer.Of(false, 3),
      new SettingAnswer.Of(false, 100));

  private static World world(String rules) {
    return world(rules, NUMBERS);
  }

  private static World world(String rules, HeartbeatSettings numbers) {
    Genesis dev = DevGenesis.genesis();
    var managers = new TreeMap<>(dev.managers());
    managers.put(DevGenesis.MANAGER,
        ManagerScript.accepting(DevGenesis.SLASHER, DevGenesis.DISPUTER).with(numbers));
    return World.withService(((Rules.Parsed.Good) Rules.parse(rules)).rules(),
        new Genesis(dev.endowments(), dev.sudo(), dev.session(), dev.validators(), dev.masters(),
            managers));
  }

  private static HeartbeatSettings numbers(long interval, long threshold, long window) {
    return new HeartbeatSettings(new SettingAnswer.Of(false, interval),
        new SettingAnswer.Of(false, threshold), new SettingAnswer.Of(false, window));
  }

  /** A heartbeat of Dave in the block that comes {@code blocks} behind this one. */
  private static void beatAfter(World world, long blocks) {
    if (blocks > 1) {
      world.skipTo(world.number() + blocks - 1);
    }
    world.does(DAVE, next(world));
  }

  /** The percents of the queued slashes, by the bytes of their keys. */
  private static List<Integer> slashes(World world) {
    Bytes prefix = Bytes.wrap(Item.prefix("Services", "UnappliedSlashes"));
    return world.chain.store().pairs().stream().filter(pair -> pair.key().startsWith(prefix))
        .map(Store.Change::value).filter(Objects::nonNull)
        .map(value -> value.at(value.size() - 1)).toList();
  }

  private static ServicesCall.Heartbeat next(World world) {
    return heartbeat(DAVE, world.number() + 1);
  }

  private static DispatchError error(ServicesError error) {
    return new DispatchError.Module(error);
  }

  @Test
  void services_manager_settings() {
    var unreadable = world("repaired,services.managerSettings=unreadable");
    var read = world("repaired,services.managerSettings=read");

    for (World world : new World[] {unreadable, read}) {
      world.does(DAVE, next(world));
    }

    assertThat(unreadable.refused(DAVE, next(unreadable)))
        .isEqualTo(error(ServicesError.GET_HEARTBEAT_INTERVAL_FAILURE));
    assertThat(read.refused(DAVE, next(read))).isEqualTo(error(ServicesError.HEARTBEAT_TOO_EARLY));
    read.skipTo(read.number() + 9);
    read.does(DAVE, next(read));
  }

  @Test
  void services_heartbeat_sender() {
    var any = world("repaired,services.heartbeatSender=any-operator");
    var member = world("repaired,services.heartbeatSender=member");

    any.does(EVE, heartbeat(EVE, any.number() + 1));

    assertThat(member.refused(EVE, heartbeat(EVE, member.number() + 1)))
        .isEqualTo(error(ServicesError.NOT_AN_OPERATOR));
    member.does(DAVE, next(member));
  }

  @Test
  void services_heartbeat_block() {
    var including = world("repaired,services.heartbeatBlock=including");
    var recent = world("repaired,services.heartbeatBlock=recent");
    var late = heartbeat(DAVE, recent.number() + 1);

    for (World world : List.of(including, recent)) {
      world.skipTo(world.number() + 15);
    }

    var unsigned = error(ServicesError.HEARTBEAT_SIGNATURE_VERIFICATION_FAILED);
    assertThat(including.refused(DAVE, late)).isEqualTo(unsigned);
    recent.does(DAVE, late);
    assertThat(recent.refused(DAVE, late)).isEqualTo(unsigned);
    var tooLate = heartbeat(DAVE, recent.number() + 1);
    recent.skipTo(recent.number() + 16);
    assertThat(recent.refused(DAVE, tooLate)).isEqualTo(unsigned);
  }

  @Test
  void services_zero_interval() {
    var panics = world("repaired,services.zeroInterval=panics", numbers(0, 3, 100));
    var nothing = world("repaired,services.zeroInterval=nothing-expected", numbers(0, 3, 100));

    for (World world : List.of(panics, nothing)) {
      world.does(DAVE, next(world));
    }

    assertThat(panics.block(DAVE, next(panics))).isInstanceOf(Dispatched.Panicked.class);
    beatAfter(nothing, 400);
    assertThat(slashes(nothing)).isEmpty();
  }

  @Test
  void services_heartbeat_threshold() {
    var count = world("repaired,services.heartbeatThreshold=count", numbers(10, 50, 30));
    var percent = world("repaired,services.heartbeatThreshold=percent", numbers(10, 50, 30));

    for (World world : List.of(count, percent)) {
      world.does(DAVE, next(world));
      beatAfter(world, 50);
    }

    assertThat(slashes(count)).isEmpty();
    assertThat(slashes(percent)).hasSize(1);
  }

  @Test
  void services_heartbeat_period() {
    var endless = world("repaired,services.heartbeatPeriod=endless");
    var window = world("repaired,services.heartbeatPeriod=window");

    for (World world : List.of(endless, window)) {
      world.does(DAVE, next(world));
      for (long blocks : new long[] {90, 11, 10, 10}) {
        beatAfter(world, blocks);
      }
    }

    assertThat(slashes(endless)).hasSize(4);
    assertThat(slashes(window)).hasSize(1);
  }

  @Test
  void services_heartbeat_penalty() {
    var half = world("repaired,services.heartbeatPenalty=half", numbers(10, 3, 100));
    var share = world("repaired,services.heartbeatPenalty=missed-share", numbers(10, 3, 100));

    for (World world : List.of(half, share)) {
      world.does(DAVE, next(world));
      for (long blocks : new long[] {10, 10, 10, 20, 10, 10, 10, 10, 10, 10}) {
        beatAfter(world, blocks);
      }
    }

    assertThat(slashes(half)).containsExactly(50);
    assertThat(slashes(share)).containsExactly(8);
  }

  @Test
  void services_silence() {
    var unpunished = world("repaired,services.silence=unpunished");
    var judged = world("repaired,services.silence=judged");

    for (World world : List.of(unpunished, judged)) {
      world.wakeUpTo(Profile.TANGLE_TESTNET.epochBlocks() + 1);
    }

    assertThat(slashes(unpunished)).isEmpty();
    assertThat(slashes(judged)).containsExactly(50);
    judged.wakeUpTo(2 * Profile.TANGLE_TESTNET.epochBlocks() + 1);
    assertThat(slashes(judged)).containsExactly(50, 50);
    beatAfter(judged, 1);
    judged.wakeUpTo(judged.number() + 200);
    assertThat(slashes(judged)).hasSize(2);
  }
}
