package io.fairlead.substrate.pallet;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Input;
import io.fairlead.substrate.scale.Output;
import io.fairlead.substrate.scale.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** A storage map of two keys. */
public final class StorageDoubleMap<A, B, V> extends Table<StorageDoubleMap.Keys<A, B>, V> {

  /** Both keys. */
  public record Keys<A, B>(A first, B second) {
    /** Numbers that count up together would meet in 31 · first + second. */
    @Override
    public int hashCode() {
      return first.hashCode() * 0x9e3779b9 + second.hashCode();
    }
  }

  private final Key<A> first;
  private final Key<B> second;
  private @Nullable Comparator<B> order;
  private final Map<A, TreeMap<B, V>> index = new HashMap<>();

  private StorageDoubleMap(Store store, String pallet, String name, Key<A> first, Key<B> second,
      Codec<V> codec, @Nullable V fallback, byte @Nullable [] fallbackBytes) {
    super(store, pallet, name, codec, fallback, fallbackBytes);
    this.first = first;
    this.second = second;
  }

  /** A map whose absent values read as {@code fallback} ({@code ValueQuery}). */
  public static <A, B, V> StorageDoubleMap<A, B, V> of(Store store, String pallet, String name,
      Key<A> first, Key<B> second, Codec<V> codec, V fallback) {
    return new StorageDoubleMap<>(store, pallet, name, first, second, codec, fallback, null);
  }

  /** A map whose values may be absent ({@code OptionQuery}). */
  public static <A, B, V> StorageDoubleMap<A, B, V> optional(Store store, String pallet,
      String name, Key<A> first, Key<B> second, Codec<V> codec) {
    return new StorageDoubleMap<>(store, pallet, name, first, second, codec, null, null);
  }

  /** A map whose absence is an error ({@code ResultQuery}), with its default in metadata. */
  public static <A, B, V> StorageDoubleMap<A, B, V> orError(Store store, String pallet,
      String name, Key<A> first, Key<B> second, Codec<V> codec, int errorIndex) {
    return new StorageDoubleMap<>(store, pallet, name, first, second, codec, null,
        new byte[] {1, (byte) errorIndex});
  }

  /**
   * Asks for iteration under a first key, in {@code order} of the second. Before the first write.
   */
  public StorageDoubleMap<A, B, V> iterable(Comparator<B> order) {
    this.order = order;
    return this;
  }

  /** The pairs under {@code a} in the declared order; a copy that later writes do not touch. */
  public List<Map.Entry<B, V>> under(A a) {
    if (order == null) {
      throw new IllegalStateException(this + " does not iterate");
    }
    loadWhole();
    TreeMap<B, V> pairs = index.get(a);
    if (pairs == null) {
      return List.of();
    }
    var copy = new ArrayList<Map.Entry<B, V>>(pairs.size());
    pairs.forEach((b, v) -> copy.add(Map.entry(b, v)));
    return copy;
  }

  /** At most {@code limit} pairs under {@code a} behind {@code after}, in the declared order. */
  public List<Map.Entry<B, V>> page(A a, @Nullable B after, int limit) {
    if (order == null) {
      throw new IllegalStateException(this + " does not iterate");
    }
    loadWhole();
    TreeMap<B, V> pairs = index.get(a);
    var page = new ArrayList<Map.Entry<B, V>>();
    if (pairs == null) {
      return page;
    }
    for (var pair : (after == null ? pairs : pairs.tailMap(after, false)).entrySet()) {
      if (page.size() == limit) {
        break;
      }
      page.add(Map.entry(pair.getKey(), pair.getValue()));
    }
    return page;
  }

  /** How many pairs there are under {@code a}. */
  public int countUnder(A a) {
    loadWhole();
    TreeMap<B, V> pairs = index.get(a);
    return pairs == null ? 0 : pairs.size();
  }

  /** Whether any pair under {@code a} is as {@code test} asks. */
  public boolean anyUnder(A a, BiPredicate<B, V> test) {
    if (order == null) {
      throw new IllegalStateException(this + " does not iterate");
    }
    loadWhole();
    TreeMap<B, V> pairs = index.get(a);
    if (pairs != null) {
      for (Map.Entry<B, V> pair : pairs.entrySet()) {
        if (test.test(pair.getKey(), pair.getValue())) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * The first keys that hold anything, ascending by {@code firstOrder}; a copy. Costs their number, which
   * the declaring item keeps small.
   */
  public List<A> firstKeys(Comparator<A> firstOrder) {
    if (order == null) {
      throw new IllegalStateException(this + " does not iterate");
    }
    loadWhole();
    var keys = new ArrayList<A>(index.keySet());
    keys.sort(firstOrder);
    return keys;
  }

  @Override
  void changed(Keys<A, B> keys, @Nullable V old, @Nullable V value) {
    super.changed(keys, old, value);
    if (order == null) {
      return;
    }
    if (value != null) {
      index.computeIfAbsent(keys.first, a -> new TreeMap<>(order)).put(keys.second, value);
    } else {
      TreeMap<B, V> pairs = index.get(keys.first);
      if (pairs != null) {
        pairs.remove(keys.second);
        if (pairs.isEmpty()) {
          index.remove(keys.first);
        }
      }
    }
  }

  /** The value or null. */
  public @Nullable V orNull(A a, B b) {
    return lookUp(new Keys<>(a, b));
  }

  /** The value or the default; absent in an optional map is a bug of the caller. */
  public V get(A a, B b) {
    return orFallback(new Keys<>(a, b));
  }

  /** The value; absent is refused with {@code error}. */
  public V orRefuse(A a, B b, PalletError error) {
    V value = orNull(a, b);
    if (value == null) {
      throw error.refusal();
    }
    return value;
  }

  /** Whether a value is stored. */
  public boolean contains(A a, B b) {
    return orNull(a, b) != null;
  }

  /** Stores {@code value}. */
  public void put(A a, B b, V value) {
    store(new Keys<>(a, b), value);
  }

  /** Removes the value. */
  public void remove(A a, B b) {
    delete(new Keys<>(a, b));
  }

  /** The storage key of both keys. */
  public byte[] storageKey(A a, B b) {
    return rawKeyOf(new Keys<>(a, b));
  }

  @Override
  void writeKey(Keys<A, B> keys, Output out) {
    first.write(keys.first, out);
    second.write(keys.second, out);
  }

  @Override
  Keys<A, B> readKey(Input in) {
    return new Keys<>(first.read(in), second.read(in));
  }

  @Override
  List<StorageHasher> hashers() {
    return List.of(first.hasher(), second.hasher());
  }

  @Override
  Shape keyShape() {
    return new Shape.Tuple(List.of(first.codec().shape(), second.codec().shape()));
  }
}
