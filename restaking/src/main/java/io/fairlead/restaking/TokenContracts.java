package io.fairlead.restaking;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.EvmAddress;

/**
 * ERC20 contracts, as restaking and Services call them. Gas limit 500,000 each. Refuses with the
 * EVM's error where the runner refuses. A contract that reverts is no refusal: the one who answers
 * this port deposits the event EvmReverted of the pallet that asks.
 */
public interface TokenContracts {
  /**
   * {@code transfer(address,uint256)}.
   *
   * @return whether the contract answered true
   */
  boolean transfer(EvmAddress from, EvmAddress token, EvmAddress to, Balance amount);

  /** {@code onSlash(uint64,uint64,bytes32,uint256)} of a slashed token. */
  void onSlash(EvmAddress from, EvmAddress token, long blueprintId, long serviceId,
      AccountId operator, Balance amount);
}
