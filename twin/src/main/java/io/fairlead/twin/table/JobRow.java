package io.fairlead.twin.table;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.twin.fact.FactId;
import org.jspecify.annotations.Nullable;

/**
 * A job call.
 *
 * @param job index in the blueprint
 * @param caller null: called before this history
 * @param called the event; null: before this history
 * @param firstAnswer the event of the first result; null while nobody has answered
 * @param firstBy who gave it
 * @param answers results so far
 * @param overwrites results that replaced the stored one of another
 * @param settled block in which its entry in {@code JobCalls} went; -1 while it stands
 */
public record JobRow(long call, long service, int job, @Nullable AccountId caller,
    @Nullable FactId called, @Nullable FactId firstAnswer, @Nullable AccountId firstBy,
    long answers, long overwrites, long settled) {}
