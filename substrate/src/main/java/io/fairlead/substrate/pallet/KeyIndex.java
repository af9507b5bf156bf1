package io.fairlead.substrate.pallet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a map by something that its values name: operators of services, say. It stands beside
 * the map, is no part of the state, and follows every write and every rollback. Not for pallets, whose
 * chain has no such index, but for questions from outside.
 *
 * @param <I> what values name
 * @param <K> key of the map
 * @param <V> value of the map
 */
public final class KeyIndex<I, K, V> {
  private final Table<K, V> table;
  private final Function<V, ? extends Collection<I>> named;
  private final Comparator<K> order;
  private final Map<I, NavigableSet<K>> keys = new HashMap<>();

  KeyIndex(Table<K, V> table, Function<V, ? extends Collection<I>> named, Comparator<K> order) {
    this.table = table;
    this.named = named;
    this.order = order;
  }

  void changed(K key, @Nullable V old, @Nullable V now) {
    Set<I> before = old == null ? Set.of() : new HashSet<>(named.apply(old));
    Set<I> after = now == null ? Set.of() : new HashSet<>(named.apply(now));
    for (I gone : before) {
      if (!after.contains(gone)) {
        remove(gone, key);
      }
    }
    for (I come : after) {
      if (!before.contains(come)) {
        keys.computeIfAbsent(come, i -> new TreeSet<>(order)).add(key);
      }
    }
  }

  private void remove(I from, K key) {
    NavigableSet<K> under = keys.get(from);
    if (under != null) {
      under.remove(key);
      if (under.isEmpty()) {
        keys.remove(from);
      }
    }
  }

  /** Every key whose value names {@code what}, in order; a copy. */
  public List<K> under(I what) {
    return List.copyOf(keysOf(what));
  }

  /** At most {@code limit} keys whose values name {@code what}, in order, behind {@code after}. */
  public List<K> page(I what, @Nullable K after, int limit) {
    NavigableSet<K> all = keysOf(what);
    var page = new ArrayList<K>();
    for (K key : after == null ? all : all.tailSet(after, false)) {
      if (page.size() == limit) {
        break;
      }
      page.add(key);
    }
    return page;
  }

  /** How many values name {@code what}. */
  public int count(I what) {
    return keysOf(what).size();
  }

  private NavigableSet<K> keysOf(I what) {
    table.loadWhole();
    NavigableSet<K> found = keys.get(what);
    return found == null ? new TreeSet<>(order) : found;
  }
}
