package io.fairlead.substrate.hash;

import java.util.Objects;

/**
 * xxHash64 in the forms of {@code sp_core::hashing}: {@code twox_64} is the hash with seed 0 as eight
 * little-endian bytes, {@code twox_128} appends seed 1, {@code twox_256} also seeds 2 and 3. Not a
 * cryptographic hash: only for keys that no user can choose.
 */
public final class XxHash {

  private static final long P1 = 0x9e3779b185ebca87L;
  private static final long P2 = 0xc2b2ae3d27d4eb4fL;
  private static final long P3 = 0x165667b19e3779f9L;
  private static final long P4 = 0x85ebca77c2b2ae63L;
  private static final long P5 = 0x27d4eb2f165667c5L;

  private XxHash() {}

  /** Eight bytes: seed 0. */
  public static byte[] twox64(byte[] data) {
    return twox(data, 1);
  }

  /** Sixteen bytes: seeds 0 and 1. */
  public static byte[] twox128(byte[] data) {
    return twox(data, 2);
  }

  /** Thirty-two bytes: seeds 0 to 3. */
  public static byte[] twox256(byte[] data) {
    return twox(data, 4);
  }

  /** Writes the eight bytes of {@link #twox64} to {@code out} at {@code outOffset}. */
  public static void twox64Into(byte[] data, int offset, int length, byte[] out, int outOffset) {
    LittleEndian.putLong(out, outOffset, hash(data, offset, length, 0));
  }

  /** Writes the sixteen bytes of {@link #twox128} to {@code out} at {@code outOffset}. */
  public static void twox128Into(byte[] data, int offset, int length, byte[] out, int outOffset) {
    LittleEndian.putLong(out, outOffset, hash(data, offset, length, 0));
    LittleEndian.putLong(out, outOffset + 8, hash(data, offset, length, 1));
  }

  /** xxHash64 of a part of an array. */
  public static long hash(byte[] data, int offset, int length, long seed) {
    Objects.checkFromIndexSize(offset, length, data.length);
    int at = offset;
    int end = offset + length;
    long h;
    if (length >= 32) {
      long a = seed + P1 + P2;
      long b = seed + P2;
      long c = seed;
      long d = seed - P1;
      for (; at + 32 <= end; at += 32) {
        a = round(a, LittleEndian.getLong(data, at));
        b = round(b, LittleEndian.getLong(data, at + 8));
        c = round(c, LittleEndian.getLong(data, at + 16));
        d = round(d, LittleEndian.getLong(data, at + 24));
      }
      h = Long.rotateLeft(a, 1) + Long.rotateLeft(b, 7) + Long.rotateLeft(c, 12)
          + Long.rotateLeft(d, 18);
      h = merge(merge(merge(merge(h, a), b), c), d);
    } else {
      h = seed + P5;
    }
    return finish(h + length, data, at, end);
  }

  private static byte[] twox(byte[] data, int seeds) {
    byte[] out = new byte[8 * seeds];
    for (int seed = 0; seed < seeds; seed++) {
      LittleEndian.putLong(out, 8 * seed, hash(data, 0, data.length, seed));
    }
    return out;
  }

  private static long round(long accumulator, long word) {
    return Long.rotateLeft(accumulator + word * P2, 31) * P1;
  }

  private static long merge(long hash, long accumulator) {
    return (hash ^ round(0, accumulator)) * P1 + P4;
  }

  private static long finish(long hash, byte[] data, int from, int end) {
    long h = hash;
    int at = from;
    for (; at + 8 <= end; at += 8) {
      h = Long.rotateLeft(h ^ round(0, LittleEndian.getLong(data, at)), 27) * P1 + P4;
    }
    if (at + 4 <= end) {
      h = Long.rotateLeft(h ^ (LittleEndian.getInt(data, at) & 0xffffffffL) * P1, 23) * P2 + P3;
      at += 4;
    }
    for (; at < end; at++) {
      h = Long.rotateLeft(h ^ (data[at] & 0xff) * P5, 11) * P1;
    }
    h = (h ^ h >>> 33) * P2;
    h = (h ^ h >>> 29) * P3;
    return h ^ h >>> 32;
  }
}
