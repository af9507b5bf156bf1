package io.fairlead.slashing;

import io.fairlead.restaking.wire.UnappliedSlash;
import io.fairlead.services.SlashBook;
import io.fairlead.services.wire.Limits;
import java.util.ArrayList;
import java.util.List;

/**
 * The repaired schedule. Of the due slashes, oldest round first, the first ten are tried in order.
 * Where some of these fail, ten of the others are tried too, beginning at a place that moves on by
 * ten with every block. A block takes ten at most and tries twenty at most; while none of n stuck
 * slashes comes or goes, each is tried once in ⌈(n − 10) / 10⌉ blocks. Nothing but the block number is
 * needed to know the place, so nothing is stored.
 */
final class HeldUntilDue implements SlashSchedule {
  private static final int PER_BLOCK = Limits.SLASHES_PER_BLOCK_MAX;

  private record Due(long round, long index, UnappliedSlash slash) {}

  @Override
  public void run(SlashBook book, long round, long block, Attempt attempt) {
    List<Due> due = due(book, round);
    int front = Math.min(PER_BLOCK, due.size());
    int taken = 0;
    for (Due slash : due.subList(0, front)) {
      taken += take(attempt, slash);
    }
    int behind = due.size() - front;
    int from = behind == 0 ? 0 : (int) (block % ceilDiv(behind)) * PER_BLOCK;
    int until = Math.min(from + PER_BLOCK, behind);
    for (int i = from; i < until && taken < PER_BLOCK; i++) {
      taken += take(attempt, due.get(front + i));
    }
  }

  private static int ceilDiv(int behind) {
    return (behind + PER_BLOCK - 1) / PER_BLOCK;
  }

  private static int take(Attempt attempt, Due due) {
    return attempt.take(due.round, due.index, due.slash) ? 1 : 0;
  }

  private static List<Due> due(SlashBook book, long current) {
    var due = new ArrayList<Due>();
    for (long round : book.rounds()) {
      if (round + Limits.SLASH_DEFER_ROUNDS > current) {
        break;
      }
      book.ofRound(round)
          .forEach(entry -> due.add(new Due(round, entry.getKey(), entry.getValue())));
    }
    return due;
  }

  @Override
  public boolean hasDue(SlashBook book, long round) {
    List<Long> rounds = book.rounds();
    return !rounds.isEmpty() && rounds.getFirst() + Limits.SLASH_DEFER_ROUNDS <= round;
  }
}
