package io.fairlead.substrate.trie;

import io.fairlead.substrate.hash.Blake2b;
import java.util.Arrays;

/** Encodes nodes ({@code sp_trie::NodeCodec}) into a buffer that it keeps. For one thread. */
final class NodeWriter {

  static final int HASH = 32;

  private static final int LEAF = 0x40;
  private static final int BRANCH = 0x80;
  private static final int BRANCH_WITH_VALUE = 0xc0;
  private static final int COUNT_IN_HEADER = 63;

  private byte[] buffer = new byte[1_024];
  private int length;

  byte[] reference(Node node) {
    write(node);
    return length < HASH ? Arrays.copyOf(buffer, length) : Blake2b.hash256(buffer, 0, length);
  }

  byte[] encoding(Node node) {
    write(node);
    return Arrays.copyOf(buffer, length);
  }

  private void write(Node node) {
    byte[][] references = new byte[node.children.length][];
    for (int i = 0; i < references.length; i++) {
      references[i] = node.children[i].reference(this);
    }
    length = 0;
    byte[] value = node.value;
    boolean leaf = references.length == 0;
    partial(node, leaf ? LEAF : value == null ? BRANCH : BRANCH_WITH_VALUE);
    if (!leaf) {
      octet(node.bitmap);
      octet(node.bitmap >> 8);
    }
    if (value != null) {
      bytes(value);
    }
    for (byte[] reference : references) {
      bytes(reference);
    }
  }

  private void partial(Node node, int kind) {
    int count = node.end - node.start;
    if (count < COUNT_IN_HEADER) {
      octet(kind | count);
    } else {
      octet(kind | COUNT_IN_HEADER);
      int rest = count - COUNT_IN_HEADER;
      for (; rest >= 255; rest -= 255) {
        octet(255);
      }
      octet(rest);
    }
    int from = node.start;
    if ((count & 1) == 1) {
      octet(Nibbles.at(node.key, from++));
    }
    if ((from & 1) == 0) {
      raw(node.key, from >> 1, node.end - from >> 1);
    } else {
      for (; from < node.end; from += 2) {
        octet(Nibbles.at(node.key, from) << 4 | Nibbles.at(node.key, from + 1));
      }
    }
  }

  private void bytes(byte[] data) {
    int size = data.length;
    if (size < 1 << 6) {
      octet(size << 2);
    } else if (size < 1 << 14) {
      octet(size << 2 | 1);
      octet(size >> 6);
    } else {
      int word = size << 2 | 2;
      if (size >= 1 << 30) {
        throw new IllegalArgumentException("a value of " + size + " bytes");
      }
      for (int shift = 0; shift < 32; shift += 8) {
        octet(word >>> shift);
      }
    }
    raw(data, 0, size);
  }

  private void raw(byte[] data, int offset, int count) {
    room(count);
    System.arraycopy(data, offset, buffer, length, count);
    length += count;
  }

  private void octet(int value) {
    room(1);
    buffer[length++] = (byte) value;
  }

  private void room(int count) {
    if (buffer.length - length < count) {
      buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + count));
    }
  }
}
