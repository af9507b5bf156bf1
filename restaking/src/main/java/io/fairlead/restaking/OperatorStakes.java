package io.fairlead.restaking;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;

/** What other pallets ask about operators ({@code MultiAssetDelegationInfo}). */
public interface OperatorStakes {
  /** {@code CurrentRound}, u32. */
  long currentRound();

  /** Whether the account is an operator, whatever its status. */
  boolean isOperator(AccountId operator);

  /** Whether the operator exists and its status is Active. */
  boolean isActive(AccountId operator);

  /** Its own stake in planck; zero for an account that is no operator. */
  Balance stake(AccountId operator);

  /** Sum of its delegators' entries of {@code asset}, in the asset's smallest unit. */
  Balance delegated(AccountId operator, Asset asset);
}
