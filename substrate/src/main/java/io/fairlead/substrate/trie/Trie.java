package io.fairlead.substrate.trie;

import io.fairlead.substrate.hash.Blake2b;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A map from keys to values with a Merkle root. Each change gives a new trie that shares all untouched
 * nodes with the old one, so a trie per block costs only the paths that the block changed, and the old
 * ones can still be read and proved. {@link #root} hashes only nodes that no earlier root has hashed.
 *
 * <p>Keys and values are kept, not copied: they must not be changed after they were handed over, nor may
 * what {@link #get} returns. A trie may be given to other threads once {@link #root} was called.
 */
public final class Trie {

  private static final Trie EMPTY = new Trie(null);

  private final @Nullable Node top;
  private byte @Nullable [] root;

  private Trie(@Nullable Node top) {
    this.top = top;
  }

  /** The trie without entries; its root is blake2-256 of a zero byte. */
  public static Trie empty() {
    return EMPTY;
  }

  /**
   * The trie of all entries at once, in time proportional to their number.
   *
   * @param keys in strictly ascending order of their unsigned bytes
   * @param values of the same number
   * @throws IllegalArgumentException if the keys are not in order or the numbers differ
   */
  public static Trie ofSorted(List<byte[]> keys, List<byte[]> values) {
    return keys.isEmpty() && values.isEmpty() ? EMPTY
        : new Trie(TrieBuilder.build(keys, values));
  }

  /** The value of a key, or null. */
  public byte @Nullable [] get(byte[] key) {
    int at = 0;
    for (Node node = top; node != null;) {
      int same = common(node, key, at);
      if (same < node.end) {
        return null;
      }
      if (same == 2 * key.length) {
        return node.value;
      }
      node = node.child(Nibbles.at(key, same));
      at = same + 1;
    }
    return null;
  }

  /** This trie with the value under the key. */
  public Trie put(byte[] key, byte[] value) {
    Node changed = put(top, key, 0, value);
    return changed == top ? this : new Trie(changed);
  }

  /** This trie without the key; itself, if it has none. */
  public Trie remove(byte[] key) {
    Node changed = top == null ? null : remove(top, key, 0);
    return changed == top ? this : changed == null ? EMPTY : new Trie(changed);
  }

  /** The 32 bytes of the Merkle root; a new array each time. */
  public byte[] root() {
    byte[] known = root;
    if (known == null) {
      byte[] reference = top == null ? new byte[1] : top.reference(new NodeWriter());
      known = reference.length == NodeWriter.HASH ? reference : Blake2b.hash256(reference);
      root = known;
    }
    return known.clone();
  }

  /**
   * How a parent would name this trie if it hung in a larger one: its top node with the part of the
   * partial key from {@code start} on, encoded if that is shorter than 32 bytes, else hashed. Null for
   * the trie without entries.
   *
   * @param start nibbles of the partial key that the nodes above it spell
   * @throws IllegalArgumentException if the entries do not share so many nibbles
   */
  public byte @Nullable [] reference(int start) {
    Node node = top;
    if (node == null) {
      return null;
    }
    if (start > node.end) {
      throw new IllegalArgumentException(
          "the entries share " + node.end + " nibbles, not " + start);
    }
    return node.startingAt(start).reference(new NodeWriter()).clone();
  }

  @Nullable Node top() {
    return top;
  }

  /**
   * The nodes that reading the keys, present or absent, touches: what {@code state_getReadProof} answers
   * ({@code sp_state_machine::prove_read}). Encoded, each once, in ascending order.
   */
  public List<byte[]> prove(Collection<byte[]> keys) {
    NodeWriter writer = new NodeWriter();
    Set<byte[]> proof = new TreeSet<>(Arrays::compareUnsigned);
    Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (byte[] key : keys) {
      if (top == null) {
        proof.add(new byte[1]);
      }
      int at = 0;
      for (Node node = top; node != null;) {
        boolean standsAlone = node == top || node.reference(writer).length == NodeWriter.HASH;
        if (seen.add(node) && standsAlone) {
          proof.add(writer.encoding(node));
        }
        int same = common(node, key, at);
        node = same < node.end || same == 2 * key.length ? null
            : node.child(Nibbles.at(key, same));
        at = same + 1;
      }
    }
    return new ArrayList<>(proof);
  }

  /**
   * Keys in ascending order, as {@code state_getKeysPaged} pages them.
   *
   * @param prefix with which all of them begin
   * @param after only keys greater than this; null for all
   * @param limit at most this many
   */
  public List<byte[]> keys(byte[] prefix, byte @Nullable [] after, int limit) {
    List<byte[]> found = new ArrayList<>();
    if (top != null) {
      collect(top, prefix, after, limit, found);
    }
    return found;
  }

  private static void collect(Node node, byte[] prefix, byte @Nullable [] after, int limit,
      List<byte[]> found) {
    int bound = Math.min(node.end, 2 * prefix.length);
    int from = Math.max(0, node.start - 1); // the nibble that chose this node counts too
    if (found.size() >= limit || Nibbles.mismatch(node.key, prefix, from, bound) < bound) {
      return;
    }
    byte[] lower = after;
    if (lower != null) {
      int shared = Math.min(node.end, 2 * lower.length);
      int same = Nibbles.mismatch(node.key, lower, node.start, shared);
      if (same < shared) {
        if (Nibbles.at(node.key, same) < Nibbles.at(lower, same)) {
          return;
        }
        lower = null;
      } else if (node.end > 2 * lower.length) {
        lower = null;
      }
    }
    if (node.value != null && lower == null && node.end >= 2 * prefix.length) {
      found.add(Arrays.copyOf(node.key, node.end / 2));
    }
    int first = lower != null && node.end < 2 * lower.length ? Nibbles.at(lower, node.end) : 0;
    for (int nibble = 0; nibble < 16; nibble++) {
      Node child = node.child(nibble);
      if (child != null && nibble >= first) {
        boolean onEdge = lower != null && node.end < 2 * lower.length && nibble == first;
        collect(child, prefix, onEdge ? lower : null, limit, found);
      }
    }
  }

  private static Node put(@Nullable Node node, byte[] key, int at, byte[] value) {
    if (node == null) {
      return Node.leaf(key, at, value);
    }
    int same = common(node, key, at);
    if (same < node.end) {
      boolean endsHere = same == 2 * key.length;
      Node split = Node.branch(key, at, same, endsHere ? value : null)
          .withChild(Nibbles.at(node.key, same), node.startingAt(same + 1));
      return endsHere ? split
          : split.withChild(Nibbles.at(key, same), Node.leaf(key, same + 1, value));
    }
    if (same == 2 * key.length) {
      return Arrays.equals(node.value, value) ? node : node.withValue(value);
    }
    int nibble = Nibbles.at(key, same);
    Node child = node.child(nibble);
    Node changed = put(child, key, same + 1, value);
    return changed == child ? node : node.withChild(nibble, changed);
  }

  private static @Nullable Node remove(Node node, byte[] key, int at) {
    int same = common(node, key, at);
    if (same < node.end) {
      return node;
    }
    if (same == 2 * key.length) {
      return node.value == null ? node : merged(node.withValue(null));
    }
    int nibble = Nibbles.at(key, same);
    Node child = node.child(nibble);
    if (child == null) {
      return node;
    }
    Node left = remove(child, key, same + 1);
    if (left == child) {
      return node;
    }
    return left != null ? node.withChild(nibble, left) : merged(node.withoutChild(nibble));
  }

  /** A node that lost something: gone if it is empty, its only child if it decides nothing. */
  private static @Nullable Node merged(Node node) {
    if (node.value != null || node.children.length > 1) {
      return node;
    }
    return node.children.length == 0 ? null : node.children[0].startingAt(node.start);
  }

  private static int common(Node node, byte[] key, int at) {
    return Nibbles.mismatch(node.key, key, at, Math.min(node.end, 2 * key.length));
  }
}
