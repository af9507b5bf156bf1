package io.fairlead.twin.replica;

import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.trie.Trie;
import io.fairlead.twin.fact.KeyChange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;

/**
 * The replica on disk: keys and values, and the block they stand at. It may lag behind the log, from
 * which it then catches up; it is never ahead.
 */
public final class ReplicaFile implements AutoCloseable {
  private static final String AT = "at";

  private final MVStore store;
  private final MVMap<byte[], byte[]> pairs;
  private final MVMap<String, Long> head;

  private ReplicaFile(MVStore store) {
    this.store = store;
    this.pairs = store.openMap("pairs", new MVMap.Builder<byte[], byte[]>()
        .keyType(ByteArrayDataType.INSTANCE).valueType(ByteArrayDataType.INSTANCE));
    this.head = store.openMap("head");
  }

  /** Opens or makes the file; a torn last write is as if it had not been. */
  public static ReplicaFile open(Path file) {
    return new ReplicaFile(new MVStore.Builder().fileName(file.toString()).autoCommitDisabled()
        .autoCompactFillRate(0).open());
  }

  /** The block after which this is the state; -1 when nothing is here. */
  public long at() {
    return head.getOrDefault(AT, -1L);
  }

  /** Writes the changes of the blocks up to {@code block}. */
  public void write(long block, List<KeyChange> changes) {
    for (KeyChange change : changes) {
      if (change.after().isPresent()) {
        pairs.put(change.key().array(), change.after().get().array());
      } else {
        pairs.remove(change.key().array());
      }
    }
    head.put(AT, block);
    store.commit();
  }

  /** Forgets everything: the state after no block. */
  public void clear() {
    pairs.clear();
    head.clear();
    store.commit();
  }

  /** All of it in memory. */
  public Replica load() {
    var keys = new LinkedHashMap<String, List<byte[]>>();
    var values = new LinkedHashMap<String, List<byte[]>>();
    Map<String, PalletTrie> pallets = new LinkedHashMap<>(Replica.empty().pallets());
    for (PalletTrie pallet : pallets.values()) {
      Cursor<byte[], byte[]> cursor = pairs.cursor(pallet.prefix().array());
      var ownKeys = new ArrayList<byte[]>();
      var ownValues = new ArrayList<byte[]>();
      while (cursor.hasNext()) {
        byte[] key = cursor.next();
        if (!Bytes.wrap(key).startsWith(pallet.prefix())) {
          break;
        }
        ownKeys.add(key);
        ownValues.add(cursor.getValue());
      }
      keys.put(pallet.pallet(), ownKeys);
      values.put(pallet.pallet(), ownValues);
    }
    pallets.replaceAll((name, empty) -> new PalletTrie(name, empty.prefix(),
        Trie.ofSorted(keys.getOrDefault(name, List.of()), values.getOrDefault(name, List.of()))));
    return new Replica(pallets);
  }

  /** Keys, ascending. */
  Iterator<byte[]> keys() {
    return pairs.keyIterator(null);
  }

  @Override
  public void close() {
    store.close();
  }
}
