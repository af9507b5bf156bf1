package io.fairlead.restaking;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.LockMultiplier;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rewards that nobody reckons. */
final class SilentRewards implements DelegationRewards {
  @Override
  public void recordDelegate(AccountId who, AccountId operator, Asset asset, Balance amount,
      @Nullable LockMultiplier lock) {
    // nobody listens
  }

  @Override
  public void recordUndelegate(AccountId who, AccountId operator, Asset asset, Balance amount) {
    // nobody listens
  }

  @Override
  public Optional<Balance> depositCapRemaining(Asset asset) {
    return Optional.empty();
  }

  @Override
  public void recordSlash(AccountId who, AccountId operator, Asset asset, Balance amount,
      @Nullable LockMultiplier lock) {
    // nobody listens
  }
}
