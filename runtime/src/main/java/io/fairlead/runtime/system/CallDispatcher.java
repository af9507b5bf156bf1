package io.fairlead.runtime.system;

import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Outcome;

/** Any call of the runtime, for pallets whose calls contain calls; answered by the executive. */
public interface CallDispatcher {
  /** Weight, class and fee rule of {@code call}, before it runs. */
  DispatchInfo info(Call call);

  /**
   * Runs {@code call} in a transaction of its own, past the call filter
   * ({@code dispatch_bypass_filter}).
   */
  Outcome dispatch(Origin origin, Call call);

  /** The same where the filters of {@code origin} let it pass, otherwise refused with CallFiltered. */
  Outcome dispatchFiltered(Origin origin, Call call);
}
