package io.fairlead.twin.table;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;

/**
 * What somebody got in a day, by cause.
 *
 * @param era of staking in which it came; 0 where the chain has told none since this history began
 * @param day since 1970, by the chain's own time
 * @param service that paid; -1 where the cause has none
 * @param amount sum, in the asset's smallest unit
 * @param count of single amounts
 */
public record IncomeRow(long era, long day, AccountId who, IncomeCause cause, long service,
    Asset asset, Balance amount, long count) {}
