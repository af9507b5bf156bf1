package io.fairlead.twin.table;

import io.fairlead.substrate.primitive.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A request of a service.
 *
 * @param requested block, or that of the seed
 * @param asked operators asked
 * @param approved of them
 * @param end null while it waits
 * @param ended block; -1 while it waits
 * @param service that began with it; -1 when none did
 */
public record RequestRow(long request, long blueprint, AccountId owner, long requested, int asked,
    int approved, @Nullable RequestEnd end, long ended, long service) {}
