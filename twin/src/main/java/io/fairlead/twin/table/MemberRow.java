package io.fairlead.twin.table;

import io.fairlead.substrate.primitive.AccountId;

/**
 * A time in which an operator was a member of a service. Read from {@code Services.Instances}: joining
 * and leaving have no event.
 *
 * @param from block in which it joined, or that of the seed
 * @param to block in which it left; -1 while it is a member
 */
public record MemberRow(long service, long blueprint, AccountId operator, long from, long to) {}
