package io.fairlead.slashing;

import io.fairlead.restaking.SlashReach;
import io.fairlead.restaking.StakeSlasher;
import io.fairlead.restaking.wire.UnappliedSlash;
import io.fairlead.services.HeartbeatRules;
import io.fairlead.services.PaymentRules;
import io.fairlead.services.ServicesAccounts;
import io.fairlead.services.ServicesWorld;
import io.fairlead.services.SlashBook;
import io.fairlead.services.TestManagers;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Percent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** The queue in the world of Services: service 0 is served by BOB; a slasher that remembers. */
final class SlashWorld {
  static final AccountId SLASHER = ServicesAccounts.accountOf(TestManagers.SLASHER);
  static final AccountId DISPUTER = ServicesAccounts.accountOf(TestManagers.DISPUTER);

  final ServicesWorld services;
  final SlashBook book;
  final List<Integer> taken = new ArrayList<>();
  final List<Integer> tried = new ArrayList<>();
  /** Which slashes, by their percent, cannot be taken. */
  Predicate<Integer> stuck = percent -> false;

  SlashWorld(SlashSchedule schedule, Comparator<Long> order) {
    services = new ServicesWorld(order,
        world -> queue(world, schedule),
        PaymentRules.DEPLOYED, HeartbeatRules.DEPLOYED);
    services.withService(ServicesWorld.square(0));
    book = services.storage.slashBook();
  }

  private DeferredSlashQueue queue(ServicesWorld world, SlashSchedule schedule) {
    SlashBook items = world.storage.slashBook();
    var slasher = new Remembering();
    SlashNews news = SlashNews.SILENT;
    return new DeferredSlashQueue(items, world.stakes, world.block, new DeferredSlashQueue.Parts(
        new SlashReports(items, world.queries, world.stakes, world.hooks, world.block,
            SlashReach.ACTIVE_ONLY, news, Exposure.IGNORED),
        new SlashDisputes(items, world.queries, world.stakes, world.hooks, world.block,
            new SlashDisputes.Terms(Veto.DISPUTE_ORIGIN_ONLY, DisputeWindow.UNTIL_TAKEN,
                DisputeAfterEnd.REFUSED)),
        new EndedServices(items, world.stakes, slasher, news, Termination.TAKES_AT_ONCE,
            Sweep.ALL_SERVICES),
        slasher, schedule, news, Departed.RETRIED));
  }

  private final class Remembering implements StakeSlasher {
    @Override
    public void slash(UnappliedSlash slash) {
      int percent = slash.slashPercent().parts();
      tried.add(percent);
      // a trace of the attempt, which an attempt without a storage layer must keep
      services.ledger.mint(ServicesWorld.account(1_000 + percent),
          io.fairlead.substrate.primitive.Balance.of(1));
      if (stuck.test(percent)) {
        throw DispatchError.Plain.OTHER.refusal();
      }
      taken.add(percent);
    }
  }

  SlashWorld inRound(long round) {
    services.restakingStorage.currentRound().put(round);
    return this;
  }

  /** Queues slashes of so many percent each, by the origin that may. */
  SlashWorld withSlashes(int... percents) {
    for (int percent : percents) {
      services.ok(SLASHER, new ServicesCall.Slash(ServicesWorld.BOB, 0, new Percent(percent)));
    }
    return this;
  }

  /** Runs the hook of the next block and tells what it took. */
  List<Integer> nextBlock() {
    taken.clear();
    tried.clear();
    services.block.begin(services.block.number() + 1);
    services.pallet.onInitialize(services.block.number());
    return List.copyOf(taken);
  }

  Outcome call(AccountId who, ServicesCall call) {
    return services.call(Origin.signed(who), call);
  }

  int queued() {
    return book.rounds().stream().mapToInt(round -> book.ofRound(round).size()).sum();
  }
}
