package io.fairlead.restaking;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.Deposit;
import io.fairlead.substrate.primitive.AccountId;
import java.util.Optional;

/** What Rewards asks about deposits ({@code get_user_deposit_with_locks}). */
public interface UserDeposits {
  /** The deposit of {@code who} in {@code asset}, with its locks; empty when there never was one. */
  Optional<Deposit> deposit(AccountId who, Asset asset);
}
