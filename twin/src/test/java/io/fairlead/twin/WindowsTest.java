package io.fairlead.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.node.NodeConfig;
import io.fairlead.node.RunningNode;
import io.fairlead.twin.entity.Advanced;
import io.fairlead.twin.entity.EntityKey;
import io.fairlead.twin.entity.EntityType;
import io.fairlead.twin.entity.Folding;
import io.fairlead.twin.entity.Held;
import io.fairlead.twin.entity.Portrait;
import io.fairlead.twin.fact.Fact;
import io.fairlead.twin.lane.Cutting;
import io.fairlead.twin.load.Load;
import io.fairlead.twin.log.Blocks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Entities are functions of the facts, however these are cut into windows, told again, told by two, or
 * broken off by a restart. The facts are those of a real node under load.
 */
class WindowsTest {
  private static final int RUNS = 60;
  @TempDir private static Path folder;
  private static List<Blocks> log = List.of();
  private static SortedMap<EntityKey, String> expected = new TreeMap<>();

  @BeforeAll
  static void record() throws Exception {
    try (RunningNode node =
        Chains.node(NodeConfig.temporary().withStatesKept(NodeConfig.ARCHIVE));
        Twin twin =
            Twin.start(TwinConfig.of(List.of(node.address()), folder, new From.Genesis()))) {
      Load.run(node.address(), 99, Duration.ofSeconds(4), progress -> {
      });
      Chains.awaitHead(twin);
      log = List.copyOf(twin.log(1, Long.MAX_VALUE).toCompletableFuture().join());
    }
    var one = new Entities();
    one.apply(Cutting.window(log));
    expected = one.content();
    assertThat(expected.keySet().stream().map(EntityKey::type)).contains(EntityType.OPERATOR,
        EntityType.DELEGATOR, EntityType.SERVICE, EntityType.REQUEST, EntityType.JOB_PAGE,
        EntityType.BLUEPRINT, EntityType.CHAIN, EntityType.SLASH_QUEUE);
  }

  private static Portrait<?> portrait(EntityKey key) {
    return Objects.requireNonNull(Portraits.all().get(key.type()));
  }

  /** All entities, folded without actors. */
  private static final class Entities {
    private final SortedMap<EntityKey, Held<?>> all = new TreeMap<>();

    void apply(SortedMap<EntityKey, Advanced> window) {
      window.forEach(this::apply);
    }

    void apply(EntityKey key, Advanced event) {
      Portrait<?> portrait = portrait(key);
      Held<?> held = all.get(key);
      all.put(key, Folding.after(portrait, held == null ? Folding.blank(portrait, key) : held,
          event));
    }

    void restart() {
      all.replaceAll((key, held) -> Folding.stored(portrait(key), held));
    }

    SortedMap<EntityKey, String> content() {
      var content = new TreeMap<EntityKey, String>();
      restart(); // what is only of the block at hand is not kept
      all.forEach((key, held) -> content.put(key, "since " + held.since() + " " + held.state()
          + " " + held.recent().stream().map(Fact::id).toList()));
      return content;
    }
  }

  /** The log in consecutive pieces of random length. */
  private static List<List<Blocks>> cut(SplittableRandom random, int longest) {
    var pieces = new ArrayList<List<Blocks>>();
    for (int at = 0; at < log.size();) {
      int to = Math.min(log.size(), at + 1 + random.nextInt(longest));
      while (to < log.size() && !log.get(to - 1).isWhole()) {
        to++; // a window ends with a whole block
      }
      pieces.add(log.subList(at, to));
      at = to;
    }
    return pieces;
  }

  private static void check(Function<SplittableRandom, Entities> fold) {
    for (int run = 0; run < RUNS; run++) {
      SortedMap<EntityKey, String> found = fold.apply(new SplittableRandom(run)).content();
      int seed = run;
      assertThat(found.keySet()).as("run %d", seed).isEqualTo(expected.keySet());
      expected.forEach((key, text) -> assertThat(found.get(key)).as("run %d, %s", seed, key)
          .isEqualTo(text));
    }
  }

  @Test
  void any_cutting_into_windows_gives_equal_entities() {
    check(random -> {
      var entities = new Entities();
      int longest = 1 + random.nextInt(60);
      cut(random, longest).forEach(piece -> entities.apply(Cutting.window(piece)));
      return entities;
    });
  }

  @Test
  void windows_that_come_again_change_nothing() {
    check(random -> {
      var entities = new Entities();
      List<List<Blocks>> pieces = cut(random, 20);
      for (int i = 0; i < pieces.size(); i++) {
        entities.apply(Cutting.window(pieces.get(i)));
        for (int again = random.nextInt(3); again > 0; again--) {
          int from = random.nextInt(i + 1);
          entities.apply(Cutting.window(pieces.get(from)));
        }
      }
      return entities;
    });
  }

  @Test
  void two_writers_on_one_journal_give_equal_entities() {
    check(random -> {
      var entities = new Entities();
      List<List<Blocks>> one = cut(random, 30);
      List<List<Blocks>> other = cut(random, 7);
      int i = 0;
      int j = 0;
      while (i < one.size() || j < other.size()) {
        boolean isOne = j == other.size() || i < one.size() && random.nextBoolean();
        List<Blocks> piece = isOne ? one.get(i++) : other.get(j++);
        entities.apply(Cutting.window(upTo(piece)));
      }
      return entities;
    });
  }

  /** One of two may be far behind the other and tell all from the beginning, but leaves no gap. */
  private static List<Blocks> upTo(List<Blocks> piece) {
    return log.subList(0, log.indexOf(piece.getLast()) + 1);
  }

  @Test
  void a_restart_from_stored_forms_changes_nothing() {
    check(random -> {
      var entities = new Entities();
      for (List<Blocks> piece : cut(random, 40)) {
        entities.apply(Cutting.window(piece));
        if (random.nextInt(3) == 0) {
          entities.restart();
        }
      }
      return entities;
    });
  }
}
