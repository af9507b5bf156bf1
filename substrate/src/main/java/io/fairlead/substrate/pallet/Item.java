package io.fairlead.substrate.pallet;

import io.fairlead.substrate.hash.XxHash;
import io.fairlead.substrate.scale.Decoded;
import io.fairlead.substrate.scale.Shape;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One storage item: typed inside, bytes only for those who ask. Values are immutable, only the item
 * is mutable.
 */
public abstract sealed class Item permits StorageValue, Table, Foreign {
  /** Bytes in front of every key of an item: the hash of the pallet's prefix and of the name. */
  public static final int PREFIX_BYTES = 32;

  private final String pallet;
  private final String name;
  private final byte[] prefix;

  Item(String pallet, String name) {
    this.pallet = pallet;
    this.name = name;
    this.prefix = prefix(pallet, name);
  }

  /** {@code twox128(pallet) ++ twox128(name)}. */
  public static byte[] prefix(String pallet, String name) {
    byte[] prefix = Arrays.copyOf(twox128(pallet), PREFIX_BYTES);
    System.arraycopy(twox128(name), 0, prefix, 16, 16);
    return prefix;
  }

  private static byte[] twox128(String text) {
    return XxHash.twox128(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Storage prefix of the pallet, such as {@code Services}. */
  public String pallet() {
    return pallet;
  }

  /** Name of the item. */
  public String name() {
    return name;
  }

  /** The first 32 bytes of each of its keys. */
  public byte[] prefix() {
    return prefix.clone();
  }

  byte[] prefixUnsafe() {
    return prefix;
  }

  /** What metadata says of this item; null for what is not in metadata. */
  public abstract @Nullable Entry entry();

  /**
   * A storage entry of metadata.
   *
   * @param optional whether an absent value is absent or the default
   * @param hashers of the keys, in order; none for a value
   * @param key shape of the key: a tuple when there are several
   * @param value shape of the value
   * @param fallback bytes of the default
   */
  public record Entry(String name, boolean optional, List<StorageHasher> hashers,
      @Nullable Shape key, Shape value, byte[] fallback) {}

  abstract void restore(@Nullable Object key, @Nullable Object value);

  abstract @Nullable Object current(@Nullable Object key);

  abstract byte[] rawKey(@Nullable Object key);

  abstract byte @Nullable [] rawOf(@Nullable Object value);

  abstract byte @Nullable [] readRaw(byte[] key);

  abstract Decoded<Boolean> writeRaw(byte[] key, byte @Nullable [] value);

  abstract void collect(List<Store.Change> into);

  abstract void clear();

  @Override
  public String toString() {
    return pallet + "." + name;
  }
}
