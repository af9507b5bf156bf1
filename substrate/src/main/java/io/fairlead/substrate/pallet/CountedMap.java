package io.fairlead.substrate.pallet;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A map with the number of its pairs in an item beside it ({@code CountedStorageMap}). The number is
 * what the item says: raw writes of the map do not change it.
 */
public final class CountedMap<K, V> {
  private final StorageMap<K, V> map;
  private final StorageValue<Long> count;

  private CountedMap(Store store, StorageMap<K, V> map) {
    this.map = map;
    this.count =
        StorageValue.of(store, map.pallet(), "CounterFor" + map.name(), Codecs.U32, 0L);
  }

  /** A map whose absent values read as {@code fallback} ({@code ValueQuery}). */
  public static <K, V> CountedMap<K, V> of(Store store, String pallet, String name, Key<K> key,
      Codec<V> codec, V fallback) {
    return new CountedMap<>(store, StorageMap.of(store, pallet, name, key, codec, fallback));
  }

  /** A map whose values may be absent ({@code OptionQuery}). */
  public static <K, V> CountedMap<K, V> optional(Store store, String pallet, String name,
      Key<K> key, Codec<V> codec) {
    return new CountedMap<>(store, StorageMap.optional(store, pallet, name, key, codec));
  }

  /** The value or null. */
  public @Nullable V orNull(K key) {
    return map.orNull(key);
  }

  /** The value or the default; absent in an optional map is a bug of the caller. */
  public V get(K key) {
    return map.get(key);
  }

  /** The value; absent is refused with {@code error}. */
  public V orRefuse(K key, PalletError error) {
    return map.orRefuse(key, error);
  }

  /** Whether a value is stored. */
  public boolean contains(K key) {
    return map.contains(key);
  }

  /** Number of pairs, u32. */
  public long count() {
    return count.get();
  }

  /** Stores {@code value}. */
  public void put(K key, V value) {
    if (!map.contains(key)) {
      count.put(count.get() + 1);
    }
    map.put(key, value);
  }

  /** Removes the value. */
  public void remove(K key) {
    if (map.contains(key)) {
      count.put(Math.max(count.get() - 1, 0));
      map.remove(key);
    }
  }

  /** The map itself, for reading. */
  public StorageMap<K, V> map() {
    return map;
  }

  /** Map and counter, in metadata order. */
  public List<Item> items() {
    return List.of(map, count);
  }
}
