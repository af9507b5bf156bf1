package io.fairlead.node.states;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.substrate.pallet.Store.Change;
import io.fairlead.substrate.primitive.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class StatesTest {
  /** What happens to a chain: a block, a cut of some blocks, pruning of some. */
  sealed interface Step {
    record Append(List<Change> changes) implements Step {}

    record CutBack(int blocks) implements Step {}

    record Prune(int blocks) implements Step {}
  }

  /** A whole map for each block: right by being simple. */
  private static final class Naive {
    final List<TreeMap<Bytes, Bytes>> blocks = new ArrayList<>(List.of(new TreeMap<>()));
    int oldest;

    void append(List<Change> changes) {
      var next = new TreeMap<>(blocks.getLast());
      for (Change change : changes) {
        Bytes value = change.value();
        if (value == null) {
          next.remove(change.key());
        } else {
          next.put(change.key(), value);
        }
      }
      blocks.add(next);
    }

    void cutBack(int block) {
      while (blocks.size() - 1 > Math.max(block, oldest)) {
        blocks.removeLast();
      }
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Bytes> key = Arbitraries.strings().withChars('a', 'b').ofMaxLength(3)
        .map(Bytes::utf8);
    Arbitrary<Change> change = Combinators.combine(key,
        Arbitraries.integers().between(0, 3).injectNull(0.3)).as(
            (k, v) -> new Change(k,
                v == null ? null : Bytes.of((byte) (int) v)));
    Arbitrary<Step> append = change.list().ofMaxSize(5)
        .map(list -> new Step.Append(List.copyOf(distinct(list).values())));
    Arbitrary<Step> cut = Arbitraries.integers().between(0, 4).map(Step.CutBack::new);
    Arbitrary<Step> prune = Arbitraries.integers().between(0, 4).map(Step.Prune::new);
    return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(6, append),
        net.jqwik.api.Tuple.of(1, cut), net.jqwik.api.Tuple.of(1, prune)).list().ofMaxSize(40);
  }

  private static TreeMap<Bytes, Change> distinct(List<Change> list) {
    var map = new TreeMap<Bytes, Change>();
    list.forEach(it -> map.put(it.key(), it));
    return map;
  }

  @Property(tries = 500)
  void reads_at_every_kept_block_agree_with_a_map_per_block(@ForAll("steps") List<Step> steps) {
    var states = new States(0, List.of());
    var naive = new Naive();

    for (Step step : steps) {
      switch (step) {
        case Step.Append(List<Change> changes) -> {
          states.append(changes);
          naive.append(changes);
        }
        case Step.CutBack(int blocks) -> {
          states.cutBack(states.newest() - blocks);
          naive.cutBack(naive.blocks.size() - 1 - blocks);
        }
        case Step.Prune(int blocks) -> {
          states.prune(states.oldest() + blocks);
          naive.oldest = Math.min(naive.oldest + blocks, naive.blocks.size() - 1);
        }
      }
    }

    assertThat(states.oldest()).isEqualTo(naive.oldest);
    assertThat(states.newest()).isEqualTo(naive.blocks.size() - 1);
    for (int block = naive.oldest; block < naive.blocks.size(); block++) {
      TreeMap<Bytes, Bytes> expected = naive.blocks.get(block);
      List<Change> pairs = expected.entrySet().stream()
          .map(it -> new Change(it.getKey(), it.getValue())).toList();
      assertThat(states.pairsAt(Bytes.EMPTY, block)).isEqualTo(pairs);
      for (Bytes key : List.of(Bytes.utf8("a"), Bytes.utf8("ab"), Bytes.utf8("bbb"))) {
        assertThat(states.at(key, block)).isEqualTo(expected.get(key));
        assertThat(states.keysAt(Bytes.utf8("a"), key, 2, block))
            .isEqualTo(expected.tailMap(key, false).keySet().stream()
                .filter(it -> it.startsWith(Bytes.utf8("a"))).limit(2).toList());
      }
    }
  }

  @Test
  void a_page_begins_strictly_after_the_start_key() {
    var states = new States(0, List.of(pair("a"), pair("aa"), pair("ab"), pair("b")));

    assertThat(states.keysAt(Bytes.utf8("a"), null, 10, 0)).extracting(it -> new String(it.array(),
        java.nio.charset.StandardCharsets.UTF_8)).containsExactly("a", "aa", "ab");
    assertThat(states.keysAt(Bytes.utf8("a"), Bytes.utf8("a"), 1, 0))
        .containsExactly(Bytes.utf8("aa"));
    assertThat(states.keysAt(Bytes.utf8("a"), Bytes.utf8("ab"), 10, 0)).isEmpty();
  }

  private static Change pair(String key) {
    return new Change(Bytes.utf8(key), Bytes.utf8("1"));
  }

  @Test
  void a_key_removed_before_the_oldest_block_takes_no_room() {
    var states = new States(0, List.of(pair("a")));

    states.append(List.of(new Change(Bytes.utf8("a"), null)));
    states.append(List.of());
    states.prune(2);

    assertThat(states.size()).isZero();
  }
}
