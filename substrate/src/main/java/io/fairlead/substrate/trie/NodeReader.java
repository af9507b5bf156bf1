package io.fairlead.substrate.trie;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One encoded node inside an array, read without trust. First {@link #readHead}, then the rest. */
final class NodeReader {

  private static final int LEAF = 1;
  private static final int BRANCH_WITH_VALUE = 3;
  /** {@code sp_trie}: NIBBLE_SIZE_BOUND. */
  private static final int PARTIAL_MAX = 65_535;

  private final byte[] data;
  private final int start;
  private final int end;
  private int position;
  private int kind;
  private int partialCount;
  private int partialAt;
  private int bitmap;
  private int bodyAt;

  NodeReader(byte[] data, int start, int end) {
    this.data = data;
    this.start = start;
    this.end = end;
    this.position = start;
  }

  int length() {
    return end - start;
  }

  byte[] bytes() {
    return Arrays.copyOfRange(data, start, end);
  }

  /** Header, partial key and bitmap; false if they are cut short or of another state version. */
  boolean readHead() {
    if (position == end) {
      return false;
    }
    int header = data[position++] & 0xff;
    kind = header >> 6;
    if (kind == 0) {
      return header == 0 && position == end;
    }
    partialCount = header & 0x3f;
    if (partialCount == 63 && !readLongCount()) {
      return false;
    }
    partialAt = 2 * position + (partialCount & 1);
    int octets = partialCount + 1 >> 1;
    if (octets > end - position) {
      return false;
    }
    if ((partialCount & 1) == 1 && (data[position] & 0xf0) != 0) {
      return false;
    }
    position += octets;
    if (kind != LEAF) {
      if (end - position < 2) {
        return false;
      }
      bitmap = data[position] & 0xff | (data[position + 1] & 0xff) << 8;
      position += 2;
    }
    bodyAt = position;
    return true;
  }

  boolean isEmpty() { return kind == 0; }

  boolean isLeaf() { return kind == LEAF; }

  boolean hasValue() {
    return kind == LEAF || kind == BRANCH_WITH_VALUE;
  }

  int partialCount() {
    return partialCount;
  }

  boolean partialMatches(byte[] key, int at) {
    return 2 * key.length - at >= partialCount && partialStarts(key, at, partialCount);
  }

  /** Whether the first {@code count} nibbles of the partial key are those of {@code key}. */
  boolean partialStarts(byte[] key, int at, int count) {
    for (int i = 0; i < count; i++) {
      if (Nibbles.at(data, partialAt + i) != Nibbles.at(key, at + i)) {
        return false;
      }
    }
    return true;
  }

  int partialNibble(int index) {
    return Nibbles.at(data, partialAt + index);
  }

  boolean hasChild(int nibble) {
    return (bitmap >> nibble & 1) != 0;
  }

  /** The value, or null if it is cut short or followed by what does not belong to a leaf. */
  byte @Nullable [] value() {
    position = bodyAt;
    int length = readLength();
    if (length < 0 || isLeaf() && position + length != end) {
      return null;
    }
    return Arrays.copyOfRange(data, position, position + length);
  }

  /** The child: a hash if it has 32 bytes, else the node itself; null if it is cut short. */
  @Nullable NodeReader child(int nibble) {
    position = bodyAt;
    int skipped = Integer.bitCount(bitmap & (1 << nibble) - 1) + (hasValue() ? 1 : 0);
    for (int i = 0; i < skipped; i++) {
      int length = readLength();
      if (length < 0) {
        return null;
      }
      position += length;
    }
    int length = readLength();
    return length < 0 || length > NodeWriter.HASH ? null
        : new NodeReader(data, position, position + length);
  }

  private boolean readLongCount() {
    while (position < end && partialCount <= PARTIAL_MAX) {
      int octet = data[position++] & 0xff;
      partialCount += octet;
      if (octet < 255) {
        return partialCount <= PARTIAL_MAX;
      }
    }
    return false;
  }

  /** A compact length that fits into the node, or -1. */
  private int readLength() {
    if (position == end) {
      return -1;
    }
    int mode = data[position] & 3;
    int octets = 1 << mode;
    if (mode == 3 || octets > end - position) {
      return -1;
    }
    int word = 0;
    for (int i = octets - 1; i >= 0; i--) {
      word = word << 8 | data[position + i] & 0xff;
    }
    position += octets;
    int length = word >>> 2;
    return length > end - position ? -1 : length;
  }
}
