package io.fairlead.restaking;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.restaking.wire.LockMultiplier;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What restaking tells and asks Rewards ({@code RewardsManager}). */
public interface DelegationRewards {
  /**
   * {@code amount} of {@code asset} was delegated. May refuse; restaking drops the error.
   *
   * @param lock multiplier of the first lock of the deposit; null without locks
   */
  void recordDelegate(AccountId who, AccountId operator, Asset asset, Balance amount,
      @Nullable LockMultiplier lock);

  /** {@code amount} of {@code asset} is delegated no more. May refuse; restaking drops the error. */
  void recordUndelegate(AccountId who, AccountId operator, Asset asset, Balance amount);

  /** How much of {@code asset} its vault still takes; empty where Rewards answers an error. */
  Optional<Balance> depositCapRemaining(Asset asset);

  /**
   * {@code amount} of {@code who}'s delegation to {@code operator} was slashed. The chain does not
   * tell Rewards; only the repaired taking calls this.
   */
  void recordSlash(AccountId who, AccountId operator, Asset asset, Balance amount,
      @Nullable LockMultiplier lock);

  /** Who is told and asked of restaked nominations, which no deposit stands behind. */
  default DelegationRewards ofNominations() {
    return this;
  }

  /** Takes no notice of anything. */
  DelegationRewards NONE = new DelegationRewards() {
    @Override
    public void recordDelegate(AccountId who, AccountId operator, Asset asset, Balance amount,
        @Nullable LockMultiplier lock) {}

    @Override
    public void recordUndelegate(AccountId who, AccountId operator, Asset asset,
        Balance amount) {}

    @Override
    public Optional<Balance> depositCapRemaining(Asset asset) {
      return Optional.empty();
    }

    @Override
    public void recordSlash(AccountId who, AccountId operator, Asset asset, Balance amount,
        @Nullable LockMultiplier lock) {}
  };
}
