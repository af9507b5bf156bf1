package io.fairlead.runtime;

import static io.fairlead.runtime.World.DAVE;
import static io.fairlead.runtime.World.heartbeat;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.runtime.managers.HeartbeatSettings;
import io.fairlead.runtime.managers.ManagerScript;
import io.fairlead.services.SettingAnswer;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.substrate.pallet.DispatchError;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Each rule of heartbeats in {@code docs/rules.md}, under each of its values. */
class HeartbeatRulesTest {
  /** One each ten blocks, three may be missed. */
  private static final HeartbeatSettings NUMBERS = new HeartbeatSettings(
      new SettingAnswer.Of(false, 10), new SettingAnswer.Of(false, 3),
      new SettingAnswer.Of(false, 100));

  private static World world(String rules) {
    Genesis dev = DevGenesis.genesis();
    var managers = new TreeMap<>(dev.managers());
    managers.put(DevGenesis.MANAGER,
        ManagerScript.accepting(DevGenesis.SLASHER, DevGenesis.DISPUTER).with(NUMBERS));
    return World.withService(((Rules.Parsed.Good) Rules.parse(rules)).rules(),
        new Genesis(dev.endowments(), dev.sudo(), dev.session(), dev.validators(), dev.masters(),
            managers));
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
}
