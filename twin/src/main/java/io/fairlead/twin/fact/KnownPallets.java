package io.fairlead.twin.fact;

import io.fairlead.restaking.wire.RestakingCall;
import io.fairlead.restaking.wire.RestakingEvent;
import io.fairlead.rewards.wire.RewardsCall;
import io.fairlead.rewards.wire.RewardsEvent;
import io.fairlead.runtime.balances.BalancesCall;
import io.fairlead.runtime.balances.BalancesEvent;
import io.fairlead.runtime.session.SessionEvent;
import io.fairlead.runtime.session.SessionStorage;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.Event;
import io.fairlead.substrate.scale.EnumCodec;
import java.util.LinkedHashMap;
import java.util.Map;

/** The pallets whose calls and events this program knows by type; whether a chain has them so, it tells. */
final class KnownPallets {
  /** Calls that are kept as facts. */
  static final Map<String, EnumCodec<? extends Call>> CALLS = new LinkedHashMap<>();
  /** Events that are kept as facts. */
  static final Map<String, EnumCodec<? extends Event>> EVENTS = new LinkedHashMap<>();

  static {
    CALLS.put(ServicesCall.PALLET, ServicesCall.CODEC);
    CALLS.put(RestakingCall.PALLET, RestakingCall.CODEC);
    CALLS.put(RewardsCall.PALLET, RewardsCall.CODEC);
    EVENTS.put(ServicesCall.PALLET, ServicesEvent.CODEC);
    EVENTS.put(RestakingCall.PALLET, RestakingEvent.CODEC);
    EVENTS.put(RewardsCall.PALLET, RewardsEvent.CODEC);
    EVENTS.put(SessionStorage.PALLET, SessionEvent.CODEC);
    EVENTS.put(BalancesCall.PALLET, BalancesEvent.CODEC);
  }

  private KnownPallets() {}
}
