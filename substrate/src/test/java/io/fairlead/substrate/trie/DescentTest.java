package io.fairlead.substrate.trie;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.substrate.hash.Blake2b;
import io.fairlead.substrate.hash.XxHash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What read proofs of a prefix show of the entries below it. */
class DescentTest {
  private static final int OCTETS = 48;

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  private static byte[] key(String pallet, String item) {
    byte[] key = new byte[32];
    System.arraycopy(XxHash.twox128(pallet.getBytes(
        StandardCharsets.US_ASCII)), 0, key, 0, 16);
    System.arraycopy(XxHash.twox128(item.getBytes(
        StandardCharsets.US_ASCII)), 0, key, 16, 16);
    return key;
  }

  private static Trie trie(Map<byte[], byte[]> entries) {
    return Trie.ofSorted(new ArrayList<>(entries.keySet()), new ArrayList<>(entries.values()));
  }

  private static TreeMap<byte[], byte[]> entries() {
    return new TreeMap<>(Arrays::compareUnsigned);
  }

  /** Four values of a Tangle chain; roots and node were made by the reference library (sp-trie 37). */
  private static TreeMap<byte[], byte[]> vector() {
    TreeMap<byte[], byte[]> entries = entries();
    entries.put(key("MultiAssetDelegation", "CurrentRound"), hex("05000000"));
    entries.put(key("Rewards", "ApyBlocks"), hex("4033500000000000"));
    entries.put(key("Rewards", "DecayStartPeriod"), hex("8097060000000000"));
    entries.put(key("System", "Number"), hex("6400000000000000"));
    return entries;
  }

  private static byte[] rewards() {
    return Arrays.copyOf(key("Rewards", "ApyBlocks"), 16);
  }

  private static Trie below(Map<byte[], byte[]> entries, byte[] prefix) {
    TreeMap<byte[], byte[]> part = entries();
    entries.forEach((key, value) -> {
      if (Arrays.equals(Arrays.copyOf(key, prefix.length), prefix)) {
        part.put(key, value);
      }
    });
    return trie(part);
  }

  @Test
  void the_subtree_of_a_pallet_hashes_as_the_reference_library_says() {
    Trie chain = trie(vector());
    List<byte[]> proof = chain.prove(List.of(rewards()));

    var place = (ProofReader.At) ProofReader.of(chain.root(), proof).place(rewards());

    assertThat(chain.root()).isEqualTo(
        hex("1a78f7804b1a8c0d6c81f3787fa287b665a89fb98886a715efb6357de476f57a"));
    assertThat(proof).hasSize(2).anyMatch(node -> Arrays.equals(node, hex(
        "9f040a4f8754aa5298a3d6e9aa09e93f971020685f0a3f1363734eeee92285671b494f5859204033500000000000"
            + "685f068cff5afebee3ec7bff619fd6ea16a2208097060000000000")));
    assertThat(place.start()).isEqualTo(1);
    assertThat(place.reference()).isEqualTo(
        hex("ed702fe3db0d061feffe7a1b56ec6c2a80e1f3f54f2bb35cfb82eeec04584ffe"));
    assertThat(below(vector(), rewards()).reference(1)).isEqualTo(place.reference());
  }

  @Test
  void one_more_value_changes_the_subtree_as_the_reference_library_says() {
    TreeMap<byte[], byte[]> entries = vector();
    entries.put(key("Rewards", "DecayRate"), hex("80f0fa02"));

    assertThat(trie(entries).root()).isEqualTo(
        hex("b22d3195661af8e77346ceaec403e983ff70aacbfadf53674c04ac3106923fef"));
    assertThat(below(entries, rewards()).reference(1)).isEqualTo(
        hex("b4123fe41cc45f2823efc6466a83bfef64618c4b34cbb33a4660274b4af7993d"));
  }

  @Test
  void a_proof_shows_that_no_entry_has_the_prefix() {
    Trie chain = trie(vector());
    byte[] absent = Arrays.copyOf(key("Services", "Instances"), 16);

    var reader = ProofReader.of(chain.root(), chain.prove(List.of(absent)));

    assertThat(reader.place(absent)).isEqualTo(new ProofReader.Nowhere());
  }

  @Test
  void a_proof_of_something_else_shows_nothing() {
    Trie chain = trie(vector());

    var reader = ProofReader.of(new byte[32], chain.prove(List.of(rewards())));

    assertThat(reader.place(rewards())).isInstanceOf(ProofReader.Unknown.class);
    assertThat(Descent.compare(Trie.empty(), rewards(), reader, OCTETS))
        .isInstanceOf(Descent.Broken.class);
  }

  /** Entries under three prefixes of one byte; keys nest, share paths and differ in length. */
  private static TreeMap<byte[], byte[]> random(Random random, int count) {
    TreeMap<byte[], byte[]> entries = entries();
    for (int i = 0; i < count; i++) {
      byte[] key = new byte[2 + random.nextInt(3)];
      key[0] = (byte) (0x50 + random.nextInt(3));
      for (int at = 1; at < key.length; at++) {
        key[at] = (byte) (random.nextInt(4) * 0x11 + random.nextInt(2));
      }
      byte[] value = new byte[random.nextInt(3) == 0 ? 40 : 2];
      random.nextBytes(value);
      entries.put(key, value);
    }
    return entries;
  }

  @Property(tries = 3_000)
  void a_descent_finds_every_difference_and_no_other(@ForAll long seed,
      @ForAll @IntRange(max = 60) int ourCount, @ForAll @IntRange(max = 60) int theirCount,
      @ForAll @IntRange(max = 60) int sharedCount) {
    var random = new Random(seed);
    TreeMap<byte[], byte[]> shared = random(random, sharedCount);
    TreeMap<byte[], byte[]> theirs = random(random, theirCount);
    TreeMap<byte[], byte[]> mine = random(random, ourCount);
    theirs.putAll(shared);
    mine.putAll(shared);
    byte[] prefix = {0x51};
    mine.keySet().removeIf(key -> key[0] != prefix[0]);

    Map<byte[], Optional<byte[]>> found = descend(trie(mine), trie(theirs), prefix);

    TreeMap<byte[], Optional<byte[]>> expected = new TreeMap<>(Arrays::compareUnsigned);
    mine.keySet().forEach(key -> expected.put(key, Optional.empty()));
    theirs.forEach((key, value) -> {
      if (key[0] == prefix[0]) {
        byte[] own = mine.get(key);
        if (own != null && Arrays.equals(own, value)) {
          expected.remove(key);
        } else {
          expected.put(key, Optional.of(value));
        }
      }
    });
    assertThat(text(found)).isEqualTo(text(expected));
  }

  private static Map<byte[], Optional<byte[]>> descend(Trie ours, Trie theirs, byte[] prefix) {
    var proof = ProofReader.of(theirs.root(), theirs.prove(List.of(prefix)));
    for (int round = 0; round < 20; round++) {
      switch (Descent.compare(ours, prefix, proof, OCTETS)) {
        case Descent.Differences(var entries) -> {
          return entries;
        }
        case Descent.Ask(List<byte[]> keys) -> proof.add(theirs.prove(keys));
        case Descent.Broken(String reason) -> throw new AssertionError(reason);
      }
    }
    throw new AssertionError("no end after 20 rounds");
  }

  private static List<String> text(Map<byte[], Optional<byte[]>> entries) {
    HexFormat hex = HexFormat.of();
    return entries.entrySet().stream().map(entry -> hex.formatHex(entry.getKey()) + "="
        + entry.getValue().map(hex::formatHex).orElse("absent")).toList();
  }

  @Test
  void a_descent_fetches_paths_and_not_the_trie() {
    var random = new Random(7);
    TreeMap<byte[], byte[]> entries = entries();
    for (int i = 0; i < 20_000; i++) {
      byte[] key = new byte[20];
      random.nextBytes(key);
      key[0] = 0x51;
      entries.put(key, key.clone());
    }
    Trie ours = trie(entries);
    Trie theirs = ours;
    for (int i = 0; i < 8; i++) {
      byte[] key = new ArrayList<>(entries.keySet()).get(i * 2_000);
      theirs = theirs.put(key, new byte[] {1, 2, 3});
    }
    byte[] prefix = {0x51};
    List<byte[]> sent = new ArrayList<>(theirs.prove(List.of(prefix)));
    var proof = ProofReader.of(theirs.root(), sent);

    Descent.Found found = Descent.compare(ours, prefix, proof, 20);
    while (found instanceof Descent.Ask(List<byte[]> keys)) {
      List<byte[]> more = theirs.prove(keys);
      sent.addAll(more);
      proof.add(more);
      found = Descent.compare(ours, prefix, proof, 20);
    }

    assertThat(((Descent.Differences) found).entries()).hasSize(8);
    assertThat(sent).hasSizeLessThan(150);
  }

  @Property(tries = 2_000)
  void hostile_nodes_never_throw(@ForAll long seed) {
    var random = new Random(seed);
    Trie theirs = trie(random(random, 30));
    List<byte[]> nodes = theirs.prove(new ArrayList<>(random(random, 20).keySet()));
    byte[] root = theirs.root();
    for (byte[] node : nodes) {
      if (random.nextInt(4) == 0) {
        boolean top = Arrays.equals(Blake2b.hash256(node), root);
        node[random.nextInt(node.length)] ^= (byte) (1 << random.nextInt(8));
        root = top ? Blake2b.hash256(node) : root;
      }
    }

    var proof = ProofReader.of(root, nodes);

    assertThat(Descent.compare(Trie.empty(), new byte[] {0x51}, proof, OCTETS)).isNotNull();
  }
}
