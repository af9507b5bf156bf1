package io.fairlead.twin.table;

import io.fairlead.substrate.primitive.AccountId;

/**
 * A job call that a member of the service was to answer.
 *
 * @param called block of the call
 * @param answered block of this operator's first result; -1 while it gave none
 * @param settled block in which the call got its first result from anybody; -1 while it is open
 */
public record DutyRow(AccountId operator, long service, long call, int job, long called,
    long answered, long settled) {}
