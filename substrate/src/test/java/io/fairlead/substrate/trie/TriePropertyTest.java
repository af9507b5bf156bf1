package io.fairlead.substrate.trie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TriePropertyTest {

  @Property(tries = 300)
  void after_any_puts_and_removes_the_root_is_that_of_the_map(@ForAll long seed) {
    Random random = new Random(seed);
    TreeMap<byte[], byte[]> map = new TreeMap<>(Arrays::compareUnsigned);
    Trie trie = Trie.empty();

    for (int step = 0; step < 120; step++) {
      byte[] key = key(random);
      if (random.nextInt(3) == 0) {
        map.remove(key);
        trie = trie.remove(key);
      } else {
        byte[] value = value(random);
        map.put(key, value);
        trie = trie.put(key, value);
      }
      if (random.nextInt(4) == 0) {
        assertThat(trie.root()).isEqualTo(oneShot(map));
      }
    }

    assertThat(trie.root()).isEqualTo(oneShot(map));
    for (var entry : map.entrySet()) {
      assertThat(trie.get(entry.getKey())).isEqualTo(entry.getValue());
    }
    assertThat(trie.get(new byte[] {1, 2, 3, 4, 5})).isNull();
  }

  @Property(tries = 100)
  void an_old_trie_keeps_its_root_values_and_proofs(@ForAll long seed) {
    Random random = new Random(seed);
    Trie old = filled(random, 60);
    byte[] root = old.root();
    List<byte[]> keys = old.keys(new byte[0], null, 1_000);
    List<byte[]> proof = old.prove(keys);

    Trie young = old;
    for (int step = 0; step < 60; step++) {
      byte[] key = key(random);
      young = random.nextBoolean() ? young.remove(key) : young.put(key, value(random));
      young.root();
    }

    assertThat(old.root()).isEqualTo(root);
    assertThat(hex(old.keys(new byte[0], null, 1_000))).isEqualTo(hex(keys));
    assertThat(hex(old.prove(keys))).isEqualTo(hex(proof));
  }

  @Property(tries = 200)
  void pages_of_keys_are_those_of_a_sorted_map(@ForAll long seed) {
    Random random = new Random(seed);
    TreeMap<byte[], byte[]> map = new TreeMap<>(Arrays::compareUnsigned);
    Trie trie = Trie.empty();
    for (int i = 0; i < 80; i++) {
      byte[] key = key(random);
      map.put(key, key);
      trie = trie.put(key, key);
    }
    byte[] prefix = Arrays.copyOf(key(random), random.nextInt(3));
    byte[] after = random.nextInt(4) == 0 ? null : key(random);
    int limit = random.nextInt(100);

    List<byte[]> expected = map.keySet().stream()
        .filter(key -> key.length >= prefix.length
            && Arrays.equals(Arrays.copyOf(key, prefix.length), prefix))
        .filter(key -> after == null || Arrays.compareUnsigned(key, after) > 0)
        .limit(limit).toList();

    List<byte[]> page = trie.keys(prefix, after, limit);

    assertThat(hex(page)).isEqualTo(hex(expected));
  }

  @Test
  void a_change_that_changes_nothing_gives_the_same_trie() {
    Trie trie = filled(new Random(1), 50);
    byte[] present = trie.keys(new byte[0], null, 1).get(0);
    byte[] value = trie.get(present);

    assertThat(value).isNotNull();
    assertThat(trie.put(present, value.clone())).isSameAs(trie);
    assertThat(trie.remove(new byte[] {9, 9, 9, 9, 9})).isSameAs(trie);
    assertThat(Trie.empty().remove(present)).isSameAs(Trie.empty());
  }

  @Test
  void an_empty_value_is_a_value() {
    Trie trie = Trie.empty().put(new byte[] {1}, new byte[0]);

    assertThat(trie.get(new byte[] {1})).isEmpty();
    assertThat(trie.root()).isNotEqualTo(Trie.empty().root());
  }

  @Test
  void the_empty_key_may_have_a_value() {
    Trie trie = Trie.empty().put(new byte[] {1}, new byte[] {2}).put(new byte[0], new byte[] {3});

    assertThat(trie.get(new byte[0])).containsExactly(3);
    assertThat(trie.root()).isEqualTo(TrieRoot.ofSorted(List.of(new byte[0], new byte[] {1}),
        List.of(new byte[] {3}, new byte[] {2})));
  }

  @Test
  void unsorted_or_unpaired_entries_are_a_bug_of_the_caller() {
    List<byte[]> same = List.of(new byte[] {1}, new byte[] {1});

    assertThatThrownBy(() -> TrieRoot.ofSorted(same, same))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("key 1");
    assertThatThrownBy(() -> TrieRoot.ofSorted(List.of(), same))
        .isInstanceOf(IllegalArgumentException.class);
  }

  static Trie filled(Random random, int entries) {
    Trie trie = Trie.empty();
    for (int i = 0; i < entries; i++) {
      trie = trie.put(key(random), value(random));
    }
    return trie;
  }

  /** Short keys over few letters collide and nest; long ones give long partial keys. */
  static byte[] key(Random random) {
    boolean isLong = random.nextInt(8) == 0;
    byte[] key = new byte[isLong ? 30 + random.nextInt(300) : random.nextInt(5)];
    byte[] letters = {0x00, 0x01, 0x10, 0x11, (byte) 0xf0, (byte) 0xff};
    int varied = isLong ? random.nextInt(3) : key.length;
    for (int i = 0; i < varied && i < key.length; i++) {
      key[i] = letters[random.nextInt(letters.length)];
    }
    return key;
  }

  static byte[] value(Random random) {
    int[] lengths = {0, 1, 4, 25, 31, 32, 33, 80, 63, 64, 300, 20_000};
    byte[] value = new byte[lengths[random.nextInt(lengths.length)]];
    random.nextBytes(value);
    return value;
  }

  private static List<String> hex(List<byte[]> all) {
    return all.stream().map(HexFormat.of()::formatHex).toList();
  }

  private static byte[] oneShot(TreeMap<byte[], byte[]> map) {
    return TrieRoot.ofSorted(new ArrayList<>(map.keySet()), new ArrayList<>(map.values()));
  }
}
