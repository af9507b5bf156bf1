package io.fairlead.node.states;

import io.fairlead.substrate.pallet.Store.Change;
import io.fairlead.substrate.primitive.Bytes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Storage by block: a sorted map from key to the versions of its value. One writer, any number of
 * readers; a reader asks for blocks that were published to it, never for one being written.
 *
 * <p>Blocks from {@link #oldest} to {@link #newest} can be read.
 */
public final class States {
  private final NavigableMap<Bytes, Versions> keys = new ConcurrentSkipListMap<>();
  /** Keys that changed in block oldest + 1 and following. */
  private final ArrayDeque<Bytes[]> changed = new ArrayDeque<>();
  private volatile long oldest;
  private volatile long newest;

  /** Begins with the whole state at {@code block}: genesis or a checkpoint. */
  public States(long block, List<Change> state) {
    oldest = block;
    newest = block;
    for (Change pair : state) {
      write(pair, block);
    }
  }

  /** First block that can be read. */
  public long oldest() {
    return oldest;
  }

  /** Last block written. */
  public long newest() {
    return newest;
  }

  /** Number of keys that have a value in at least one block that can be read. */
  int size() {
    return keys.size();
  }

  /** Writes the block after {@link #newest}. */
  public void append(List<Change> changes) {
    long block = newest + 1;
    var touched = new Bytes[changes.size()];
    for (int i = 0; i < touched.length; i++) {
      Change change = changes.get(i);
      touched[i] = change.key();
      write(change, block);
    }
    changed.addLast(touched);
    newest = block;
  }

  private void write(Change change, long block) {
    Versions old = keys.get(change.key());
    if (old == null) {
      if (change.value() != null) {
        keys.put(change.key(), new Versions(block, change.value()));
      }
    } else if (!old.add(block, change.value())) {
      Versions larger = old.larger();
      larger.add(block, change.value());
      keys.put(change.key(), larger);
    }
  }

  /** The value of {@code key} after {@code block}; null when there is none. */
  public @Nullable Bytes at(Bytes key, long block) {
    Versions versions = keys.get(key);
    return versions == null ? null : versions.at(block);
  }

  /**
   * Keys that have a value after {@code block}, ascending.
   *
   * @param prefix with which all of them begin
   * @param after only keys greater than this; null for all
   * @param count at most this many
   */
  public List<Bytes> keysAt(Bytes prefix, @Nullable Bytes after, int count, long block) {
    var found = new ArrayList<Bytes>();
    for (Map.Entry<Bytes, Versions> entry : from(prefix, after).entrySet()) {
      if (found.size() >= count || !entry.getKey().startsWith(prefix)) {
        break;
      }
      if (entry.getValue().at(block) != null) {
        found.add(entry.getKey());
      }
    }
    return found;
  }

  /** All pairs after {@code block} whose key begins with {@code prefix}, ascending. */
  public List<Change> pairsAt(Bytes prefix, long block) {
    var found = new ArrayList<Change>();
    for (Map.Entry<Bytes, Versions> entry : from(prefix, null).entrySet()) {
      if (!entry.getKey().startsWith(prefix)) {
        break;
      }
      Bytes value = entry.getValue().at(block);
      if (value != null) {
        found.add(new Change(entry.getKey(), value));
      }
    }
    return found;
  }

  /**
   * Gives {@code each} every key that begins with {@code prefix} and has a value in some block that is
   * kept, with the newest of its values.
   */
  public void forEachKept(Bytes prefix, BiConsumer<Bytes, Bytes> each) {
    for (Map.Entry<Bytes, Versions> entry : from(prefix, null).entrySet()) {
      if (!entry.getKey().startsWith(prefix)) {
        break;
      }
      Bytes value = entry.getValue().newestValue();
      if (value != null) {
        each.accept(entry.getKey(), value);
      }
    }
  }

  /** Whether {@code key} has a value in some block that is kept. */
  public boolean isKept(Bytes key) {
    Versions versions = keys.get(key);
    return versions != null && versions.newestValue() != null;
  }

  private NavigableMap<Bytes, Versions> from(Bytes prefix, @Nullable Bytes after) {
    return after == null || after.compareTo(prefix) < 0 ? keys.tailMap(prefix, true)
        : keys.tailMap(after, false);
  }

  /** Forgets every block after {@code block}. */
  public void cutBack(long block) {
    long target = Math.max(block, oldest);
    for (long last = newest; last > target; last--) {
      for (Bytes key : changed.removeLast()) {
        Versions versions = keys.get(key);
        if (versions != null && versions.cutBack(last - 1)) {
          keys.remove(key);
        }
      }
      newest = last - 1;
    }
  }

  /** Makes {@code block} the oldest that can be read. */
  public void prune(long block) {
    long target = Math.min(block, newest);
    for (long next = oldest + 1; next <= target; next++) {
      oldest = next;
      for (Bytes key : changed.removeFirst()) {
        Versions versions = keys.get(key);
        if (versions != null && versions.prune(next)) {
          keys.remove(key);
        }
      }
    }
  }
}
