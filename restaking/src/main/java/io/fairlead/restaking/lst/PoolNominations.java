package io.fairlead.restaking.lst;

import io.fairlead.substrate.primitive.AccountId;
import java.util.List;

/** Whom pools nominate (answered by Staking). Refuses with the errors of Staking. */
public interface PoolNominations {
  /** The bond of {@code stash} nominates {@code targets}. */
  void nominate(AccountId stash, List<AccountId> targets);

  /** The bond of {@code stash} nominates nobody. */
  void chill(AccountId stash);
}
