package io.fairlead.slashing;

import io.fairlead.restaking.OperatorStakes;
import io.fairlead.restaking.StakeSlasher;
import io.fairlead.restaking.wire.RestakingError;
import io.fairlead.restaking.wire.UnappliedSlash;
import io.fairlead.services.SlashBook;
import io.fairlead.services.SlashIntake;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Percent;

/**
 * The queue of slashes: reported by a service's slashing origin, disputed by its dispute origin,
 * taken rounds later ({@code pallet_services::functions::slashing}). Which are due is the
 * {@link SlashSchedule}'s, what is taken the {@link StakeSlasher}'s.
 */
public final class DeferredSlashQueue implements SlashIntake {
  private final SlashBook book;
  private final OperatorStakes stakes;
  private final Block block;
  private final Parts parts;

  /**
   * What the queue is made of.
   *
   * @param reports the way in
   * @param disputes the way out untaken
   * @param ends what the end of a service does
   * @param slasher what is taken
   * @param schedule when
   * @param news who is told of what was taken
   * @param departed what becomes of slashes of operators that are none any more
   */
  public record Parts(SlashReports reports, SlashDisputes disputes, EndedServices ends,
      StakeSlasher slasher, SlashSchedule schedule, SlashNews news, Departed departed) {}

  /** The queue in {@code book}. */
  public DeferredSlashQueue(SlashBook book, OperatorStakes stakes, Block block, Parts parts) {
    this.book = book;
    this.stakes = stakes;
    this.block = block;
    this.parts = parts;
  }

  @Override
  public void slash(AccountId caller, AccountId offender, long serviceId, Percent percent) {
    parts.reports.slash(caller, offender, serviceId, percent);
  }

  @Override
  public void missedHeartbeats(AccountId operator, long blueprintId, long serviceId,
      Percent percent) {
    parts.reports.queue(operator, blueprintId, serviceId, percent);
  }

  @Override
  public void dispute(Origin origin, long era, long index) {
    parts.disputes.dispute(origin, era, index);
  }

  @Override
  public void serviceEnded(long serviceId) {
    parts.ends.ended(serviceId);
  }

  @Override
  public void onInitialize() {
    parts.schedule.run(book, stakes.currentRound(), block.number(), this::take);
  }

  /** Whether the hook has something to do in the current round. */
  public boolean hasDue() {
    return parts.schedule.hasDue(book, stakes.currentRound());
  }

  private boolean take(long round, long index, UnappliedSlash slash) {
    // the hook opens no storage layer and only counts weight for an error: what the slasher wrote
    // before it refused stays, and the entry too (pallet_services::process_unapplied_slashes)
    Outcome taken = block.attempt(() -> parts.slasher.slash(slash));
    if (taken instanceof Outcome.Refused(DispatchError error, var post)) {
      return isOver(error) && discard(round, index, slash);
    }
    book.remove(round, index);
    parts.news.taken(slash);
    return true;
  }

  private boolean isOver(DispatchError error) {
    return switch (parts.departed) {
      case RETRIED -> false;
      case DISCARDED -> error.equals(new DispatchError.Module(RestakingError.NOT_AN_OPERATOR));
    };
  }

  private boolean discard(long round, long index, UnappliedSlash slash) {
    parts.disputes.discard(round, index, slash);
    return true;
  }
}
