package io.fairlead.substrate.pallet;

import io.fairlead.substrate.hash.Blake2b;
import io.fairlead.substrate.hash.XxHash;

/**
 * How a key of a map becomes part of a storage key; the ordinal is the index in metadata
 * ({@code frame_metadata::StorageHasher}).
 */
public enum StorageHasher {
  BLAKE2_128(16, false), BLAKE2_256(32, false), BLAKE2_128_CONCAT(16, true), TWOX_128(16, false),
  TWOX_256(32, false), TWOX_64_CONCAT(8, true), IDENTITY(0, true);

  private final int hashBytes;
  private final boolean concat;

  StorageHasher(int hashBytes, boolean concat) {
    this.hashBytes = hashBytes;
    this.concat = concat;
  }

  /** Bytes of hash in front of the key. */
  public int hashBytes() {
    return hashBytes;
  }

  /** Whether the encoded key itself follows the hash. */
  public boolean concat() {
    return concat;
  }

  /** The hash of an encoded key, without the key. */
  public byte[] hash(byte[] key) {
    return switch (this) {
      case BLAKE2_128, BLAKE2_128_CONCAT -> Blake2b.hash128(key);
      case BLAKE2_256 -> Blake2b.hash256(key);
      case TWOX_128 -> XxHash.twox128(key);
      case TWOX_256 -> XxHash.twox256(key);
      case TWOX_64_CONCAT -> XxHash.twox64(key);
      case IDENTITY -> new byte[0];
    };
  }
}
