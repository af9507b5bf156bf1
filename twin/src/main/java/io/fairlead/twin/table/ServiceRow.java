package io.fairlead.twin.table;

import io.fairlead.substrate.primitive.AccountId;

/**
 * A service instance of a blueprint.
 *
 * @param from block in which it began, or that of the seed
 * @param to block in which it ended; -1 while it runs
 */
public record ServiceRow(long blueprint, long service, AccountId owner, long from, long to) {}
