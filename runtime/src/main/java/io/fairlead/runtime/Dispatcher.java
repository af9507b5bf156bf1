package io.fairlead.runtime;

import io.fairlead.runtime.system.CallDispatcher;
import io.fairlead.runtime.system.SystemError;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.pallet.Pallet;
import io.fairlead.substrate.pallet.PostDispatch;
import java.util.HashMap;
import java.util.Map;

/** Finds the pallet of a call, by the name that the call carries. */
final class Dispatcher implements CallDispatcher {
  /** Calls in calls: more transactions in each other the chain does not open. */
  private static final int LAYERS_MAX = 255;
  private static final Outcome TOO_DEEP = new Outcome.Refused(
      DispatchError.Transactional.LIMIT_REACHED, PostDispatch.AS_DECLARED);
  private static final Outcome FILTERED = new Outcome.Refused(
      new DispatchError.Module(SystemError.CALL_FILTERED), PostDispatch.AS_DECLARED);

  private final Block block;
  private final Map<String, Pallet<Call>> pallets = new HashMap<>();
  private int depth;

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
    if (depth == LAYERS_MAX) {
      return TOO_DEEP;
    }
    Pallet<Call> pallet = palletOf(call);
    depth++;
    try {
      return block.transactional(() -> pallet.dispatch(origin, call));
    } finally {
      depth--;
    }
  }

  @Override
  public Outcome dispatchFiltered(Origin origin, Call call) {
    return origin.passes(call) ? dispatch(origin, call) : FILTERED;
  }
}
