package io.fairlead.node.states;

import io.fairlead.substrate.primitive.Bytes;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The values of one key, by the block that wrote them. The writer fills a slot before it publishes
 * it by {@code size}; published slots do not change until they are cut back.
 */
final class Versions {
  private final long[] blocks;
  private final @Nullable Bytes[] values;
  private volatile int first;
  private volatile int size;

  Versions(long block, @Nullable Bytes value) {
    blocks = new long[] {block};
    values = new Bytes[] {value};
    size = 1;
  }

  private Versions(long[] blocks, @Nullable Bytes[] values, int size) {
    this.blocks = blocks;
    this.values = values;
    this.size = size;
  }

  /** False: there is no room, take {@link #larger}. */
  boolean add(long block, @Nullable Bytes value) {
    int at = size;
    if (at == blocks.length) {
      return false;
    }
    blocks[at] = block;
    values[at] = value;
    size = at + 1;
    return true;
  }

  /** The same versions with room for more. */
  Versions larger() {
    int from = first;
    int kept = size - from;
    int capacity = Math.max(4, kept * 2);
    return new Versions(Arrays.copyOf(Arrays.copyOfRange(blocks, from, size), capacity),
        Arrays.copyOf(Arrays.copyOfRange(values, from, size), capacity), kept);
  }

  @Nullable Bytes at(long block) {
    int found = indexAt(block);
    return found < 0 ? null : values[found];
  }

  /** The newest value; null when every block kept sees none. */
  @Nullable Bytes newestValue() {
    for (int i = size - 1; i >= first; i--) {
      if (values[i] != null) {
        return values[i];
      }
    }
    return null;
  }

  /** Index of the newest version not after {@code block}; −1 when all are. */
  private int indexAt(long block) {
    int low = first;
    int high = size - 1;
    if (high >= low && blocks[high] <= block) {
      return high;
    }
    int found = -1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (blocks[middle] <= block) {
        found = middle;
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return found;
  }

  /** Forgets versions after {@code block}. True: nothing is left. */
  boolean cutBack(long block) {
    int end = size;
    while (end > first && blocks[end - 1] > block) {
      end--;
    }
    size = end;
    return end == first;
  }

  /** Forgets what only blocks before {@code block} see. True: nothing is left. */
  boolean prune(long block) {
    int kept = indexAt(block);
    if (kept < 0) {
      return false;
    }
    first = kept;
    return kept == size - 1 && values[kept] == null;
  }
}
