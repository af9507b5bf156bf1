package io.fairlead.slashing;

import io.fairlead.restaking.OperatorStakes;
import io.fairlead.restaking.StakeSlasher;
import io.fairlead.restaking.wire.UnappliedSlash;
import io.fairlead.services.SlashBook;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What the end of a service does to the queue ({@code Services::terminate}, steps 3 and 4). */
public final class EndedServices {
  private final SlashBook book;
  private final OperatorStakes stakes;
  private final StakeSlasher slasher;
  private final Termination termination;
  private final Sweep sweep;
  private final SlashNews news;

  /** Ends in {@code book}. */
  public EndedServices(SlashBook book, OperatorStakes stakes, StakeSlasher slasher,
      SlashNews news, Termination termination, Sweep sweep) {
    this.book = book;
    this.stakes = stakes;
    this.slasher = slasher;
    this.termination = termination;
    this.sweep = sweep;
    this.news = news;
  }

  /** Refuses with the error of a slash that cannot be taken now. */
  void ended(long serviceId) {
    long round = stakes.currentRound();
    List<Long> rounds = List.of(round, Math.max(round - 1, 0));
    Predicate<UnappliedSlash> own = slash -> slash.serviceId() == serviceId;
    boolean settled = settle(rounds, own);
    Predicate<UnappliedSlash> swept = swept(own);
    for (long each : rounds) {
      for (Map.Entry<Long, UnappliedSlash> entry : book.ofRound(each)) {
        if (swept.test(entry.getValue()) && (settled || !own.test(entry.getValue()))) {
          book.remove(each, entry.getKey());
        }
      }
    }
  }

  /** Whether the service's own slashes are done with. */
  private boolean settle(List<Long> rounds, Predicate<UnappliedSlash> own) {
    return switch (termination) {
      case LEAVES_QUEUED -> false;
      case TAKES_AT_ONCE -> {
        // collected first: in round 0 each is taken twice
        rounds.stream().flatMap(round -> book.ofRound(round).stream()).map(Map.Entry::getValue)
            .filter(own).toList().forEach(this::take);
        yield true;
      }
    };
  }

  private void take(UnappliedSlash slash) {
    slasher.slash(slash);
    news.taken(slash);
  }

  private Predicate<UnappliedSlash> swept(Predicate<UnappliedSlash> own) {
    return switch (sweep) {
      case ALL_SERVICES -> any -> true;
      case OWN_SERVICE -> own;
    };
  }
}
