package io.fairlead.twin.table;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.twin.fact.FactId;
import io.fairlead.twin.slash.SlashEnd;
import org.jspecify.annotations.Nullable;

/**
 * A slash from its proposal to its end.
 *
 * @param round in whose bucket it stands
 * @param index in the bucket
 * @param percent of the exposed stake, 0 to 100
 * @param recorded block in which it came into the queue, or that of the seed
 * @param proposedBy who called {@code slash}; null: a heartbeat queued it, or it was there before this
 *     history
 * @param call the fact of that call
 * @param extrinsic of that call in its block; -1 when not known
 * @param end how it ended; null while it is open
 * @param ended block in which its entry disappeared; -1 while it is open
 * @param endedBy who ended it by a call; null: a hook, or it is open
 */
public record SlashRow(long round, long index, long blueprint, long service, AccountId operator,
    int percent, long recorded, @Nullable AccountId proposedBy, @Nullable FactId call,
    long extrinsic, @Nullable SlashEnd end, long ended, @Nullable AccountId endedBy) {}
