package io.fairlead.substrate.trie;

import java.util.Arrays;

/** Nibbles from the root to a node. Never changed. */
final class Path {
  private final byte[] nibbles;

  Path() {
    this(new byte[0]);
  }

  private Path(byte[] nibbles) {
    this.nibbles = nibbles;
  }

  int length() {
    return nibbles.length;
  }

  int at(int index) {
    return nibbles[index];
  }

  Path append(int nibble) {
    byte[] longer = Arrays.copyOf(nibbles, nibbles.length + 1);
    longer[nibbles.length] = (byte) nibble;
    return new Path(longer);
  }

  Path append(byte[] key, int from, int to) {
    byte[] longer = Arrays.copyOf(nibbles, nibbles.length + to - from);
    for (int i = from; i < to; i++) {
      longer[nibbles.length + i - from] = (byte) Nibbles.at(key, i);
    }
    return new Path(longer);
  }

  Path append(NodeReader node) {
    int count = node.partialCount();
    byte[] longer = Arrays.copyOf(nibbles, nibbles.length + count);
    for (int i = 0; i < count; i++) {
      longer[nibbles.length + i] = (byte) node.partialNibble(i);
    }
    return new Path(longer);
  }

  Path cut(int length) {
    return new Path(Arrays.copyOf(nibbles, length));
  }

  /** The first nibble from {@code from} on at which this and the path of {@code node} part. */
  int mismatch(Node node, int from) {
    int end = Math.min(nibbles.length, node.end);
    int index = from;
    while (index < end && nibbles[index] == Nibbles.at(node.key, index)) {
      index++;
    }
    return index;
  }

  /** As a key; an odd last nibble stands in the high half of a byte. */
  byte[] bytes() {
    return padded(nibbles.length + 1 >> 1);
  }

  /** The first {@code octets} bytes of it, with zeroes after its end. */
  byte[] padded(int octets) {
    byte[] key = new byte[Math.max(octets, nibbles.length + 1 >> 1)];
    for (int i = 0; i < nibbles.length; i++) {
      key[i >> 1] |= (byte) (nibbles[i] << ((i & 1) == 0 ? 4 : 0));
    }
    return key;
  }
}
