package io.fairlead.rewards;

import io.fairlead.restaking.DelegationRewards;
import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.LockMultiplier;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Restaked nominations in the totals of a vault, as deployed: like delegations without a lock. */
final class CountedNominations implements DelegationRewards {
  private final VaultTotals totals;
  private final RewardsQueries queries;

  CountedNominations(VaultTotals totals, RewardsQueries queries) {
    this.totals = totals;
    this.queries = queries;
  }

  @Override
  public void recordDelegate(AccountId who, AccountId operator, Asset asset, Balance amount,
      @Nullable LockMultiplier lock) {
    totals.delegated(who, asset, amount, lock);
  }

  @Override
  public void recordUndelegate(AccountId who, AccountId operator, Asset asset, Balance amount) {
    totals.undelegated(asset, amount, null);
  }

  @Override
  public Optional<Balance> depositCapRemaining(Asset asset) {
    return queries.depositCapRemaining(asset);
  }

  @Override
  public void recordSlash(AccountId who, AccountId operator, Asset asset, Balance amount,
      @Nullable LockMultiplier lock) {
    totals.slashed(asset, amount, lock);
  }
}
