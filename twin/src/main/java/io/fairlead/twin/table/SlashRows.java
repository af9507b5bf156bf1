package io.fairlead.twin.table;

import io.fairlead.services.wire.ServicesEvent;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.entity.EntityType;
import io.fairlead.twin.entity.TallyKind;
import io.fairlead.twin.fact.Changed;
import io.fairlead.twin.fact.Fact;
import io.fairlead.twin.fact.FactId;
import io.fairlead.twin.lane.Router;
import io.fairlead.twin.slash.Closing;
import io.fairlead.twin.slash.Proposal;
import io.fairlead.twin.slash.SlashCase;
import io.fairlead.twin.slash.SlashQueuePortrait;
import io.fairlead.twin.slash.SlashQueueState;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Rows of slashes: the judgement of how one ended is that of the queue's portrait, made once more. */
final class SlashRows {
  private static final SlashQueuePortrait PORTRAIT = new SlashQueuePortrait();

  private SlashRows() {}

  static void fold(List<Fact> block, Remembered standing, List<Write> writes) {
    if (block.stream().noneMatch(SlashRows::isOfSlash)) {
      return;
    }
    SortedMap<Long, List<Fact>> byRound = new TreeMap<>();
    Router.route(block, new Router.Sink() {
      @Override
      public void full(EntityKey key, Fact fact) {
        if (key.type() == EntityType.SLASH_QUEUE) {
          List<Fact> facts =
              byRound.computeIfAbsent(Long.parseLong(key.key()), it -> new ArrayList<>());
          if (facts.isEmpty() || facts.getLast() != fact) {
            facts.add(fact);
          }
        }
      }

      @Override
      public void tally(EntityKey key, TallyKind kind, FactId id, Balance amount) {
        // only counted
      }
    });
    byRound.forEach((round, facts) -> {
      SlashQueueState before = standing.slashes(round);
      SlashQueueState after = before;
      for (Fact fact : facts) {
        after = PORTRAIT.fold(after, fact);
      }
      difference(before, after, writes);
      standing.slashes(round, after);
    });
  }

  private static boolean isOfSlash(Fact fact) {
    return switch (fact) {
      case Fact.Change change -> change.changed() instanceof Changed.Slash;
      case Fact.Event event ->
          event.event().typed().orElse(null) instanceof ServicesEvent.UnappliedSlash;
      case Fact.Call call -> false;
      case Fact.Mark mark -> false;
    };
  }

  private static void difference(SlashQueueState before, SlashQueueState after,
      List<Write> writes) {
    for (SlashCase now : after.cases().values()) {
      SlashCase was = before.cases().get(now.index());
      if (was == null) {
        writes.add(recorded(after.round(), now));
      }
      Closing closing = now.closing();
      if (closing != null && (was == null || was.isOpen())) {
        writes.add(Write.of(Sql.SLASH_ENDED, closing.end().name(), closing.block(),
            Texts.of(closing.by()), after.round(), now.index()));
      }
    }
  }

  private static Write recorded(long round, SlashCase it) {
    Proposal proposal = it.proposal();
    FactId call = proposal == null ? null : proposal.call();
    return Write.of(Sql.SLASH, round, it.index(), it.entry().blueprintId(),
        it.entry().serviceId(), it.entry().operator().toString(),
        it.entry().slashPercent().parts(), it.recorded(),
        Texts.of(proposal == null ? null : proposal.by()), call == null ? -1L : call.block(),
        call == null ? -1 : call.index(), proposal == null ? -1L : proposal.extrinsic());
  }
}
