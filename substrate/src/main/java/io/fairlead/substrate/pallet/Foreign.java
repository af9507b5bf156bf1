package io.fairlead.substrate.pallet;

import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Decoded;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pairs that belong to no item, kept as bytes: well-known keys, pallets that are not here. */
final class Foreign extends Item {
  private final Store store;
  private final Map<Bytes, Bytes> pairs = new HashMap<>();

  Foreign(Store store) {
    super("", "");
    this.store = store;
  }

  @Override
  public @Nullable Entry entry() {
    return null;
  }

  @Override
  void restore(@Nullable Object key, @Nullable Object value) {
    set((Bytes) java.util.Objects.requireNonNull(key), (Bytes) value);
  }

  private void set(Bytes key, @Nullable Bytes value) {
    if (value == null) {
      pairs.remove(key);
    } else {
      pairs.put(key, value);
    }
  }

  @Override
  @Nullable Object current(@Nullable Object key) {
    return pairs.get(key);
  }

  @Override
  byte[] rawKey(@Nullable Object key) {
    return ((Bytes) java.util.Objects.requireNonNull(key)).array();
  }

  @Override
  byte @Nullable [] rawOf(@Nullable Object value) {
    return value == null ? null : ((Bytes) value).array();
  }

  @Override
  byte @Nullable [] readRaw(byte[] key) {
    Bytes held = pairs.get(Bytes.wrap(key));
    if (held != null) {
      return held.toArray();
    }
    Store.Source source = store.source();
    return source == null ? null : source.value(key);
  }

  @Override
  Decoded<Boolean> writeRaw(byte[] key, byte @Nullable [] value) {
    Bytes at = Bytes.of(key);
    store.log(this, at, pairs.get(at));
    set(at, value == null ? null : Bytes.of(value));
    return new Decoded.Value<>(true);
  }

  @Override
  void collect(List<Store.Change> into) {
    pairs.forEach((key, value) -> into.add(new Store.Change(key, value)));
  }

  @Override
  void clear() {
    pairs.clear();
  }
}
