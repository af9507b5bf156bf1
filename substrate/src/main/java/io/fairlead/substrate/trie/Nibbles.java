package io.fairlead.substrate.trie;

/** Half bytes of keys, the high half first. */
final class Nibbles {

  private Nibbles() {}

  static int at(byte[] key, int index) {
    int octet = key[index >> 1];
    return (index & 1) == 0 ? octet >> 4 & 15 : octet & 15;
  }

  /** The first index in {@code from} to {@code end} at which the keys differ, or {@code end}. */
  static int mismatch(byte[] left, byte[] right, int from, int end) {
    int index = from;
    if (index < end && (index & 1) == 1) {
      if (at(left, index) != at(right, index)) {
        return index;
      }
      index++;
    }
    while (index + 1 < end && left[index >> 1] == right[index >> 1]) {
      index += 2;
    }
    return index < end && at(left, index) == at(right, index) ? index + 1 : index;
  }
}
