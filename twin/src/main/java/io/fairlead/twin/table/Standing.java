package io.fairlead.twin.table;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.twin.slash.SlashQueueState;
import java.util.Map;
import java.util.Set;

/** The rows that are open, as the fold of the next block needs them. */
interface Standing {

  /** What tells one delegation of a delegator from another. */
  record DelegationKey(AccountId operator, Asset asset, boolean isNomination) {}

  /** Totals of a vault. */
  record VaultTotals(Balance deposit, Balance score) {}

  /** Members of a service. */
  Set<AccountId> members(long service);

  /** Whether a service has an open row. */
  boolean isService(long service);

  /** Delegations of a delegator. */
  Map<DelegationKey, Balance> delegations(AccountId delegator);

  /** Totals of a vault; zeros when it has no row. */
  VaultTotals vault(long vault);

  /** Slashes of a round that are open. */
  SlashQueueState slashes(long round);

  /** Whether a job call has a row. */
  boolean isJob(long call);

  /** Whether a request has a row. */
  boolean isRequest(long request);
}
