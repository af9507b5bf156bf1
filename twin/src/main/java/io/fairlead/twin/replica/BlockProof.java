package io.fairlead.twin.replica;

import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.trie.Descent;
import io.fairlead.substrate.trie.ProofReader;
import io.fairlead.twin.fact.KeyChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Shows from read proofs what a block changed in the followed pallets: equal hash, equal content. Sees
 * no network: it says which keys to ask for and takes the nodes that come back. For one block, one
 * thread.
 */
public final class BlockProof {
  private static final Bytes EVENTS = Bytes.wrap(Item.prefix("System", "Events"));
  private static final Bytes NOW = Bytes.wrap(Item.prefix("Timestamp", "Now"));
  /** Longer than any key of a followed pallet: made-up keys reach every leaf. */
  private static final int KEY_BYTES_MAX = 160;
  /** Rounds of a descent: the nibbles of the longest key, and some. */
  private static final int ROUNDS_MAX = 2 * KEY_BYTES_MAX + 8;

  /** How the proof stands. */
  public sealed interface Step {

    /** Read proofs of these keys are needed, in one request. */
    record Ask(List<Bytes> keys) implements Step {
      public Ask {
        keys = List.copyOf(keys);
      }
    }

    /**
     * Proved.
     *
     * @param changes ascending by key
     * @param unpredicted changes that no event of the block announced
     */
    record Proved(List<KeyChange> changes, int unpredicted, Replica after) implements Step {
      public Proved {
        changes = List.copyOf(changes);
      }
    }

    /** The nodes are not those of the block's state: the endpoint erred or lied. */
    record Failed(String reason) implements Step {}
  }

  private final Replica before;
  private final ProofReader reader;
  private Set<Bytes> predicted = Set.of();
  private int rounds;

  /** A proof over the nodes that the first request brought. */
  public BlockProof(Replica before, Hash stateRoot, Collection<Bytes> nodes) {
    this.before = before;
    this.reader = ProofReader.of(stateRoot.bytes(), arrays(nodes));
  }

  /** The keys of the first request: events, time, and the bare prefix of each followed pallet. */
  public static List<Bytes> firstKeys(Replica replica) {
    var keys = new ArrayList<Bytes>();
    keys.add(EVENTS);
    keys.add(NOW);
    replica.pallets().values().forEach(pallet -> keys.add(pallet.prefix()));
    return keys;
  }

  private static List<byte[]> arrays(Collection<Bytes> nodes) {
    return nodes.stream().map(Bytes::array).toList();
  }

  /** The value of {@code System.Events}; empty when the proof does not show it. */
  public Optional<Bytes> events() {
    return switch (reader.read(EVENTS.array())) {
      case ProofReader.Found(byte[] value) -> Optional.of(Bytes.wrap(value));
      case ProofReader.Absent absent -> Optional.of(Bytes.of((byte) 0));
      case ProofReader.Incomplete incomplete -> Optional.empty();
    };
  }

  /** Whether the proof shows the time, or that the chain has none. */
  public boolean showsTime() {
    return !(reader.read(NOW.array()) instanceof ProofReader.Incomplete);
  }

  /** The time after the block, milliseconds since 1970; 0 where the chain has none. */
  public long time() {
    return reader.read(NOW.array()) instanceof ProofReader.Found(byte[] value)
        && value.length == 8
            ? java.nio.ByteBuffer.wrap(value)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN).getLong()
            : 0;
  }

  /**
   * Compares.
   *
   * @param touched keys that the block's events announce: their nodes are best there already
   */
  public Step begin(Set<Bytes> touched) {
    predicted = touched;
    return compare();
  }

  /** Takes the nodes that were asked for. */
  public Step take(Collection<Bytes> nodes) {
    reader.add(arrays(nodes));
    return compare();
  }

  private Step compare() {
    if (rounds++ > ROUNDS_MAX) {
      return new Step.Failed("the proofs lead nowhere after " + ROUNDS_MAX + " requests");
    }
    var ask = new TreeSet<Bytes>();
    var changes = new TreeMap<Bytes, KeyChange>();
    for (PalletTrie pallet : before.pallets().values()) {
      switch (Descent.compare(pallet.trie(), pallet.prefix().array(), reader, KEY_BYTES_MAX)) {
        case Descent.Differences(var entries) -> entries.forEach((key, value) -> changes
            .put(Bytes.wrap(key), new KeyChange(Bytes.wrap(key), value.map(Bytes::wrap))));
        case Descent.Ask(List<byte[]> keys) -> keys.forEach(key -> ask.add(Bytes.wrap(key)));
        case Descent.Broken(String reason) -> {
          return new Step.Failed(pallet.pallet() + ": " + reason);
        }
      }
    }
    if (!ask.isEmpty()) {
      return new Step.Ask(List.copyOf(ask));
    }
    return proved(List.copyOf(changes.values()));
  }

  /** The last check: our hashes after the changes are the chain's. */
  private Step proved(List<KeyChange> changes) {
    Replica after = before.after(changes);
    for (PalletTrie pallet : after.pallets().values()) {
      Descent.Found found = Descent.compare(pallet.trie(), pallet.prefix().array(), reader,
          KEY_BYTES_MAX);
      if (!(found instanceof Descent.Differences(var entries) && entries.isEmpty())) {
        return new Step.Failed(pallet.pallet() + ": the hash differs after all changes");
      }
    }
    int unpredicted =
        (int) changes.stream().filter(change -> !predicted.contains(change.key())).count();
    return new Step.Proved(changes, unpredicted, after);
  }
}
