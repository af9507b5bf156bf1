package io.fairlead.substrate.pallet;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Input;
import io.fairlead.substrate.scale.Output;
import io.fairlead.substrate.scale.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A storage map of one key. */
public final class StorageMap<K, V> extends Table<K, V> {
  private final Key<K> key;

  private StorageMap(Store store, String pallet, String name, Key<K> key, Codec<V> codec,
      @Nullable V fallback, byte @Nullable [] fallbackBytes) {
    super(store, pallet, name, codec, fallback, fallbackBytes);
    this.key = key;
  }

  /** A map whose absent values read as {@code fallback} ({@code ValueQuery}). */
  public static <K, V> StorageMap<K, V> of(Store store, String pallet, String name, Key<K> key,
      Codec<V> codec, V fallback) {
    return new StorageMap<>(store, pallet, name, key, codec, fallback, null);
  }

  /** A map whose values may be absent ({@code OptionQuery}). */
  public static <K, V> StorageMap<K, V> optional(Store store, String pallet, String name,
      Key<K> key, Codec<V> codec) {
    return new StorageMap<>(store, pallet, name, key, codec, null, null);
  }

  /** A map whose absence is an error ({@code ResultQuery}), with its default in metadata. */
  public static <K, V> StorageMap<K, V> orError(Store store, String pallet, String name,
      Key<K> key, Codec<V> codec, int errorIndex) {
    return new StorageMap<>(store, pallet, name, key, codec, null,
        new byte[] {1, (byte) errorIndex});
  }

  /** The value or null. */
  public @Nullable V orNull(K k) {
    return lookUp(k);
  }

  /** The value or the default; absent in an optional map is a bug of the caller. */
  public V get(K k) {
    return orFallback(k);
  }

  /** The value; absent is refused with {@code error}. */
  public V orRefuse(K k, PalletError error) {
    V value = lookUp(k);
    if (value == null) {
      throw error.refusal();
    }
    return value;
  }

  /** Whether a value is stored. */
  public boolean contains(K k) {
    return lookUp(k) != null;
  }

  /** Stores {@code value}. */
  public void put(K k, V value) {
    store(k, value);
  }

  /** Removes the value. */
  public void remove(K k) {
    delete(k);
  }

  /** The storage key of {@code k}. */
  public byte[] storageKey(K k) {
    return rawKeyOf(k);
  }

  @Override
  void writeKey(K k, Output out) {
    key.write(k, out);
  }

  @Override
  K readKey(Input in) {
    return key.read(in);
  }

  @Override
  List<StorageHasher> hashers() {
    return List.of(key.hasher());
  }

  @Override
  Shape keyShape() {
    return key.codec().shape();
  }
}
