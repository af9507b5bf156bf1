package io.fairlead.slashing;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.OperatorStakes;
import io.fairlead.restaking.wire.UnappliedSlash;
import io.fairlead.services.ManagerHooks;
import io.fairlead.services.ServiceQueries;
import io.fairlead.services.SlashBook;
import io.fairlead.services.wire.Limits;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.primitive.AccountId;

/** How slashes leave the queue untaken. */
public final class SlashDisputes {

  /** What may be disputed by whom: rules of that name in group {@code slashing}. */
  public record Terms(Veto veto, DisputeWindow window, DisputeAfterEnd afterEnd) {}

  private final SlashBook book;
  private final ServiceQueries services;
  private final OperatorStakes stakes;
  private final ManagerHooks hooks;
  private final Block block;
  private final Terms terms;

  /** Disputes of what stands in {@code book}. */
  public SlashDisputes(SlashBook book, ServiceQueries services, OperatorStakes stakes,
      ManagerHooks hooks, Block block, Terms terms) {
    this.book = book;
    this.services = services;
    this.stakes = stakes;
    this.hooks = hooks;
    this.block = block;
    this.terms = terms;
  }

  /**
   * {@code Services::dispute}: refused with {@code BadOrigin} unless signed,
   * {@code UnappliedSlashNotFound}, {@code ServiceNotFound}, {@code BlueprintNotFound},
   * {@code EVMAbiDecode}, {@code NoDisputeOrigin}, {@code BadOrigin}, in this order. One whose window
   * has passed is as if it were not there.
   */
  void dispute(Origin origin, long era, long index) {
    boolean vetoed = isVeto(origin);
    AccountId caller = vetoed ? null : origin.ensureSigned();
    UnappliedSlash slash = book.find(era, index);
    if (slash == null || !isOpen(era)) {
      throw ServicesError.UNAPPLIED_SLASH_NOT_FOUND.refusal();
    }
    if (caller != null) {
      ensureServiceStands(slash);
      ServiceBlueprint blueprint = services.blueprint(slash.blueprintId());
      AccountId disputer =
          hooks.disputeOrigin(slash.blueprintId(), blueprint, slash.serviceId())
              .orElseThrow(ServicesError.NO_DISPUTE_ORIGIN::refusal);
      ensure(disputer.equals(caller), DispatchError.BAD_ORIGIN);
    }
    discard(era, index, slash);
  }

  /** Takes it out, with its event. */
  void discard(long era, long index, UnappliedSlash slash) {
    book.remove(era, index);
    block.deposit(new ServicesEvent.SlashDiscarded(index, slash.operator(), slash.serviceId(),
        slash.blueprintId(), slash.slashPercent(), era));
  }

  private boolean isVeto(Origin origin) {
    return switch (terms.veto) {
      case DISPUTE_ORIGIN_ONLY -> false;
      case ROOT_TOO -> origin instanceof Origin.Root;
    };
  }

  private boolean isOpen(long era) {
    return switch (terms.window) {
      case UNTIL_TAKEN -> true;
      case UNTIL_DUE -> stakes.currentRound() < era + Limits.SLASH_DEFER_ROUNDS;
    };
  }

  private void ensureServiceStands(UnappliedSlash slash) {
    switch (terms.afterEnd) {
      case REFUSED -> services.service(slash.serviceId());
      case ALLOWED -> {
      }
    }
  }
}
