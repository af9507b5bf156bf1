package io.fairlead.substrate.trie;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** Roots of maps that are needed once. */
public final class TrieRoot {

  private TrieRoot() {}

  /**
   * The root of sorted entries ({@code sp_trie::LayoutV0::trie_root}).
   *
   * @throws IllegalArgumentException if the keys are not strictly ascending or the numbers differ
   */
  public static byte[] ofSorted(List<byte[]> keys, List<byte[]> values) {
    return Trie.ofSorted(keys, values).root();
  }

  /**
   * The root of a list, each value under its compact index ({@code ordered_trie_root}). The extrinsics
   * root of a block is that of its extrinsics with their length prefixes.
   */
  public static byte[] ofList(List<byte[]> values) {
    TreeMap<byte[], byte[]> entries = new TreeMap<>(Arrays::compareUnsigned);
    for (int index = 0; index < values.size(); index++) {
      entries.put(compact(index), values.get(index));
    }
    return ofSorted(new ArrayList<>(entries.keySet()), new ArrayList<>(entries.values()));
  }

  private static byte[] compact(int index) {
    if (index < 1 << 6) {
      return new byte[] {(byte) (index << 2)};
    }
    if (index < 1 << 14) {
      return new byte[] {(byte) (index << 2 | 1), (byte) (index >> 6)};
    }
    return new byte[] {(byte) (index << 2 | 2), (byte) (index >> 6), (byte) (index >> 14),
        (byte) (index >> 22)};
  }
}
