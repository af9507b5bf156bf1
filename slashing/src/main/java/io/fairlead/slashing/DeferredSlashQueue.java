package io.fairlead.slashing;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.OperatorStakes;
import io.fairlead.restaking.StakeSlasher;
import io.fairlead.restaking.wire.UnappliedSlash;
import io.fairlead.services.ManagerHooks;
import io.fairlead.services.ServiceQueries;
import io.fairlead.services.SlashBook;
import io.fairlead.services.SlashIntake;
import io.fairlead.services.wire.Service;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.PalletError;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Percent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The queue of slashes: reported by a service's slashing origin, disputed by its dispute origin,
 * taken rounds later ({@code pallet_services::functions::slashing}). Which are due is the
 * {@link SlashSchedule}'s, what is taken the {@link StakeSlasher}'s.
 */
public final class DeferredSlashQueue implements SlashIntake {
  private final SlashBook book;
  private final ServiceQueries services;
  private final OperatorStakes stakes;
  private final ManagerHooks hooks;
  private final StakeSlasher slasher;
  private final SlashSchedule schedule;
  private final Block block;

  /** The queue in {@code book}. */
  public DeferredSlashQueue(SlashBook book, ServiceQueries services, OperatorStakes stakes,
      ManagerHooks hooks, StakeSlasher slasher, SlashSchedule schedule, Block block) {
    this.book = book;
    this.services = services;
    this.stakes = stakes;
    this.hooks = hooks;
    this.slasher = slasher;
    this.schedule = schedule;
    this.block = block;
  }

  /**
   * {@code Services::slash}: refused with {@code ServiceNotFound}, {@code BlueprintNotFound},
   * {@code EVMAbiDecode}, {@code NoSlashingOrigin}, {@code BadOrigin},
   * {@code InvalidSlashPercentage}, {@code OffenderNotOperator}, {@code OperatorNotActive}, in this
   * order.
   */
  @Override
  public void slash(AccountId caller, AccountId offender, long serviceId, Percent percent) {
    Service service = services.service(serviceId);
    long blueprintId = service.blueprint();
    ServiceBlueprint blueprint = services.blueprint(blueprintId);
    ensureIs(caller, hooks.slashingOrigin(blueprintId, blueprint, serviceId),
        ServicesError.NO_SLASHING_ORIGIN);
    ensure(!percent.isZero(), ServicesError.INVALID_SLASH_PERCENTAGE);
    ensure(service.isServedBy(offender), ServicesError.OFFENDER_NOT_OPERATOR);
    ensure(stakes.isActive(offender), ServicesError.OPERATOR_NOT_ACTIVE);
    queue(offender, blueprintId, serviceId, percent);
  }

  @Override
  public void missedHeartbeats(AccountId operator, long blueprintId, long serviceId,
      Percent percent) {
    queue(operator, blueprintId, serviceId, percent);
  }

  private void queue(AccountId offender, long blueprintId, long serviceId, Percent percent) {
    long round = stakes.currentRound();
    long index =
        book.append(new UnappliedSlash(round, blueprintId, serviceId, offender, percent));
    block.deposit(new ServicesEvent.UnappliedSlash(index, offender, serviceId, blueprintId,
        percent, round));
  }

  /**
   * {@code Services::dispute}: refused with {@code UnappliedSlashNotFound}, {@code ServiceNotFound},
   * {@code BlueprintNotFound}, {@code EVMAbiDecode}, {@code NoDisputeOrigin}, {@code BadOrigin}, in
   * this order.
   */
  @Override
  public void dispute(AccountId caller, long era, long index) {
    UnappliedSlash slash = book.find(era, index);
    if (slash == null) {
      throw ServicesError.UNAPPLIED_SLASH_NOT_FOUND.refusal();
    }
    services.service(slash.serviceId());
    ServiceBlueprint blueprint = services.blueprint(slash.blueprintId());
    ensureIs(caller, hooks.disputeOrigin(slash.blueprintId(), blueprint, slash.serviceId()),
        ServicesError.NO_DISPUTE_ORIGIN);
    book.remove(era, index);
    block.deposit(new ServicesEvent.SlashDiscarded(index, slash.operator(), slash.serviceId(),
        slash.blueprintId(), slash.slashPercent(), era));
  }

  private static void ensureIs(AccountId caller, Optional<AccountId> origin, PalletError none) {
    if (origin.isEmpty()) {
      throw none.refusal();
    }
    ensure(origin.get().equals(caller), DispatchError.BAD_ORIGIN);
  }

  /**
   * As the chain ends a service: its slashes of this round and of the one before are taken at once,
   * whatever window they had, and twice in round 0, where both rounds are the same; then all slashes
   * of both rounds are gone, those of other services too.
   */
  @Override
  public void serviceEnded(long serviceId) {
    long round = stakes.currentRound();
    List<Long> rounds = List.of(round, Math.max(round - 1, 0));
    var own = new ArrayList<UnappliedSlash>();
    for (long each : rounds) {
      book.ofRound(each).stream().map(Map.Entry::getValue)
          .filter(slash -> slash.serviceId() == serviceId).forEach(own::add);
    }
    own.forEach(slasher::slash);
    for (long each : rounds) {
      book.ofRound(each).forEach(entry -> book.remove(each, entry.getKey()));
    }
  }

  @Override
  public void onInitialize() {
    schedule.run(book, stakes.currentRound(), block.number(), this::take);
  }

  /** Whether the hook has something to do in the current round. */
  public boolean hasDue() {
    return schedule.hasDue(book, stakes.currentRound());
  }

  private boolean take(long round, long index, UnappliedSlash slash) {
    // the hook opens no storage layer and only counts weight for an error: what the slasher wrote
    // before it refused stays, and the entry too (pallet_services::process_unapplied_slashes)
    boolean taken = block.attempt(() -> slasher.slash(slash)).isDone();
    if (taken) {
      book.remove(round, index);
    }
    return taken;
  }
}
