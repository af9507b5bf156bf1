package io.fairlead.substrate.trie;

import java.util.Arrays;
import java.util.List;

/** Makes all nodes of a trie in one pass over sorted entries. */
final class TrieBuilder {

  private final byte[][] keys;
  private final byte[][] values;

  private TrieBuilder(List<byte[]> keys, List<byte[]> values) {
    this.keys = keys.toArray(byte[][]::new);
    this.values = values.toArray(byte[][]::new);
  }

  static Node build(List<byte[]> keys, List<byte[]> values) {
    TrieBuilder builder = new TrieBuilder(keys, values);
    if (builder.keys.length != builder.values.length) {
      throw new IllegalArgumentException(
          builder.keys.length + " keys but " + builder.values.length + " values");
    }
    for (int i = 1; i < builder.keys.length; i++) {
      if (Arrays.compareUnsigned(builder.keys[i - 1], builder.keys[i]) >= 0) {
        throw new IllegalArgumentException("key " + i + " is not greater than the one before");
      }
    }
    return builder.node(0, builder.keys.length, 0);
  }

  private Node node(int from, int to, int start) {
    byte[] first = keys[from];
    if (to - from == 1) {
      return Node.leaf(first, start, values[from]);
    }
    byte[] last = keys[to - 1];
    int end = Nibbles.mismatch(first, last, start, 2 * Math.min(first.length, last.length));
    boolean hasValue = end == 2 * first.length;
    Node[] children = new Node[16];
    int count = 0;
    int bitmap = 0;
    for (int at = hasValue ? from + 1 : from; at < to;) {
      int nibble = Nibbles.at(keys[at], end);
      int next = at + 1;
      while (next < to && Nibbles.at(keys[next], end) == nibble) {
        next++;
      }
      children[count++] = node(at, next, end + 1);
      bitmap |= 1 << nibble;
      at = next;
    }
    return new Node(first, start, end, hasValue ? values[from] : null, bitmap,
        Arrays.copyOf(children, count));
  }
}
