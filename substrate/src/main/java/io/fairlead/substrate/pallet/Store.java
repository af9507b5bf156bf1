package io.fairlead.substrate.pallet;

import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Decoded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The state of one runtime: its items, what no item knows, and one undo log over all of them. One
 * per runtime, used by one thread.
 *
 * <p>The raw face ({@link #readRaw}, {@link #writeRaw}, {@link #pairs}) belongs to node, client,
 * twin and export, never to pallets.
 */
public final class Store {
  private final List<Item> items = new ArrayList<>();
  private final Map<Bytes, Item> byPrefix = new HashMap<>();
  private final Foreign foreign;
  private @Nullable Source source;

  private Item[] logItems = new Item[256];
  private @Nullable Object[] logKeys = new Object[256];
  private @Nullable Object[] logOld = new Object[256];
  private int logSize;

  /** An empty state without items. */
  public Store() {
    foreign = new Foreign(this);
  }

  void register(Item item) {
    Bytes prefix = Bytes.of(item.prefix());
    if (byPrefix.put(prefix, item) != null) {
      throw new IllegalArgumentException("two items at " + item);
    }
    items.add(item);
  }

  /** The items in the order of their declaration. */
  public List<Item> items() {
    return Collections.unmodifiableList(items);
  }

  // --- undo ---

  void log(Item item, @Nullable Object key, @Nullable Object old) {
    if (logSize == logItems.length) {
      int capacity = logSize * 2;
      logItems = Arrays.copyOf(logItems, capacity);
      logKeys = Arrays.copyOf(logKeys, capacity);
      logOld = Arrays.copyOf(logOld, capacity);
    }
    logItems[logSize] = item;
    logKeys[logSize] = key;
    logOld[logSize] = old;
    logSize++;
  }

  /** A point to go back to. Marks nest. */
  public int mark() {
    return logSize;
  }

  /** Takes back every write since {@code mark}. */
  public void rollback(int mark) {
    while (logSize > mark) {
      logSize--;
      logItems[logSize].restore(logKeys[logSize], logOld[logSize]);
      logKeys[logSize] = null;
      logOld[logSize] = null;
    }
  }

  /** Forgets the log: what was written can no longer be taken back. */
  public void commit() {
    Arrays.fill(logKeys, 0, logSize, null);
    Arrays.fill(logOld, 0, logSize, null);
    logSize = 0;
  }

  /**
   * What changed since {@code mark}, each key once, ascending by key. A key whose value came back to
   * what it was is not listed.
   */
  public List<Change> changesSince(int mark) {
    var seen = new IdentityHashMap<Item, Set<Object>>();
    var changes = new ArrayList<Change>();
    for (int i = mark; i < logSize; i++) {
      Item item = logItems[i];
      Object key = logKeys[i];
      if (!seen.computeIfAbsent(item, it -> new HashSet<>()).add(key == null ? item : key)) {
        continue;
      }
      byte[] before = item.rawOf(logOld[i]);
      byte[] now = item.rawOf(item.current(key));
      if (!Arrays.equals(before, now)) {
        changes.add(new Change(Bytes.wrap(item.rawKey(key)), now == null ? null : Bytes.wrap(now)));
      }
    }
    Collections.sort(changes);
    return changes;
  }

  /** A key and its new value; null: removed. Ordered by key. */
  public record Change(Bytes key, @Nullable Bytes value) implements Comparable<Change> {
    @Override
    public int compareTo(Change other) {
      return key.compareTo(other.key);
    }
  }

  // --- raw face ---

  /** What stands behind a store: keys that it lacks are read from here at first use. */
  public interface Source {
    /** The value of a key; null when there is none. */
    byte @Nullable [] value(byte[] key);

    /** All pairs whose key begins with {@code prefix}. */
    List<Change> pairs(byte[] prefix);
  }

  /** Puts {@code source} behind this state. Before the first read. */
  public void attach(Source source) {
    this.source = source;
  }

  @Nullable Source source() {
    return source;
  }

  private Item itemOf(byte[] key) {
    if (key.length >= Item.PREFIX_BYTES) {
      Item item = byPrefix.get(Bytes.wrap(Arrays.copyOf(key, Item.PREFIX_BYTES)));
      if (item != null) {
        return item;
      }
    }
    return foreign;
  }

  /** The value of a storage key; null when there is none. A malformed key has none. */
  public byte @Nullable [] readRaw(byte[] key) {
    return itemOf(key).readRaw(key);
  }

  /**
   * Writes or, with null, removes the value of a storage key. Keys of no item are kept as bytes.
   *
   * @return {@code Malformed} when key or value do not fit the item; then nothing changed
   */
  public Decoded<Boolean> writeRaw(byte[] key, byte @Nullable [] value) {
    return itemOf(key).writeRaw(key, value);
  }

  /** Every pair of this state that is held here, ascending by key. */
  public List<Change> pairs() {
    var pairs = new ArrayList<Change>();
    items.forEach(item -> item.collect(pairs));
    foreign.collect(pairs);
    Collections.sort(pairs);
    return pairs;
  }

  /** The keys that begin with {@code prefix} and have a value, here or behind, ascending. */
  public List<Bytes> keys(Bytes prefix) {
    var keys = new TreeSet<Bytes>();
    if (source != null) {
      source.pairs(prefix.array()).stream().map(Change::key)
          .filter(key -> readRaw(key.array()) != null)
          .forEach(keys::add);
    }
    pairs().stream().map(Change::key).filter(key -> key.startsWith(prefix)).forEach(keys::add);
    return List.copyOf(keys);
  }

  /** Takes everything out, without undo. */
  public void clear() {
    items.forEach(Item::clear);
    foreign.clear();
    commit();
  }
}
