package io.fairlead.twin.table;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.twin.fact.FactId;
import org.jspecify.annotations.Nullable;

/**
 * A call that was refused.
 *
 * @param fact of the call
 * @param error by name, such as {@code Services.NotRegistered}
 * @param fee in planck of the whole extrinsic; null for a call inside another
 */
public record RefusedCallRow(AccountId signer, FactId fact, long extrinsic, String pallet,
    String call, String error, @Nullable Balance fee) {}
