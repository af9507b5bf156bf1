package io.fairlead.slashing;

import io.fairlead.services.ServicesStorage;
import java.util.Comparator;

/** Rule {@code slashing.order}: in which order the slashes of a round come up. */
public enum Order {
  /** By the bytes of the storage key, which are little-endian: 0, 256, 1, 257, …. */
  KEY_BYTES,
  /** By index. */
  NUMERIC;

  /** The order of indices, for the item that holds the queue. */
  public Comparator<Long> ofIndices() {
    return switch (this) {
      case KEY_BYTES -> ServicesStorage.BY_KEY_BYTES;
      case NUMERIC -> ServicesStorage.BY_NUMBER;
    };
  }
}
