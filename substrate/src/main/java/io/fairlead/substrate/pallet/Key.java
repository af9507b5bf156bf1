package io.fairlead.substrate.pallet;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Decoded;
import io.fairlead.substrate.scale.Input;
import io.fairlead.substrate.scale.Output;

/** One key of a map: hasher and codec. Only hashers that keep the key can be read back. */
public record Key<K>(StorageHasher hasher, Codec<K> codec) {

  /** A key hashed by {@code Blake2_128Concat}. */
  public static <K> Key<K> blake2Concat(Codec<K> codec) {
    return new Key<>(StorageHasher.BLAKE2_128_CONCAT, codec);
  }

  /** A key hashed by {@code Twox64Concat}. */
  public static <K> Key<K> twox64Concat(Codec<K> codec) {
    return new Key<>(StorageHasher.TWOX_64_CONCAT, codec);
  }

  /** A key that stands as it is. */
  public static <K> Key<K> identity(Codec<K> codec) {
    return new Key<>(StorageHasher.IDENTITY, codec);
  }

  /** Appends the key as it stands in storage: its hash, then, for most hashers, the key itself. */
  public void write(K key, Output out) {
    byte[] encoded = codec.encode(key);
    out.raw(hasher.hash(encoded));
    if (hasher.concat()) {
      out.raw(encoded);
    }
  }

  /** Reads what {@link #write} wrote; a hash that is not the key's is malformed. */
  public K read(Input in) {
    if (!hasher.concat()) {
      throw in.malformed("a key that keeps its bytes", "a hash by " + hasher);
    }
    byte[] hash = in.raw(hasher.hashBytes());
    K key = codec.read(in);
    if (!java.util.Arrays.equals(hash, hasher.hash(codec.encode(key)))) {
      throw in.malformed("the hash of the key", "another hash");
    }
    return key;
  }

}
