package io.fairlead.twin.fact;

import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.pallet.Key;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Decoded;
import io.fairlead.substrate.scale.Input;
import io.fairlead.substrate.scale.ReadOnly;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A storage item of a followed pallet: how its keys and values are read.
 *
 * @param pallet storage prefix of the pallet
 * @param name of the item
 */
final class FollowedItem<K, V> {

  /** Makes a change of two keys and a value. */
  interface Two<A, B, V> {
    Changed of(A first, B second, Optional<V> value);
  }

  /** Makes a change of three keys and a value. */
  interface Three<A, B, C, V> {
    Changed of(A first, B second, C third, Optional<V> value);
  }

  private record Pair<A, B>(A first, B second) {}

  private record Triple<A, B, C>(A first, B second, C third) {}

  private final String pallet;
  private final String name;
  private final ReadOnly<K> key;
  private final Codec<V> value;
  private final BiFunction<K, Optional<V>, Changed> changed;

  private FollowedItem(String pallet, String name, ReadOnly<K> key, Codec<V> value,
      BiFunction<K, Optional<V>, Changed> changed) {
    this.pallet = pallet;
    this.name = name;
    this.key = key;
    this.value = value;
    this.changed = changed;
  }

  static <V> FollowedItem<Boolean, V> value(String pallet, String name, Codec<V> value,
      BiFunction<Boolean, Optional<V>, Changed> changed) {
    return new FollowedItem<>(pallet, name, in -> true, value, changed);
  }

  static <K, V> FollowedItem<K, V> map(String pallet, String name, Key<K> key, Codec<V> value,
      BiFunction<K, Optional<V>, Changed> changed) {
    return new FollowedItem<>(pallet, name, key::read, value, changed);
  }

  static <A, B, V> FollowedItem<?, V> map(String pallet, String name, Key<A> first, Key<B> second,
      Codec<V> value, Two<A, B, V> changed) {
    return new FollowedItem<Pair<A, B>, V>(pallet, name,
        in -> new Pair<>(first.read(in), second.read(in)), value,
        (keys, now) -> changed.of(keys.first, keys.second, now));
  }

  static <A, B, C, V> FollowedItem<?, V> map(String pallet, String name, Key<A> first,
      Key<B> second, Key<C> third, Codec<V> value, Three<A, B, C, V> changed) {
    return new FollowedItem<Triple<A, B, C>, V>(pallet, name,
        in -> new Triple<>(first.read(in), second.read(in), third.read(in)), value,
        (keys, now) -> changed.of(keys.first, keys.second, keys.third, now));
  }

  String pallet() {
    return pallet;
  }

  String name() {
    return name;
  }

  byte[] prefix() {
    return Item.prefix(pallet, name);
  }

  /** The change in the chain's words; opaque when key or value are of another shape. */
  Changed read(byte[] storageKey, Optional<Bytes> after) {
    byte[] rest = Arrays.copyOfRange(storageKey, Item.PREFIX_BYTES, storageKey.length);
    if (!(key.decode(rest) instanceof Decoded.Value<K>(K typed))) {
      return new Changed.Opaque(pallet, name);
    }
    if (after.isEmpty()) {
      return changed.apply(typed, Optional.empty());
    }
    return value.decode(after.get().array()) instanceof Decoded.Value<V>(V now)
        ? changed.apply(typed, Optional.of(now)) : new Changed.Opaque(pallet, name);
  }
}
