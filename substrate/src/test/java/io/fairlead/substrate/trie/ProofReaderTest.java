package io.fairlead.substrate.trie;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.substrate.hash.Blake2b;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ProofReaderTest {

  @Property(tries = 200)
  void a_proof_shows_each_key_it_was_made_for_present_or_absent(@ForAll long seed) {
    Random random = new Random(seed);
    Trie trie = TriePropertyTest.filled(random, random.nextInt(60));
    List<byte[]> keys = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      keys.add(TriePropertyTest.key(random));
    }

    List<byte[]> proof = trie.prove(keys);
    Collections.shuffle(proof, random);
    ProofReader reader = ProofReader.of(trie.root(), proof);

    for (byte[] key : keys) {
      assertThat(reader.read(key)).isEqualTo(truth(trie, key));
    }
  }

  @Property(tries = 200)
  void a_broken_proof_never_says_anything_false(@ForAll long seed) {
    Random random = new Random(seed);
    Trie trie = TriePropertyTest.filled(random, 40);
    List<byte[]> keys = trie.keys(new byte[0], null, 100);
    keys.add(TriePropertyTest.key(random));
    List<byte[]> proof = trie.prove(keys);

    List<byte[]> broken = new ArrayList<>();
    for (byte[] node : proof) {
      byte[] changed = node.clone();
      switch (random.nextInt(4)) {
        case 0 -> changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        case 1 -> changed = Arrays.copyOf(changed, random.nextInt(changed.length + 1));
        default -> {}
      }
      if (random.nextInt(6) != 0) {
        broken.add(changed);
      }
    }
    ProofReader reader = ProofReader.of(trie.root(), broken);

    for (byte[] key : keys) {
      ProofReader.Answer answer = reader.read(key);
      assertThat(answer instanceof ProofReader.Incomplete || answer.equals(truth(trie, key)))
          .isTrue();
    }
  }

  @Property(tries = 2_000)
  void any_bytes_as_a_node_are_read_without_an_exception(@ForAll @Size(max = 80) byte[] node,
      @ForAll @Size(max = 6) byte[] key) {
    assertThat(ProofReader.of(Blake2b.hash256(node), List.of(node)).read(key)).isNotNull();
  }

  @Property(tries = 500)
  void a_true_node_with_wrong_bytes_is_read_without_an_exception(@ForAll long seed) {
    Random random = new Random(seed);
    Trie trie = TriePropertyTest.filled(random, 30);
    List<byte[]> keys = trie.keys(new byte[0], null, 100);
    byte[] key = keys.get(random.nextInt(keys.size()));
    List<byte[]> proof = trie.prove(List.of(new byte[0]));
    byte[] top = proof.stream().filter(
        node -> Arrays.equals(Blake2b.hash256(node), trie.root())).findFirst()
        .orElseThrow();

    for (int i = 0; i < 50; i++) {
      byte[] changed = top.clone();
      changed[random.nextInt(Math.min(changed.length, 40))] = (byte) random.nextInt();
      ProofReader reader = ProofReader.of(Blake2b.hash256(changed), List.of(changed));

      assertThat(reader.read(key)).isNotNull();
    }
  }

  @Test
  void without_the_node_of_the_root_nothing_is_shown() {
    assertThat(ProofReader.of(new byte[32], List.of()).read(new byte[] {1}))
        .isInstanceOf(ProofReader.Incomplete.class);
  }

  @Test
  void the_empty_trie_proves_that_every_key_is_absent() {
    List<byte[]> proof = Trie.empty().prove(List.of(new byte[] {1}));

    assertThat(proof).containsExactly(new byte[1]);
    assertThat(ProofReader.of(Trie.empty().root(), proof).read(new byte[] {1}))
        .isEqualTo(new ProofReader.Absent());
  }

  @Test
  void a_value_of_31_bytes_in_its_leaf_is_hashed_and_a_short_one_stands_in_the_branch() {
    byte[] one = HexFormat.of().parseHex("11aa");
    byte[] two = HexFormat.of().parseHex("22bb");
    Trie trie = Trie.empty().put(one, new byte[4]).put(two, new byte[31]);

    assertThat(trie.prove(List.of(one))).hasSize(1);
    assertThat(trie.prove(List.of(two))).hasSize(2);
    assertThat(trie.prove(List.of(one, two))).hasSize(2);
  }

  @Test
  void a_node_of_state_version_one_is_not_understood_rather_than_misread() {
    byte[] hashedLeaf = HexFormat.of().parseHex("2261" + "00".repeat(32));

    assertThat(ProofReader.of(Blake2b.hash256(hashedLeaf), List.of(hashedLeaf))
        .read(new byte[] {0x61})).isInstanceOf(ProofReader.Incomplete.class);
  }

  private static ProofReader.Answer truth(Trie trie, byte[] key) {
    byte[] value = trie.get(key);
    return value == null ? new ProofReader.Absent() : new ProofReader.Found(value);
  }
}
