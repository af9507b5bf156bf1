package io.fairlead.substrate.pallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codecs;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class KeyIndexTest {
  private final Store store = new Store();
  private final StorageMap<Long, List<Long>> groups = groups(store);
  private final KeyIndex<Long, Long, List<Long>> byMember = index(groups);

  private static StorageMap<Long, List<Long>> groups(Store store) {
    return StorageMap.optional(store, "Test", "Groups", Key.identity(Codecs.U64),
        Codecs.list(Codecs.U64));
  }

  private static KeyIndex<Long, Long, List<Long>> index(StorageMap<Long, List<Long>> groups) {
    return groups.index(members -> members, Long::compareUnsigned);
  }

  @Test
  void keys_stand_under_what_their_values_name_and_come_in_pages() {
    for (long group : new long[] {-1, 256, 1, 9}) {
      groups.put(group, List.of(7L, group, 7L));
    }

    assertThat(byMember.under(7L)).containsExactly(1L, 9L, 256L, -1L);
    assertThat(byMember.under(9L)).containsExactly(9L);
    assertThat(byMember.under(2L)).isEmpty();
    assertThat(byMember.count(7L)).isEqualTo(4);
    assertThat(byMember.page(7L, null, 2)).containsExactly(1L, 9L);
    assertThat(byMember.page(7L, 9L, 2)).containsExactly(256L, -1L);
    assertThat(byMember.page(7L, 2L, 1)).containsExactly(9L);
    assertThat(byMember.page(7L, -1L, 2)).isEmpty();
    assertThat(byMember.page(2L, null, 2)).isEmpty();
  }

  @Test
  void what_another_store_holds_is_found_when_it_is_asked_for() {
    groups.put(4L, List.of(1L));
    groups.put(5L, List.of(1L, 2L));
    Map<Bytes, Bytes> held = new TreeMap<>();
    store.pairs().forEach(pair -> held.put(pair.key(), pair.value()));
    var fork = new Store();
    fork.attach(new Store.Source() {
      @Override
      public byte[] value(byte[] key) {
        Bytes value = held.get(Bytes.of(key));
        return value == null ? null : value.toArray();
      }

      @Override
      public List<Store.Change> pairs(byte[] prefix) {
        return held.entrySet().stream()
            .map(pair -> new Store.Change(pair.getKey(), pair.getValue())).toList();
      }
    });
    var forked = groups(fork);
    var forkedIndex = index(forked);

    forked.put(5L, List.of(3L));

    assertThat(forkedIndex.under(1L)).containsExactly(4L);
    assertThat(forkedIndex.under(2L)).isEmpty();
    assertThat(forkedIndex.under(3L)).containsExactly(5L);
  }

  /** One step: a key, what is put there (nothing: it is removed), and whether it is taken back. */
  record Step(long key, List<Long> value, boolean undone) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    var keys = Arbitraries.longs().between(0, 5);
    var values = Arbitraries.longs().between(0, 3).list().ofMaxSize(3);
    return net.jqwik.api.Combinators
        .combine(keys, values, Arbitraries.of(true, false)).as(Step::new).list().ofMaxSize(40);
  }

  @Property(tries = 500)
  void the_index_is_what_a_scan_would_find(@ForAll("steps") List<Step> steps) {
    for (Step step : steps) {
      int mark = store.mark();
      if (step.value().isEmpty()) {
        groups.remove(step.key());
      } else {
        groups.put(step.key(), step.value());
      }
      if (step.undone()) {
        store.rollback(mark);
      }

      for (long member = 0; member <= 3; member++) {
        long wanted = member;
        assertThat(byMember.under(member)).isEqualTo(LongStream.rangeClosed(0, 5).boxed()
            .filter(key -> groups.orNull(key) != null && groups.orNull(key).contains(wanted))
            .toList());
      }
    }
    store.pairs().forEach(pair -> store.writeRaw(pair.key().toArray(), null));
    assertThat(byMember.count(0L)).isZero();
  }
}
