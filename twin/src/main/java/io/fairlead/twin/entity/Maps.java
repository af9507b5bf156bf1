package io.fairlead.twin.entity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Copies of sorted maps and bounded lists with one thing changed; the originals stay. */
public final class Maps {
  private Maps() {}

  /** A copy that nobody changes. */
  public static <K extends Comparable<K>, V> SortedMap<K, V> copy(SortedMap<K, V> map) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }

  /** With {@code value} under {@code key}. */
  public static <K extends Comparable<K>, V> SortedMap<K, V> with(SortedMap<K, V> map, K key,
      V value) {
    var next = new TreeMap<>(map);
    next.put(key, value);
    return next;
  }

  /** Without {@code key}. */
  public static <K extends Comparable<K>, V> SortedMap<K, V> without(SortedMap<K, V> map, K key) {
    var next = new TreeMap<>(map);
    next.remove(key);
    return next;
  }

  /** Without the lowest keys, so that at most {@code limit} are left. */
  public static <K extends Comparable<K>, V> SortedMap<K, V> newest(SortedMap<K, V> map,
      int limit) {
    if (map.size() <= limit) {
      return map;
    }
    var next = new TreeMap<>(map);
    while (next.size() > limit) {
      next.pollFirstEntry();
    }
    return next;
  }

  /** With {@code more} at its end, and without the first ones beyond {@code limit}. */
  public static <T> List<T> newest(List<T> list, T more, int limit) {
    var next = new ArrayList<>(list);
    next.add(more);
    return next.size() > limit ? next.subList(next.size() - limit, next.size()) : next;
  }
}
