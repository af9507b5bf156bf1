package io.fairlead.runtime.system;

import io.fairlead.substrate.pallet.Call;

/** The call of a pallet that has none: there is no value. */
public enum NoCall implements Call {
  ;

  @Override
  public String pallet() {
    throw new IllegalStateException("a call of a pallet without calls");
  }
}
