package io.fairlead.runtime;

import io.fairlead.runtime.system.CallDispatcher;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.pallet.Pallet;
import java.util.HashMap;
import java.util.Map;

/** Finds the pallet of a call, by the name that the call carries. */
final class Dispatcher implements CallDispatcher {
  private final Block block;
  private final Map<String, Pallet<Call>> pallets = new HashMap<>();

  Dispatcher(Block block) {
    this.block = block;
  }

  /** Lets the calls of {@code pallet} be dispatched; for the wiring. */
  @SuppressWarnings("unchecked") // a pallet gets only the calls that carry its name
  void add(Pallet<? extends Call> pallet) {
    pallets.put(pallet.name(), (Pallet<Call>) pallet);
  }

  private Pallet<Call> palletOf(Call call) {
    Pallet<Call> pallet = pallets.get(call.pallet());
    if (pallet == null) {
      throw new IllegalStateException("no pallet for " + call);
    }
    return pallet;
  }

  @Override
  public DispatchInfo info(Call call) {
    return palletOf(call).info(call);
  }

  @Override
  public Outcome dispatch(Origin origin, Call call) {
    Pallet<Call> pallet = palletOf(call);
    return block.transactional(() -> pallet.dispatch(origin, call));
  }
}
