package io.fairlead.restaking;

import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;

/**
 * How the slashed part of an operator's bond, which is reserved, comes to the slash recipient. Chosen
 * once by the rule {@code slashing.bond}.
 */
@FunctionalInterface
public interface SlashedBond {
  /** Takes up to {@code amount} planck of what {@code operator} has reserved. */
  void take(AccountId operator, Balance amount);

  /**
   * As the chain's routine does: what is slashed becomes free and is transferred. restaking.md 8,
   * step 3: where that fails, as with locked money, the failure is ignored and the operator keeps it.
   */
  static SlashedBond freed(Block block, Currency currency) {
    return (operator, amount) -> {
      currency.unreserve(operator, amount);
      block.attempt(() -> currency.transfer(operator, RestakingAccounts.SLASH_RECIPIENT, amount,
          Currency.Existence.ALLOW_DEATH));
    };
  }
}
