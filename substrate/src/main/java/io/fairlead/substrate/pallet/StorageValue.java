package io.fairlead.substrate.pallet;

import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Decoded;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A storage item with one value. */
public final class StorageValue<V> extends Item {
  private final Store store;
  private final Codec<V> codec;
  private final @Nullable V fallback;
  private @Nullable V value;
  private boolean known;

  private StorageValue(Store store, String pallet, String name, Codec<V> codec,
      @Nullable V fallback) {
    super(pallet, name);
    this.store = store;
    this.codec = codec;
    this.fallback = fallback;
    store.register(this);
  }

  /** An item whose absence reads as {@code fallback} ({@code ValueQuery}). */
  public static <V> StorageValue<V> of(Store store, String pallet, String name, Codec<V> codec,
      V fallback) {
    return new StorageValue<>(store, pallet, name, codec, fallback);
  }

  /** An item that may be absent ({@code OptionQuery}). */
  public static <V> StorageValue<V> optional(Store store, String pallet, String name,
      Codec<V> codec) {
    return new StorageValue<>(store, pallet, name, codec, null);
  }

  /** The value or null. */
  public @Nullable V orNull() {
    if (value == null && !known) {
      Store.Source source = store.source();
      if (source != null) {
        byte[] raw = source.value(prefixUnsafe());
        value = raw == null ? null : codec.decode(raw).trusted();
        known = true;
      }
    }
    return value;
  }

  /** The value or the default; an optional item that is absent is a bug of the caller. */
  public V get() {
    V held = orNull();
    if (held != null) {
      return held;
    }
    if (fallback == null) {
      throw new IllegalStateException(this + " is absent");
    }
    return fallback;
  }

  /** Whether a value is stored. */
  public boolean exists() {
    return orNull() != null;
  }

  /** Stores {@code next}. */
  public void put(V next) {
    store.log(this, null, orNull());
    value = next;
    known = true;
  }

  /** Removes the value. */
  public void remove() {
    V old = orNull();
    if (old != null) {
      store.log(this, null, old);
      value = null;
      known = true;
    }
  }

  @Override
  public Entry entry() {
    return new Entry(name(), fallback == null, List.of(), null, codec.shape(),
        fallback == null ? new byte[] {0} : codec.encode(fallback));
  }

  @Override
  @SuppressWarnings("unchecked") // the log gives back what this item gave it
  void restore(@Nullable Object key, @Nullable Object old) {
    value = (V) old;
  }

  @Override
  @Nullable Object current(@Nullable Object key) {
    return value;
  }

  @Override
  byte[] rawKey(@Nullable Object key) {
    return prefix();
  }

  @Override
  @SuppressWarnings("unchecked") // as above
  byte @Nullable [] rawOf(@Nullable Object any) {
    return any == null ? null : codec.encode((V) any);
  }

  @Override
  byte @Nullable [] readRaw(byte[] key) {
    return Arrays.equals(key, prefixUnsafe()) ? rawOf(orNull()) : null;
  }

  @Override
  Decoded<Boolean> writeRaw(byte[] key, byte @Nullable [] raw) {
    if (key.length != PREFIX_BYTES) {
      return new Decoded.Malformed<>(PREFIX_BYTES, "end of the key of " + this,
          key.length - PREFIX_BYTES + " more bytes");
    }
    if (raw == null) {
      remove();
      known = true;
      return new Decoded.Value<>(true);
    }
    return codec.decode(raw).map(decoded -> {
      put(decoded);
      return true;
    });
  }

  @Override
  void collect(List<Store.Change> into) {
    if (value != null) {
      into.add(new Store.Change(Bytes.wrap(prefix()), Bytes.wrap(codec.encode(value))));
    }
  }

  @Override
  void clear() {
    value = null;
    known = false;
  }
}
