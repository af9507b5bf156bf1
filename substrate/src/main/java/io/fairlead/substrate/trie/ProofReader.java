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

  private ProofReader(byte[] root, Collection<byte[]> proof) {
    this.root = ByteBuffer.wrap(root.clone());
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
