package io.fairlead.slashing;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.services.ServicesStorage;
import io.fairlead.services.wire.ServicesCall;
import io.fairlead.substrate.pallet.Outcome;
import io.fairlead.substrate.primitive.Percent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The queue against a list that is searched again at each step. */
class ModelTest {
  private record Entry(long round, long index, int percent) {}

  /** What the queue must do, said as plainly as possible. */
  private static final class Model {
    final List<Entry> entries = new ArrayList<>();
    private final boolean deployed;

    Model(boolean deployed) {
      this.deployed = deployed;
    }

    List<Integer> take(long round, long block, Set<Integer> stuck) {
      Comparator<Entry> byIndex = deployed
          ? Comparator.comparing(Entry::index, ServicesStorage.BY_KEY_BYTES)
          : Comparator.comparingLong(Entry::index);
      List<Entry> due = entries.stream()
          .filter(e -> deployed ? e.round == Math.max(0, round - 7) : e.round + 7 <= round)
          .sorted(Comparator.comparingLong(Entry::round).thenComparing(byIndex)).toList();
      var tries = new ArrayList<>(due.subList(0, Math.min(10, due.size())));
      if (!deployed && due.size() > 10) {
        int pages = (due.size() - 10 + 9) / 10;
        long page = block % pages;
        tries.addAll(due.stream().skip(10 + page * 10).limit(10).toList());
      }
      var taken = new ArrayList<Integer>();
      for (Entry entry : tries) {
        if (taken.size() < 10 && !stuck.contains(entry.percent)) {
          entries.remove(entry);
          taken.add(entry.percent);
        }
      }
      return taken;
    }
  }

  private static void assertAgrees(boolean deployed, List<Integer> steps) {
    var world = deployed
        ? new SlashWorld(SlashSchedule.EXACT_ROUND, ServicesStorage.BY_KEY_BYTES)
        : new SlashWorld(SlashSchedule.HELD_UNTIL_DUE, ServicesStorage.BY_NUMBER);
    var model = new Model(deployed);
    var stuck = new HashSet<Integer>();
    world.stuck = stuck::contains;
    long round = 0;
    long index = 0;
    for (int step : steps) {
      switch (step % 8) {
        case 0 -> world.inRound(++round);
        case 1, 2, 3 -> {
          for (int n = step % 5; n >= 0; n--) {
            int percent = 1 + step / 8 % 100;
            world.withSlashes(percent);
            model.entries.add(new Entry(round, index++, percent));
          }
        }
        case 4 -> {
          int percent = 1 + step / 8 % 100;
          if (!stuck.remove(percent)) {
            stuck.add(percent);
          }
        }
        case 5 -> {
          if (!model.entries.isEmpty()) {
            Entry entry = model.entries.remove(step / 8 % model.entries.size());
            assertThat(world.call(SlashWorld.DISPUTER,
                new ServicesCall.Dispute(entry.round, entry.index))).isEqualTo(Outcome.DONE);
          }
        }
        default -> {
          List<Integer> taken = world.nextBlock();
          assertThat(taken).isEqualTo(model.take(round, world.services.block.number(), stuck));
        }
      }
    }
    assertThat(world.queued()).isEqualTo(model.entries.size());
    for (Entry entry : model.entries) {
      var stored = world.book.find(entry.round, entry.index);
      assertThat(stored).isNotNull();
      assertThat(stored.slashPercent()).isEqualTo(new Percent(entry.percent));
    }
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void deployed_agrees_with_a_naive_model(
      @ForAll @Size(min = 100, max = 400) List<@IntRange(min = 0, max = 799) Integer> steps) {
    assertAgrees(true, steps);
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void repaired_agrees_with_a_naive_model(
      @ForAll @Size(min = 100, max = 400) List<@IntRange(min = 0, max = 799) Integer> steps) {
    assertAgrees(false, steps);
  }
}
