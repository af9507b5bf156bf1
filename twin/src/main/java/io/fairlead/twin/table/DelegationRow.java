package io.fairlead.twin.table;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;

/**
 * A time in which a delegation had one amount. Read from {@code MultiAssetDelegation.Delegators}: the
 * event is emitted twice, and slashes have none.
 *
 * @param amount in the asset's smallest unit
 * @param isNomination whether nominated stake is delegated
 * @param from block
 * @param to block from which it is another; -1 while it stands
 */
public record DelegationRow(AccountId delegator, AccountId operator, Asset asset, Balance amount,
    boolean isNomination, long from, long to) {}
