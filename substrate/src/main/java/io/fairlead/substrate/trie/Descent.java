package io.fairlead.substrate.trie;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the entries in which a trie of ours differs from the part of another one that read proofs show,
 * without fetching what is equal: sixteen children are compared at a time, and only where a hash differs
 * are further nodes asked for. What it finds is proved, since each node was named by its hash.
 */
public final class Descent {

  /** What a comparison found. */
  public sealed interface Found {}

  /**
   * All entries that differ.
   *
   * @param entries key to the other trie's value, empty where it has none; ascending
   */
  public record Differences(SortedMap<byte[], Optional<byte[]>> entries) implements Found {}

  /** The proof must also hold the paths of these keys, which need not exist. */
  public record Ask(List<byte[]> keys) implements Found {
    public Ask {
      keys = List.copyOf(keys);
    }
  }

  /** A node is no node, or the proof does not lead to the prefix. */
  public record Broken(String reason) implements Found {}

  /** Far beyond the longest storage key; bounds the depth of the walk. */
  private static final int NIBBLES_MAX = 4_096;

  private final ProofReader proof;
  private final int octets;
  private final SortedMap<byte[], Optional<byte[]>> entries =
      new TreeMap<>(Arrays::compareUnsigned);
  private final List<byte[]> asked = new ArrayList<>();
  private @Nullable String broken;

  private Descent(ProofReader proof, int octets) {
    this.proof = proof;
    this.octets = octets;
  }

  /**
   * Compares {@code ours}, whose keys all begin with {@code prefix}, with the entries under the prefix
   * in the trie of {@code proof}.
   *
   * @param octets length of a made-up key in an answer {@link Ask}: that of the longest key, or more
   */
  public static Found compare(Trie ours, byte[] prefix, ProofReader proof, int octets) {
    var descent = new Descent(proof, octets);
    switch (proof.place(prefix)) {
      case ProofReader.Unknown(String reason) -> descent.broken = reason;
      case ProofReader.Nowhere() -> descent.remove(ours.top());
      case ProofReader.At(int start, byte[] reference) -> {
        var path = new Path().append(prefix, 0, start);
        Node top = ours.top();
        descent.compare(path, reference, top == null ? null : top.startingAt(start));
      }
    }
    return descent.broken != null ? new Broken(descent.broken)
        : descent.asked.isEmpty() ? new Differences(descent.entries) : new Ask(descent.asked);
  }

  /** Compares the node that hangs at {@code path} with ours, which begins there too. */
  private void compare(Path path, byte[] reference, @Nullable Node ours) {
    if (ours != null && Arrays.equals(ours.reference(new NodeWriter()), reference)) {
      return;
    }
    NodeReader theirs = proof.named(reference);
    if (theirs == null) {
      asked.add(path.padded(octets));
      return;
    }
    if (!theirs.readHead() || theirs.isEmpty()) {
      broken = "a node of the proof is malformed";
      return;
    }
    if (path.length() + theirs.partialCount() > NIBBLES_MAX) {
      broken = "a path of more than " + NIBBLES_MAX + " nibbles";
      return;
    }
    meet(path.length(), path.append(theirs), theirs, ours);
  }

  /** Compares the nodes from nibble {@code from} on; theirs ends at {@code end}. */
  private void meet(int from, Path end, NodeReader theirs, @Nullable Node ours) {
    int same = ours == null ? from : end.mismatch(ours, from);
    if (ours == null || same < end.length() && same < ours.end) {
      remove(ours);
      take(end, theirs, null);
    } else if (same < ours.end) { // theirs ends above ours, which may hang in one of its children
      take(end, theirs, ours);
    } else if (same < end.length()) { // theirs hangs below ours
      removeAllBut(ours, end.at(same));
      meet(same + 1, end, theirs, ours.child(end.at(same)));
    } else {
      takeBoth(end, theirs, ours);
    }
  }

  /** Takes the entries of theirs, in whose child {@code below} hangs as ours. */
  private void take(Path end, NodeReader theirs, @Nullable Node below) {
    value(end, theirs);
    boolean met = false;
    for (int nibble = 0; nibble < 16 && !theirs.isLeaf(); nibble++) {
      if (theirs.hasChild(nibble)) {
        boolean here = below != null && Nibbles.at(below.key, end.length()) == nibble;
        met |= here;
        child(end, theirs, nibble,
            here && below != null ? below.startingAt(end.length() + 1) : null);
      }
    }
    if (!met) {
      remove(below);
    }
  }

  private void takeBoth(Path end, NodeReader theirs, Node ours) {
    byte[] own = ours.value;
    if (theirs.hasValue()) {
      byte[] value = theirs.value();
      if (value == null) {
        broken = "a node of the proof is malformed";
      } else if (own == null || !Arrays.equals(own, value)) {
        put(end, Optional.of(value));
      }
    } else if (own != null) {
      put(end, Optional.empty());
    }
    for (int nibble = 0; nibble < 16; nibble++) {
      Node child = ours.child(nibble);
      if (!theirs.isLeaf() && theirs.hasChild(nibble)) {
        child(end, theirs, nibble, child);
      } else {
        remove(child);
      }
    }
  }

  private void child(Path end, NodeReader theirs, int nibble, @Nullable Node ours) {
    NodeReader named = theirs.child(nibble);
    if (named == null) {
      broken = "a node of the proof is malformed";
      return;
    }
    compare(end.append(nibble), named.bytes(), ours);
  }

  private void value(Path end, NodeReader theirs) {
    if (theirs.hasValue()) {
      byte[] value = theirs.value();
      if (value == null) {
        broken = "a node of the proof is malformed";
      } else {
        put(end, Optional.of(value));
      }
    }
  }

  private void put(Path end, Optional<byte[]> value) {
    if ((end.length() & 1) != 0) {
      broken = "an entry whose key is half a byte too long";
      return;
    }
    entries.put(end.bytes(), value);
  }

  private void removeAllBut(Node ours, int kept) {
    if (ours.value != null) {
      entries.put(Arrays.copyOf(ours.key, ours.end / 2), Optional.empty());
    }
    for (int nibble = 0; nibble < 16; nibble++) {
      if (nibble != kept) {
        remove(ours.child(nibble));
      }
    }
  }

  private void remove(@Nullable Node ours) {
    if (ours != null) {
      removeAllBut(ours, -1);
    }
  }
}
