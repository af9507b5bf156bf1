package io.fairlead.restaking;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;

/** What Credits asks about deposits ({@code get_user_deposit_by_asset_type}). */
public interface CustomDeposits {
  /**
   * All deposits of {@code who} that are not tokens of a contract, of TNT and of every asset, added up
   * as if they were the same unit.
   */
  Balance customDeposits(AccountId who);
}
