package io.fairlead.twin.table;

import io.fairlead.substrate.primitive.Balance;

/**
 * A time in which a reward vault had one pair of totals.
 *
 * @param deposit in the smallest unit of its assets
 * @param score deposit times the multipliers of locks
 * @param to block from which they are others; -1 while they stand
 */
public record VaultTotalRow(long vault, Balance deposit, Balance score, long from, long to) {}
