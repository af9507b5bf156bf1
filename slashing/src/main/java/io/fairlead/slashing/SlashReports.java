package io.fairlead.slashing;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.OperatorStakes;
import io.fairlead.restaking.SlashReach;
import io.fairlead.restaking.wire.UnappliedSlash;
import io.fairlead.services.ManagerHooks;
import io.fairlead.services.ServiceQueries;
import io.fairlead.services.SlashBook;
import io.fairlead.services.wire.Service;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServicesError;
import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Percent;

/** How slashes come into the queue. */
public final class SlashReports {
  private final SlashBook book;
  private final ServiceQueries services;
  private final OperatorStakes stakes;
  private final ManagerHooks hooks;
  private final Block block;
  private final SlashReach reach;
  private final SlashNews news;
  private final Exposure exposure;

  /** Reports into {@code book} of operators within {@code reach}. */
  public SlashReports(SlashBook book, ServiceQueries services, OperatorStakes stakes,
      ManagerHooks hooks, Block block, SlashReach reach, SlashNews news, Exposure exposure) {
    this.book = book;
    this.services = services;
    this.stakes = stakes;
    this.hooks = hooks;
    this.block = block;
    this.reach = reach;
    this.news = news;
    this.exposure = exposure;
  }

  /**
   * {@code Services::slash}: refused with {@code ServiceNotFound}, {@code BlueprintNotFound},
   * {@code EVMAbiDecode}, {@code NoSlashingOrigin}, {@code BadOrigin},
   * {@code InvalidSlashPercentage}, {@code OffenderNotOperator}, {@code OperatorNotActive}, in this
   * order.
   */
  void slash(AccountId caller, AccountId offender, long serviceId, Percent percent) {
    Service service = services.service(serviceId);
    long blueprintId = service.blueprint();
    ServiceBlueprint blueprint = services.blueprint(blueprintId);
    AccountId origin = hooks.slashingOrigin(blueprintId, blueprint, serviceId)
        .orElseThrow(ServicesError.NO_SLASHING_ORIGIN::refusal);
    ensure(origin.equals(caller), DispatchError.BAD_ORIGIN);
    ensure(!percent.isZero(), ServicesError.INVALID_SLASH_PERCENTAGE);
    ensure(service.isServedBy(offender), ServicesError.OFFENDER_NOT_OPERATOR);
    ensure(isReached(offender), ServicesError.OPERATOR_NOT_ACTIVE);
    queue(offender, blueprintId, serviceId, percent);
  }

  private boolean isReached(AccountId offender) {
    return switch (reach) {
      case ACTIVE_ONLY -> stakes.isActive(offender);
      case ANY_STATUS -> stakes.isOperator(offender);
    };
  }

  /** Without any check ({@code heartbeat}, and the end of {@link #slash}). */
  void queue(AccountId offender, long blueprintId, long serviceId, Percent percent) {
    long round = stakes.currentRound();
    Percent capped = capped(offender, serviceId, percent);
    var slash = new UnappliedSlash(round, blueprintId, serviceId, offender, capped);
    long index = book.append(slash);
    block.deposit(new ServicesEvent.UnappliedSlash(index, offender, serviceId, blueprintId,
        capped, round));
    news.queued(slash);
  }

  private Percent capped(AccountId offender, long serviceId, Percent percent) {
    return switch (exposure) {
      case IGNORED -> percent;
      case CAPS -> {
        Service service = services.serviceOrNull(serviceId);
        Percent most = service == null ? percent
            : service.leastExposure(offender).orElse(percent);
        yield most.compareTo(percent) < 0 ? most : percent;
      }
    };
  }
}
