package io.fairlead.restaking;

import io.fairlead.restaking.wire.AssetId;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;

/** The assets of the Assets pallet, as other pallets move them. Refuses with its errors. */
public interface Fungibles {
  /** {@code Preservation} of {@code fungibles::Mutate::transfer}. */
  enum Preservation {
    EXPENDABLE, PRESERVE
  }

  /** Moves {@code amount} of {@code asset} in its smallest unit; event Assets.Transferred. */
  void transfer(AssetId asset, AccountId from, AccountId to, Balance amount,
      Preservation preservation);

  /** Whether there is such an asset ({@code fungibles::Inspect::asset_exists}). */
  boolean exists(AssetId asset);

  /** How much of {@code asset} the account has. */
  Balance balance(AssetId asset, AccountId who);
}
