package io.fairlead.substrate.pallet;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Input;
import io.fairlead.substrate.scale.Output;
import io.fairlead.substrate.scale.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A storage map of three keys ({@code StorageNMap}). */
public final class StorageTripleMap<A, B, C, V> extends Table<StorageTripleMap.Keys<A, B, C>, V> {

  /** All three keys. */
  public record Keys<A, B, C>(A first, B second, C third) {}

  private final Key<A> first;
  private final Key<B> second;
  private final Key<C> third;
  private @Nullable TreeMap<Keys<A, B, C>, V> sorted;

  private StorageTripleMap(Store store, String pallet, String name, Key<A> first, Key<B> second,
      Key<C> third, Codec<V> codec, @Nullable V fallback) {
    super(store, pallet, name, codec, fallback, null);
    this.first = first;
    this.second = second;
    this.third = third;
  }

  /** A map whose absent values read as {@code fallback} ({@code ValueQuery}). */
  public static <A, B, C, V> StorageTripleMap<A, B, C, V> of(Store store, String pallet,
      String name, Key<A> first, Key<B> second, Key<C> third, Codec<V> codec, V fallback) {
    return new StorageTripleMap<>(store, pallet, name, first, second, third, codec, fallback);
  }

  /** A map whose values may be absent ({@code OptionQuery}). */
  public static <A, B, C, V> StorageTripleMap<A, B, C, V> optional(Store store, String pallet,
      String name, Key<A> first, Key<B> second, Key<C> third, Codec<V> codec) {
    return new StorageTripleMap<>(store, pallet, name, first, second, third, codec, null);
  }

  /**
   * Asks for iteration over everything in {@code order} of the keys. Before the first write.
   */
  public StorageTripleMap<A, B, C, V> iterable(Comparator<Keys<A, B, C>> order) {
    sorted = new TreeMap<>(order);
    return this;
  }

  /** The values in the declared order of their keys; a copy that later writes do not touch. */
  public List<V> ordered() {
    TreeMap<Keys<A, B, C>, V> all = sorted;
    if (all == null) {
      throw new IllegalStateException(this + " does not iterate");
    }
    loadWhole();
    return List.copyOf(all.values());
  }

  /** The pairs in the declared order of their keys; a copy that later writes do not touch. */
  public List<Map.Entry<Keys<A, B, C>, V>> entries() {
    TreeMap<Keys<A, B, C>, V> all = sorted;
    if (all == null) {
      throw new IllegalStateException(this + " does not iterate");
    }
    loadWhole();
    var copy = new ArrayList<Map.Entry<Keys<A, B, C>, V>>(all.size());
    all.forEach((keys, value) -> copy.add(Map.entry(keys, value)));
    return copy;
  }

  @Override
  void changed(Keys<A, B, C> keys, @Nullable V old, @Nullable V value) {
    super.changed(keys, old, value);
    TreeMap<Keys<A, B, C>, V> all = sorted;
    if (all == null) {
      return;
    }
    if (value != null) {
      all.put(keys, value);
    } else {
      all.remove(keys);
    }
  }

  /** The value or null. */
  public @Nullable V orNull(A a, B b, C c) {
    return lookUp(new Keys<>(a, b, c));
  }

  /** The value or the default; absent in an optional map is a bug of the caller. */
  public V get(A a, B b, C c) {
    return orFallback(new Keys<>(a, b, c));
  }

  /** Stores {@code value}. */
  public void put(A a, B b, C c, V value) {
    store(new Keys<>(a, b, c), value);
  }

  /** Removes the value. */
  public void remove(A a, B b, C c) {
    delete(new Keys<>(a, b, c));
  }

  @Override
  void writeKey(Keys<A, B, C> keys, Output out) {
    first.write(keys.first, out);
    second.write(keys.second, out);
    third.write(keys.third, out);
  }

  @Override
  Keys<A, B, C> readKey(Input in) {
    return new Keys<>(first.read(in), second.read(in), third.read(in));
  }

  @Override
  List<StorageHasher> hashers() {
    return List.of(first.hasher(), second.hasher(), third.hasher());
  }

  @Override
  Shape keyShape() {
    return new Shape.Tuple(
        List.of(first.codec().shape(), second.codec().shape(), third.codec().shape()));
  }
}
