package io.fairlead.slashing;

import io.fairlead.services.SlashBook;
import io.fairlead.services.wire.Limits;

/** The deployed schedule: one round, ten tries. */
final class ExactRound implements SlashSchedule {

  @Override
  public void run(SlashBook book, long round, long block, Attempt attempt) {
    long target = Math.max(round - Limits.SLASH_DEFER_ROUNDS, 0);
    int tries = 0;
    for (var slash : book.ofRound(target)) {
      if (tries++ == Limits.SLASHES_PER_BLOCK_MAX) {
        return;
      }
      attempt.take(target, slash.getKey(), slash.getValue());
    }
  }
}
