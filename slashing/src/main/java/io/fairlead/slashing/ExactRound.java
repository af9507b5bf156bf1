package io.fairlead.slashing;

import io.fairlead.services.SlashBook;
import io.fairlead.services.wire.Limits;

/** The deployed schedule: one round, ten tries. */
final class ExactRound implements SlashSchedule {

  @Override
  public void run(SlashBook book, long round, long block, Attempt attempt) {
    long target = target(round);
    int tries = 0;
    for (var slash : book.ofRound(target)) {
      if (tries++ == Limits.SLASHES_PER_BLOCK_MAX) {
        return;
      }
      attempt.take(target, slash.getKey(), slash.getValue());
    }
  }

  @Override
  public boolean hasDue(SlashBook book, long round) {
    return !book.ofRound(target(round)).isEmpty();
  }

  private static long target(long round) {
    return Math.max(round - Limits.SLASH_DEFER_ROUNDS, 0);
  }
}
