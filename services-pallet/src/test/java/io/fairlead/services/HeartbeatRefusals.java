package io.fairlead.services;

import static io.fairlead.services.OperatorKeys.beat;
import static io.fairlead.services.ServicesWorld.BOB;
import static io.fairlead.services.ServicesWorld.CHARLIE;
import static io.fairlead.services.ServicesWorld.DAVE;
import static io.fairlead.services.ServicesWorld.EVE;

import io.fairlead.services.wire.HeartbeatStats;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.primitive.Bytes;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Refused heartbeats and settings of heartbeats, in the order of the checks. */
final class HeartbeatRefusals extends RefusalCases {
  private static final long NOW = 20;

  HeartbeatRefusals() {
    checks();
    settings();
    refuse("threshold by a signer", DispatchError.BAD_ORIGIN, w -> w, EVE,
        new ServicesCall.UpdateDefaultHeartbeatThreshold(1));
    refuse("interval by a signer", DispatchError.BAD_ORIGIN, w -> w, EVE,
        new ServicesCall.UpdateDefaultHeartbeatInterval(1));
    refuse("window by a signer", DispatchError.BAD_ORIGIN, w -> w, EVE,
        new ServicesCall.UpdateDefaultHeartbeatSlashingWindow(1));
  }

  private void checks() {
    UnaryOperator<ServicesWorld> ready = RefusalCases::service;
    ServicesCall.Heartbeat beat = beat(BOB, 1);
    refuse("1,025 bytes", ServicesError.METRICS_DATA_TOO_LARGE, ready, BOB,
        beat(BOB, 1, Bytes.wrap(new byte[1025])));
    refuse("unknown service", ServicesError.SERVICE_NOT_FOUND, ready, BOB,
        new ServicesCall.Heartbeat(1, 0, Bytes.EMPTY, beat.signature()));
    refuse("unknown blueprint", ServicesError.SERVICE_NOT_FOUND, ready, BOB,
        new ServicesCall.Heartbeat(0, 1, Bytes.EMPTY, beat.signature()));
    refuse("instance gone", ServicesError.SERVICE_NOT_FOUND,
        with(w -> w.storage.instances.remove(0L)), BOB, beat);
    refuse("of another blueprint", ServicesError.SERVICE_NOT_FOUND,
        with(w -> w.storage.serviceStatus.put(1L, 0L, ServicesStorage.Present.PRESENT)), BOB,
        new ServicesCall.Heartbeat(0, 1, Bytes.EMPTY, beat.signature()));
    refuse("not registered", ServicesError.NOT_REGISTERED, ready, DAVE, beat(DAVE, 1));
    refuse("blueprint gone", ServicesError.BLUEPRINT_NOT_FOUND,
        with(w -> w.storage.blueprints.remove(0L)), BOB, beat);
    refuse("no point of the curve", ServicesError.INVALID_SIGNATURE_BYTES,
        with(w -> w.storage.operators.put(0L, BOB, ServicesWorld.preferences(7))), BOB, beat);
    refuse("signed by another", ServicesError.HEARTBEAT_SIGNATURE_VERIFICATION_FAILED, ready, BOB,
        beat(CHARLIE, 1));
    refuse("signed for the next block", ServicesError.HEARTBEAT_SIGNATURE_VERIFICATION_FAILED,
        ready, BOB, beat(BOB, 2));
    refuse("other metrics", ServicesError.HEARTBEAT_SIGNATURE_VERIFICATION_FAILED, ready, BOB,
        new ServicesCall.Heartbeat(0, 0, Bytes.hex("0x01"), beat.signature()));
    refuse("no signature", ServicesError.HEARTBEAT_SIGNATURE_VERIFICATION_FAILED, ready, BOB,
        new ServicesCall.Heartbeat(0, 0, Bytes.EMPTY, Bytes.wrap(new byte[65])));
  }

  private void settings() {
    ServicesCall.Heartbeat beat = beat(BOB, NOW);
    SettingAnswer broken = new SettingAnswer.Failed(REFUSED);
    refuse("too early", ServicesError.HEARTBEAT_TOO_EARLY, late(w -> {
    }, 11), BOB, beat);
    for (SettingAnswer answer : new SettingAnswer[] {broken, SettingAnswer.UNDECODABLE,
        new SettingAnswer.Of(true, 0), new SettingAnswer.Of(false, 3)}) {
      refuse("interval " + answer, ServicesError.GET_HEARTBEAT_INTERVAL_FAILURE,
          late(w -> w.managers.heartbeatInterval = answer, 10), BOB, beat);
      refuse("threshold " + answer, ServicesError.GET_HEARTBEAT_THRESHOLD_FAILURE,
          late(w -> w.managers.heartbeatThreshold = answer, 10), BOB, beat);
      refuse("window " + answer, ServicesError.GET_SLASHING_WINDOW_FAILURE,
          late(w -> w.managers.slashingWindow = answer, 5), BOB, beat);
    }
    refuse("masters gone", ServicesError.GET_HEARTBEAT_INTERVAL_FAILURE,
        late(w -> w.storage.masterRevisions.remove(), 10), BOB, beat);
  }

  private static UnaryOperator<ServicesWorld> with(Consumer<ServicesWorld> change) {
    return w -> {
      change.accept(service(w));
      return w;
    };
  }

  /** Block 20 after a heartbeat in block 10, one each {@code interval} blocks, none may be missed. */
  private static UnaryOperator<ServicesWorld> late(Consumer<ServicesWorld> change,
      long interval) {
    return with(w -> {
      w.storage.serviceOperatorHeartbeats.put(0L, 0L, BOB, new HeartbeatStats(1, 1, 10, 10));
      w.storage.defaultHeartbeatInterval.put(interval);
      w.block.begin(NOW);
      change.accept(w);
    });
  }
}
