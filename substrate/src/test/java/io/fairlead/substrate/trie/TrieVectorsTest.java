package io.fairlead.substrate.trie;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.substrate.hash.Blake2b;
import io.fairlead.substrate.hash.XxHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Roots and proof nodes computed with the reference implementation's trie, state version 0. */
class TrieVectorsTest {

  private static final HexFormat HEX = HexFormat.of();

  @ParameterizedTest
  @CsvSource(textBlock = """
      '',                               \
      03170a2e7597b7b7e3d84c05391d139a62b157e78786d8c082f29dcf4c111314
      61=62,                            \
      74cf25701ab239580f1d899e1d37a67df2121b4d532b7c7581215f5118370918
      61=31 62=32,                      \
      61960a2d3c73f4186669e52242511a17d0003f7a3a7e3cd8f879d73668f8c4df
      646f=76657262 646f67=7075707079 646f6765=636f696e 686f727365=7374616c6c696f6e, \
      d5c178906f28a2159b3e302bb248ceb9b876c2359fe023cc9059c5e96050c2be
      6b6579=aa*32 6b6e=01,             \
      d65b89874ba7d3392ece753988e98b32ad87c361ce53d36ecf5d03c9c89a26a8
      6b6579=aa*33 6b6e=01,             \
      3002f8e2a5db953060a04e0628ab89ac7dd098ef498187e7ec2f3f82b33b83fc
      6b6579=aa*40,                     \
      6f48d0dcec27815c33427cc449ac2c003b4a205afb6d41d0c8626cc22a998f1a
      00=280402000b0068e5cf8b01 04=240401001468656c6c6f, \
      3fcc468bfb5758c2440dfe980a72109aa1015797b8ecf54b3dab13d9882db290
      """)
  void a_map_has_the_root_of_the_reference(String entries, String root) {
    TreeMap<byte[], byte[]> map = entries(entries);
    Trie trie = Trie.empty();
    for (var entry : map.descendingMap().entrySet()) {
      trie = trie.put(entry.getKey(), entry.getValue());
    }

    assertThat(HEX.formatHex(trie.root())).isEqualTo(root);
    assertThat(HEX.formatHex(
        TrieRoot.ofSorted(new ArrayList<>(map.keySet()), new ArrayList<>(map.values()))))
        .isEqualTo(root);
  }

  @Test
  void the_extrinsics_root_is_that_of_the_list() {
    assertThat(HEX.formatHex(TrieRoot.ofList(List.of(HEX.parseHex("280402000b0068e5cf8b01"),
        HEX.parseHex("240401001468656c6c6f")))))
        .isEqualTo("3fcc468bfb5758c2440dfe980a72109aa1015797b8ecf54b3dab13d9882db290");
  }

  @Test
  void a_list_with_two_and_four_byte_indices_is_sorted_by_their_bytes() {
    List<byte[]> values = new ArrayList<>();
    Trie trie = Trie.empty();
    for (int i = 0; i < 17_000; i++) {
      byte[] value = HEX.parseHex("%08x".formatted(i));
      values.add(value);
      String index = i < 64 ? "%02x".formatted(i << 2)
          : i < 16_384 ? HEX.toHexDigits(Short.reverseBytes((short) (i << 2 | 1)))
          : HEX.toHexDigits(Integer.reverseBytes(i << 2 | 2));
      trie = trie.put(HEX.parseHex(index), value);
    }

    assertThat(TrieRoot.ofList(values)).isEqualTo(trie.root());
  }

  @Test
  void the_proof_of_a_bare_pallet_prefix_holds_the_node_of_its_subtree() {
    Trie trie = rewards();

    List<byte[]> proof = trie.prove(List.of(XxHash.twox128("Rewards".getBytes(UTF_8))));

    String subtree = "9f040a4f8754aa5298a3d6e9aa09e93f971020"
        + "685f0a3f1363734eeee92285671b494f5859204033500000000000"
        + "685f068cff5afebee3ec7bff619fd6ea16a2208097060000000000";
    assertThat(HEX.formatHex(trie.root()))
        .isEqualTo("1a78f7804b1a8c0d6c81f3787fa287b665a89fb98886a715efb6357de476f57a");
    assertThat(proof).hasSize(2).anySatisfy(
        node -> assertThat(HEX.formatHex(node)).isEqualTo(subtree));
    assertThat(HEX.formatHex(Blake2b.hash256(HEX.parseHex(subtree))))
        .isEqualTo("ed702fe3db0d061feffe7a1b56ec6c2a80e1f3f54f2bb35cfb82eeec04584ffe");
  }

  @Test
  void one_more_key_changes_root_and_subtree_to_their_known_hashes() {
    byte[] prefix = XxHash.twox128("Rewards".getBytes(UTF_8));

    Trie trie = rewards().put(item("Rewards", "DecayRate"), HEX.parseHex("80f0fa02"));

    assertThat(HEX.formatHex(trie.root()))
        .isEqualTo("b22d3195661af8e77346ceaec403e983ff70aacbfadf53674c04ac3106923fef");
    assertThat(trie.prove(List.of(prefix))).anySatisfy(
        node -> assertThat(HEX.formatHex(Blake2b.hash256(node)))
            .isEqualTo("b4123fe41cc45f2823efc6466a83bfef64618c4b34cbb33a4660274b4af7993d"));
    assertThat(trie.remove(item("Rewards", "DecayRate")).root()).isEqualTo(rewards().root());
  }

  private static Trie rewards() {
    return Trie.empty()
        .put(item("MultiAssetDelegation", "CurrentRound"), HEX.parseHex("05000000"))
        .put(item("Rewards", "ApyBlocks"), HEX.parseHex("4033500000000000"))
        .put(item("Rewards", "DecayStartPeriod"), HEX.parseHex("8097060000000000"))
        .put(item("System", "Number"), HEX.parseHex("6400000000000000"));
  }

  private static byte[] item(String pallet, String name) {
    byte[] key = Arrays.copyOf(XxHash.twox128(pallet.getBytes(UTF_8)), 32);
    System.arraycopy(XxHash.twox128(name.getBytes(UTF_8)), 0, key, 16, 16);
    return key;
  }

  private static TreeMap<byte[], byte[]> entries(String text) {
    TreeMap<byte[], byte[]> map = new TreeMap<>(Arrays::compareUnsigned);
    for (String entry : text.isEmpty() ? new String[0] : text.split(" ")) {
      int equals = entry.indexOf('=');
      String value = entry.substring(equals + 1);
      int times = value.indexOf('*');
      map.put(HEX.parseHex(entry.substring(0, equals)), HEX.parseHex(times < 0 ? value
          : value.substring(0, times).repeat(Integer.parseInt(value.substring(times + 1)))));
    }
    return map;
  }
}
