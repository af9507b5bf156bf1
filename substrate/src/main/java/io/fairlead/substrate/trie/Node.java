package io.fairlead.substrate.trie;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A node, never changed after it is made, so that tries share them. Its partial key is the part from
 * {@code start} to {@code end} of {@code key}, which is the key of some entry that is or was below it;
 * nothing is copied when nodes split or merge. A node without children is a leaf.
 */
final class Node {

  private static final Node[] NO_CHILDREN = {};

  final byte[] key;
  final int start;
  final int end;
  final byte @Nullable [] value;
  /** Bit n is set if there is a child for nibble n; {@link #children} holds them without gaps. */
  final int bitmap;
  final Node[] children;
  /**
   * How a parent names this node: its encoding if that is shorter than 32 bytes, else its hash. Filled
   * at the first {@link Trie#root}.
   */
  private byte @Nullable [] reference;

  Node(byte[] key, int start, int end, byte @Nullable [] value, int bitmap, Node[] children) {
    this.key = key;
    this.start = start;
    this.end = end;
    this.value = value;
    this.bitmap = bitmap;
    this.children = children;
  }

  static Node leaf(byte[] key, int start, byte[] value) {
    return new Node(key, start, 2 * key.length, value, 0, NO_CHILDREN);
  }

  static Node branch(byte[] key, int start, int end, byte @Nullable [] value) {
    return new Node(key, start, end, value, 0, NO_CHILDREN);
  }

  @Nullable Node child(int nibble) {
    return (bitmap >> nibble & 1) == 0 ? null : children[slot(nibble)];
  }

  Node startingAt(int newStart) {
    return new Node(key, newStart, end, value, bitmap, children);
  }

  Node withValue(byte @Nullable [] newValue) {
    return new Node(key, start, end, newValue, bitmap, children);
  }

  Node withChild(int nibble, Node child) {
    int slot = slot(nibble);
    Node[] changed;
    if ((bitmap >> nibble & 1) == 0) {
      changed = new Node[children.length + 1];
      System.arraycopy(children, 0, changed, 0, slot);
      System.arraycopy(children, slot, changed, slot + 1, children.length - slot);
    } else {
      changed = children.clone();
    }
    changed[slot] = child;
    return new Node(key, start, end, value, bitmap | 1 << nibble, changed);
  }

  Node withoutChild(int nibble) {
    int slot = slot(nibble);
    Node[] changed = Arrays.copyOf(children, children.length - 1);
    System.arraycopy(children, slot + 1, changed, slot, changed.length - slot);
    return new Node(key, start, end, value, bitmap & ~(1 << nibble), changed);
  }

  byte[] reference(NodeWriter writer) {
    byte[] known = reference;
    if (known == null) {
      known = writer.reference(this);
      reference = known;
    }
    return known;
  }

  private int slot(int nibble) {
    return Integer.bitCount(bitmap & (1 << nibble) - 1);
  }
}
