package io.fairlead.substrate.pallet;

import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Decoded;
import io.fairlead.substrate.scale.Input;
import io.fairlead.substrate.scale.Output;
import io.fairlead.substrate.scale.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What maps of one, two and three keys share: a hash map of typed keys, undo, the raw face. */
abstract sealed class Table<K, V> extends Item
    permits StorageMap, StorageDoubleMap, StorageTripleMap {
  final Store store;
  private final Codec<V> codec;
  private final @Nullable V fallback;
  private final byte @Nullable [] fallbackBytes;
  private final Map<K, V> map = new HashMap<>();
  /** Keys that were asked of a source or written; only with a source. */
  private final Set<K> known = new HashSet<>();
  private final List<KeyIndex<?, K, V>> indexes = new ArrayList<>();
  private boolean loadedWhole;

  Table(Store store, String pallet, String name, Codec<V> codec, @Nullable V fallback,
      byte @Nullable [] fallbackBytes) {
    super(pallet, name);
    this.store = store;
    this.codec = codec;
    this.fallback = fallback;
    this.fallbackBytes = fallbackBytes;
    store.register(this);
  }

  abstract void writeKey(K key, Output out);

  abstract K readKey(Input in);

  abstract List<StorageHasher> hashers();

  abstract Shape keyShape();

  /** Called after every change of {@code key}, so that an index can follow. */
  void changed(K key, @Nullable V old, @Nullable V value) {
    for (int i = 0; i < indexes.size(); i++) {
      indexes.get(i).changed(key, old, value);
    }
  }

  /**
   * An index of this map's keys, in {@code order}, by what their values name. Before the first write.
   */
  public final <I> KeyIndex<I, K, V> index(Function<V, ? extends Collection<I>> named,
      Comparator<K> order) {
    var index = new KeyIndex<I, K, V>(this, named, order);
    indexes.add(index);
    return index;
  }

  final @Nullable V lookUp(K key) {
    V value = map.get(key);
    return value == null && store.source() != null ? load(key) : value;
  }

  private @Nullable V load(K key) {
    Store.Source source = store.source();
    if (source == null || loadedWhole || !known.add(key)) {
      return null;
    }
    byte[] raw = source.value(rawKeyOf(key));
    if (raw == null) {
      return null;
    }
    V value = codec.decode(raw).trusted();
    map.put(key, value);
    changed(key, null, value);
    return value;
  }

  /** Before iteration: everything that a source still holds of this item. */
  final void loadWhole() {
    Store.Source source = store.source();
    if (source == null || loadedWhole) {
      return;
    }
    for (Store.Change pair : source.pairs(prefixUnsafe())) {
      K key = keyOf(pair.key().array()).trusted();
      Bytes raw = pair.value();
      if (known.add(key) && raw != null) {
        V value = codec.decode(raw.array()).trusted();
        map.put(key, value);
        changed(key, null, value);
      }
    }
    loadedWhole = true;
  }

  final V orFallback(K key) {
    V value = lookUp(key);
    if (value != null) {
      return value;
    }
    if (fallback == null) {
      throw new IllegalStateException(this + " holds nothing at " + key);
    }
    return fallback;
  }

  final void store(K key, V value) {
    if (store.source() != null) {
      load(key);
    }
    V old = map.put(key, value);
    store.log(this, key, old);
    changed(key, old, value);
  }

  final void delete(K key) {
    if (store.source() != null) {
      load(key);
    }
    V old = map.remove(key);
    if (old != null) {
      store.log(this, key, old);
      changed(key, old, null);
    }
  }

  /** Number of pairs. */
  public final int size() {
    loadWhole();
    return map.size();
  }

  /** Every pair in any order: only where the result does not depend on it. */
  public final void forEachInAnyOrder(BiConsumer<K, V> action) {
    loadWhole();
    map.forEach(action);
  }

  /** Every pair, ascending by key bytes, sorted now: for runtime APIs and tests, not for hooks. */
  public final List<Map.Entry<K, V>> sortedByKeyBytes() {
    loadWhole();
    return map.entrySet().stream().map(e -> Map.entry(Bytes.wrap(rawKeyOf(e.getKey())), e))
        .sorted(Map.Entry.comparingByKey()).map(e -> Map.entry(e.getValue().getKey(),
            e.getValue().getValue()))
        .toList();
  }

  @Override
  public final Entry entry() {
    byte[] fallbackNow = fallbackBytes != null ? fallbackBytes
        : fallback == null ? new byte[] {0} : codec.encode(fallback);
    return new Entry(name(), fallback == null, hashers(), keyShape(), codec.shape(), fallbackNow);
  }

  @Override
  @SuppressWarnings("unchecked") // the log gives back what this item gave it
  final void restore(@Nullable Object key, @Nullable Object old) {
    K typed = (K) java.util.Objects.requireNonNull(key);
    V value = (V) old;
    V undone = value == null ? map.remove(typed) : map.put(typed, value);
    changed(typed, undone, value);
  }

  @Override
  final @Nullable Object current(@Nullable Object key) {
    return map.get(key);
  }

  @Override
  @SuppressWarnings("unchecked") // as above
  final byte[] rawKey(@Nullable Object key) {
    return rawKeyOf((K) java.util.Objects.requireNonNull(key));
  }

  final byte[] rawKeyOf(K key) {
    var out = new Output(128);
    out.raw(prefixUnsafe());
    writeKey(key, out);
    return out.toBytes();
  }

  @Override
  @SuppressWarnings("unchecked") // as above
  final byte @Nullable [] rawOf(@Nullable Object value) {
    return value == null ? null : codec.encode((V) value);
  }

  private Decoded<K> keyOf(byte[] raw) {
    return new KeyCodec().decode(Arrays.copyOfRange(raw, PREFIX_BYTES, raw.length));
  }

  @Override
  final byte @Nullable [] readRaw(byte[] key) {
    return keyOf(key) instanceof Decoded.Value<K>(K typed) ? rawOf(lookUp(typed)) : null;
  }

  @Override
  final Decoded<Boolean> writeRaw(byte[] key, byte @Nullable [] raw) {
    return switch (keyOf(key)) {
      case Decoded.Malformed<K>(int offset, String expected, String found) ->
          new Decoded.Malformed<>(PREFIX_BYTES + offset, "key of " + this + ": " + expected, found);
      case Decoded.Value<K>(K typed) -> {
        if (raw == null) {
          delete(typed);
          yield new Decoded.Value<>(true);
        }
        yield codec.decode(raw).map(value -> {
          store(typed, value);
          return true;
        });
      }
    };
  }

  @Override
  final void collect(List<Store.Change> into) {
    map.forEach((key, value) -> into
        .add(new Store.Change(Bytes.wrap(rawKeyOf(key)), Bytes.wrap(codec.encode(value)))));
  }

  @Override
  final void clear() {
    var pairs = Map.copyOf(map);
    map.clear();
    pairs.forEach((key, value) -> changed(key, value, null));
    known.clear();
    loadedWhole = false;
  }

  /** The keys of this item as a codec, so that reading them is total. */
  private final class KeyCodec implements Codec<K> {
    @Override
    public void write(K key, Output out) {
      writeKey(key, out);
    }

    @Override
    public K read(Input in) {
      return readKey(in);
    }

    @Override
    public int size(K key) {
      return rawKeyOf(key).length - PREFIX_BYTES;
    }

    @Override
    public Shape shape() {
      return keyShape();
    }
  }
}
