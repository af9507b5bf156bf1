package io.fairlead.runtime.basefee;

import io.fairlead.substrate.pallet.StorageValue;
import io.fairlead.substrate.pallet.Store;

/** The items of BaseFee. */
public final class BaseFeeStorage {
  /** Planck a unit of gas. */
  public final StorageValue<U256> baseFeePerGas;
  /** How much an empty or a full block changes. */
  public final StorageValue<Permill> elasticity;

  /** The items in {@code store}; absent they read as {@code config} says. */
  public BaseFeeStorage(Store store, BaseFeeConfig config) {
    baseFeePerGas = StorageValue.of(store, BaseFeeCall.PALLET, "BaseFeePerGas", U256.CODEC,
        config.initial());
    elasticity = StorageValue.of(store, BaseFeeCall.PALLET, "Elasticity", Permill.CODEC,
        config.elasticity());
  }
}
