package io.fairlead.restaking.lst;

import io.fairlead.restaking.Fungibles.Preservation;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;

/**
 * The tokens of pools: how many there are, who has them, more and fewer of them (answered by Assets,
 * whose asset of the pool's id they are). Refuses with the errors of Assets.
 */
public interface PoolTokens {
  /** All tokens of a pool; zero where there is no such asset. */
  Balance issuance(long pool);

  /** Tokens of a pool that {@code who} has. */
  Balance balance(long pool, AccountId who);

  /** Makes the asset of a pool, whose name and symbol are {@code name}. */
  void create(long pool, AccountId admin, Bytes name);

  /** {@code fungibles::Mutate::mint_into}: event Issued. */
  void mint(long pool, AccountId who, Balance amount);

  /** {@code burn_from}, exactly and whatever holds the tokens back: event Burned. */
  void burn(long pool, AccountId who, Balance amount, Preservation preservation);
}
