package io.fairlead.twin.bench;

import io.fairlead.client.BlockHeader;
import io.fairlead.client.FinalizedBlock;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.trie.Trie;
import io.fairlead.substrate.trie.TrieRoot;
import io.fairlead.twin.fact.KeyChange;
import io.fairlead.twin.replica.BlockProof;
import io.fairlead.twin.replica.Replica;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Blocks in which nothing happens but time, with read proofs of their state as a node gives them. */
final class QuietChain {
  private static final long BLOCK_MILLIS = 6_000;
  private static final byte[] NOW = Item.prefix("Timestamp", "Now");
  private static final byte[] NUMBER = Item.prefix("System", "Number");

  private final Replica replica;
  private final List<byte[]> keys;
  private Trie state;
  private Hash parent = Hash.ZERO;
  private long number;

  /** A chain whose followed pallets have {@code keys} keys. */
  QuietChain(int size) {
    var pairs = new ArrayList<KeyChange>();
    byte[] prefix = Item.prefix("MultiAssetDelegation", "Delegators");
    for (int i = 0; i < size; i++) {
      byte[] key = ByteBuffer.allocate(prefix.length + 48).put(prefix)
          .putLong(i * 0x9e3779b97f4a7c15L).putLong(i * 0xc2b2ae3d27d4eb4fL).putInt(i).array();
      pairs.add(new KeyChange(Bytes.wrap(key), Optional.of(Bytes.wrap(new byte[64]))));
    }
    replica = Replica.empty().after(pairs);
    state = Trie.empty();
    for (KeyChange pair : pairs) {
      state = state.put(pair.key().array(), pair.after().orElseThrow().array());
    }
    state = state.put(Item.prefix("System", "Events"), new byte[] {0});
    keys = BlockProof.firstKeys(replica).stream().map(Bytes::array).toList();
  }

  /** The followed pallets: the same after every block. */
  Replica replica() {
    return replica;
  }

  /** A block and the proof that comes with it. */
  record Sent(FinalizedBlock block, List<Bytes> nodes) {
    Sent {
      nodes = List.copyOf(nodes);
    }
  }

  /** The next block. */
  Sent next() {
    number++;
    state = state.put(NOW, le(number * BLOCK_MILLIS)).put(NUMBER, le(number));
    var header = new BlockHeader(parent, number, Hash.of(state.root()),
        Hash.of(TrieRoot.ofList(List.of())), List.of());
    parent = header.hash();
    return new Sent(
        new FinalizedBlock(parent, header, List.of(), Bytes.of((byte) 0), 0),
        state.prove(keys).stream().map(Bytes::wrap).toList());
  }

  private static byte[] le(long value) {
    return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
  }
}
