package io.fairlead.substrate.trie;

import io.fairlead.substrate.hash.Blake2b;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a read proof what the root commits to. Total: the nodes may be any bytes. An answer
 * {@link Found} or {@link Absent} is certain; whatever is missing or wrong gives {@link Incomplete}.
 */
public final class ProofReader {

  private final ByteBuffer root;
  private final Map<ByteBuffer, byte[]> nodes = new HashMap<>();

  /** What a proof says about a key. */
  public sealed interface Answer {}

  /** The key has this value. */
  public record Found(byte[] value) implements Answer {

    @Override
    public boolean equals(Object other) {
      return other instanceof Found that && Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(value);
    }
  }

  /** The key has no value. */
  public record Absent() implements Answer {}

  /** The proof does not show whether the key has a value. */
  public record Incomplete(String reason) implements Answer {}

  /** Where the entries under a prefix hang in the trie that the root commits to. */
  public sealed interface Place {}

  /**
   * The node that holds all entries under the prefix and no other.
   *
   * @param start the nibble at which its partial key begins
   * @param reference how its parent names it: its encoding if that is shorter than 32 bytes, else its
   *        hash
   */
  public record At(int start, byte[] reference) implements Place {

    @Override
    public boolean equals(Object other) {
      return other instanceof At that && start == that.start
          && Arrays.equals(reference, that.reference);
    }

    @Override
    public int hashCode() {
      return 31 * start + Arrays.hashCode(reference);
    }
  }

  /** No entry has the prefix. */
  public record Nowhere() implements Place {}

  /** The proof does not show it. */
  public record Unknown(String reason) implements Place {}

  private ProofReader(byte[] root, Collection<byte[]> proof) {
    this.root = ByteBuffer.wrap(root.clone());
    add(proof);
  }

  /** Takes further nodes of the same trie, of a later answer. */
  public void add(Collection<byte[]> proof) {
    for (byte[] node : proof) {
      nodes.put(ByteBuffer.wrap(Blake2b.hash256(node)), node.clone());
    }
  }

  /** A reader over a proof, whose nodes may stand in any order and hold more than is asked for. */
  public static ProofReader of(byte[] root, Collection<byte[]> proof) {
    return new ProofReader(root, proof);
  }

  /** Follows the key from the root as far as the nodes go. */
  public Answer read(byte[] key) {
    byte[] top = nodes.get(root);
    if (top == null) {
      return new Incomplete("the proof has no node with the hash of the root");
    }
    NodeReader node = new NodeReader(top, 0, top.length);
    int at = 0;
    while (true) {
      if (!node.readHead()) {
        return new Incomplete("a node of the proof is malformed");
      }
      if (node.isEmpty() || !node.partialMatches(key, at)) {
        return new Absent();
      }
      at += node.partialCount();
      if (at == 2 * key.length) {
        return ownValue(node);
      }
      if (node.isLeaf()) {
        return new Absent();
      }
      int nibble = Nibbles.at(key, at++);
      if (!node.hasChild(nibble)) {
        return new Absent();
      }
      NodeReader child = child(node, nibble);
      if (child == null) {
        return new Incomplete("the proof ends at nibble " + at + " of the key");
      }
      node = child;
    }
  }

  /**
   * Follows the prefix from the root to the node that holds all its entries. A read proof of the
   * prefix itself has every node on the way.
   */
  public Place place(byte[] prefix) {
    byte[] top = nodes.get(root);
    if (top == null) {
      return new Unknown("the proof has no node with the hash of the root");
    }
    byte[] reference = root.array();
    NodeReader node = new NodeReader(top, 0, top.length);
    int at = 0;
    while (true) {
      if (!node.readHead()) {
        return new Unknown("a node of the proof is malformed");
      }
      int shared = Math.min(node.partialCount(), 2 * prefix.length - at);
      if (node.isEmpty() || !node.partialStarts(prefix, at, shared)) {
        return new Nowhere();
      }
      if (at + node.partialCount() >= 2 * prefix.length) {
        return new At(at, reference.clone());
      }
      at += node.partialCount();
      int nibble = Nibbles.at(prefix, at++);
      if (node.isLeaf() || !node.hasChild(nibble)) {
        return new Nowhere();
      }
      NodeReader named = node.child(nibble);
      NodeReader child = child(node, nibble);
      if (named == null || child == null) {
        return new Unknown("the proof ends at nibble " + at + " of the prefix");
      }
      reference = named.bytes();
      node = child;
    }
  }

  /** The node that a parent names so; null when no answer held it. */
  @Nullable NodeReader named(byte[] reference) {
    byte[] encoded = reference.length == NodeWriter.HASH ? nodes.get(ByteBuffer.wrap(reference))
        : reference;
    return encoded == null ? null : new NodeReader(encoded, 0, encoded.length);
  }

  private static Answer ownValue(NodeReader node) {
    if (!node.hasValue()) {
      return new Absent();
    }
    byte[] value = node.value();
    return value == null ? new Incomplete("a node of the proof is malformed") : new Found(value);
  }

  private @Nullable NodeReader child(NodeReader node, int nibble) {
    NodeReader inline = node.child(nibble);
    if (inline == null || inline.length() != NodeWriter.HASH) {
      return inline;
    }
    byte[] named = nodes.get(ByteBuffer.wrap(inline.bytes()));
    return named == null ? null : new NodeReader(named, 0, named.length);
  }
}
