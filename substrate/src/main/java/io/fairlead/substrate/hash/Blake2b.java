package io.fairlead.substrate.hash;

import java.util.Arrays;
import java.util.Objects;

/**
 * Unkeyed BLAKE2b (RFC 7693). The digest length is a parameter of the hash, so {@link #hash128} is not
 * a prefix of {@link #hash256} ({@code sp_core::hashing::blake2_128}, {@code blake2_256},
 * {@code blake2_512}).
 *
 * <p>Written out here instead of taken from a library because storage keys of 32 to 100 bytes are
 * hashed on the read path of the node: one compression without a digest object.
 */
public final class Blake2b {

  private static final int BLOCK = 128;
  private static final long[] IV = {0x6a09e667f3bcc908L, 0xbb67ae8584caa73bL, 0x3c6ef372fe94f82bL,
      0xa54ff53a5f1d36f1L, 0x510e527fade682d1L, 0x9b05688c2b3e6c1fL, 0x1f83d9abfb41bd6bL,
      0x5be0cd19137e2179L};
  private static final byte[] SIGMA = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, //
      14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3, //
      11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4, //
      7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8, //
      9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13, //
      2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9, //
      12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11, //
      13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10, //
      6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5, //
      10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0, //
      0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, //
      14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3};

  private Blake2b() {}

  /** The 8-byte digest, used for the ids of runtime APIs. */
  public static byte[] hash64(byte[] data) {
    return hash(data, 0, data.length, 8);
  }

  /** The 16-byte digest. */
  public static byte[] hash128(byte[] data) {
    return hash(data, 0, data.length, 16);
  }

  /** The 16-byte digest of {@code prefix ++ data}. */
  public static byte[] hash128(byte[] prefix, byte[] data) {
    return hash(prefix, data, 16);
  }

  /** The 32-byte digest. */
  public static byte[] hash256(byte[] data) {
    return hash(data, 0, data.length, 32);
  }

  /** The 32-byte digest of {@code prefix ++ data}. */
  public static byte[] hash256(byte[] prefix, byte[] data) {
    return hash(prefix, data, 32);
  }

  /** The 32-byte digest of a part of an array. */
  public static byte[] hash256(byte[] data, int offset, int length) {
    return hash(data, offset, length, 32);
  }

  /** The 64-byte digest. */
  public static byte[] hash512(byte[] data) {
    return hash(data, 0, data.length, 64);
  }

  /** The 64-byte digest of {@code prefix ++ data}. */
  public static byte[] hash512(byte[] prefix, byte[] data) {
    return hash(prefix, data, 64);
  }

  /** Writes the 16-byte digest of a part of {@code data} to {@code out} at {@code outOffset}. */
  public static void hash128Into(byte[] data, int offset, int length, byte[] out, int outOffset) {
    hashInto(data, offset, length, 16, out, outOffset);
  }

  /** Writes the 32-byte digest of a part of {@code data} to {@code out} at {@code outOffset}. */
  public static void hash256Into(byte[] data, int offset, int length, byte[] out, int outOffset) {
    hashInto(data, offset, length, 32, out, outOffset);
  }

  private static byte[] hash(byte[] prefix, byte[] data, int size) {
    byte[] all = Arrays.copyOf(prefix, Math.addExact(prefix.length, data.length));
    System.arraycopy(data, 0, all, prefix.length, data.length);
    return hash(all, 0, all.length, size);
  }

  private static byte[] hash(byte[] data, int offset, int length, int size) {
    byte[] out = new byte[size];
    hashInto(data, offset, length, size, out, 0);
    return out;
  }

  private static void hashInto(byte[] data, int offset, int length, int size, byte[] out,
      int outOffset) {
    Objects.checkFromIndexSize(offset, length, data.length);
    Objects.checkFromIndexSize(outOffset, size, out.length);
    long[] h = IV.clone();
    h[0] ^= 0x01010000L ^ size;
    long[] m = new long[16];
    int done = 0;
    while (length - done > BLOCK) {
      for (int i = 0; i < 16; i++) {
        m[i] = LittleEndian.getLong(data, offset + done + 8 * i);
      }
      done += BLOCK;
      compress(h, m, done, 0);
    }
    loadLast(m, data, offset + done, length - done);
    compress(h, m, length, -1L);
    for (int i = 0; i < size; i += 8) {
      LittleEndian.putLong(out, outOffset + i, h[i >> 3]);
    }
  }

  private static void loadLast(long[] m, byte[] data, int offset, int length) {
    int whole = length >> 3;
    for (int i = 0; i < whole; i++) {
      m[i] = LittleEndian.getLong(data, offset + 8 * i);
    }
    Arrays.fill(m, whole, 16, 0);
    if ((length & 7) != 0) {
      m[whole] = LittleEndian.getPartial(data, offset + 8 * whole, length & 7);
    }
  }

  /** One compression; the sixteen words stay in locals, which is what makes it fast. */
  private static void compress(long[] h, long[] m, long count, long lastMark) {
    long v0 = h[0];
    long v1 = h[1];
    long v2 = h[2];
    long v3 = h[3];
    long v4 = h[4];
    long v5 = h[5];
    long v6 = h[6];
    long v7 = h[7];
    long v8 = IV[0];
    long v9 = IV[1];
    long va = IV[2];
    long vb = IV[3];
    long vc = IV[4] ^ count;
    long vd = IV[5];
    long ve = IV[6] ^ lastMark;
    long vf = IV[7];
    for (int s = 0; s < 192; s += 16) {
      v0 += v4 + m[SIGMA[s]];
      vc = Long.rotateRight(vc ^ v0, 32);
      v8 += vc;
      v4 = Long.rotateRight(v4 ^ v8, 24);
      v0 += v4 + m[SIGMA[s + 1]];
      vc = Long.rotateRight(vc ^ v0, 16);
      v8 += vc;
      v4 = Long.rotateRight(v4 ^ v8, 63);
      v1 += v5 + m[SIGMA[s + 2]];
      vd = Long.rotateRight(vd ^ v1, 32);
      v9 += vd;
      v5 = Long.rotateRight(v5 ^ v9, 24);
      v1 += v5 + m[SIGMA[s + 3]];
      vd = Long.rotateRight(vd ^ v1, 16);
      v9 += vd;
      v5 = Long.rotateRight(v5 ^ v9, 63);
      v2 += v6 + m[SIGMA[s + 4]];
      ve = Long.rotateRight(ve ^ v2, 32);
      va += ve;
      v6 = Long.rotateRight(v6 ^ va, 24);
      v2 += v6 + m[SIGMA[s + 5]];
      ve = Long.rotateRight(ve ^ v2, 16);
      va += ve;
      v6 = Long.rotateRight(v6 ^ va, 63);
      v3 += v7 + m[SIGMA[s + 6]];
      vf = Long.rotateRight(vf ^ v3, 32);
      vb += vf;
      v7 = Long.rotateRight(v7 ^ vb, 24);
      v3 += v7 + m[SIGMA[s + 7]];
      vf = Long.rotateRight(vf ^ v3, 16);
      vb += vf;
      v7 = Long.rotateRight(v7 ^ vb, 63);
      v0 += v5 + m[SIGMA[s + 8]];
      vf = Long.rotateRight(vf ^ v0, 32);
      va += vf;
      v5 = Long.rotateRight(v5 ^ va, 24);
      v0 += v5 + m[SIGMA[s + 9]];
      vf = Long.rotateRight(vf ^ v0, 16);
      va += vf;
      v5 = Long.rotateRight(v5 ^ va, 63);
      v1 += v6 + m[SIGMA[s + 10]];
      vc = Long.rotateRight(vc ^ v1, 32);
      vb += vc;
      v6 = Long.rotateRight(v6 ^ vb, 24);
      v1 += v6 + m[SIGMA[s + 11]];
      vc = Long.rotateRight(vc ^ v1, 16);
      vb += vc;
      v6 = Long.rotateRight(v6 ^ vb, 63);
      v2 += v7 + m[SIGMA[s + 12]];
      vd = Long.rotateRight(vd ^ v2, 32);
      v8 += vd;
      v7 = Long.rotateRight(v7 ^ v8, 24);
      v2 += v7 + m[SIGMA[s + 13]];
      vd = Long.rotateRight(vd ^ v2, 16);
      v8 += vd;
      v7 = Long.rotateRight(v7 ^ v8, 63);
      v3 += v4 + m[SIGMA[s + 14]];
      ve = Long.rotateRight(ve ^ v3, 32);
      v9 += ve;
      v4 = Long.rotateRight(v4 ^ v9, 24);
      v3 += v4 + m[SIGMA[s + 15]];
      ve = Long.rotateRight(ve ^ v3, 16);
      v9 += ve;
      v4 = Long.rotateRight(v4 ^ v9, 63);
    }
    h[0] ^= v0 ^ v8;
    h[1] ^= v1 ^ v9;
    h[2] ^= v2 ^ va;
    h[3] ^= v3 ^ vb;
    h[4] ^= v4 ^ vc;
    h[5] ^= v5 ^ vd;
    h[6] ^= v6 ^ ve;
    h[7] ^= v7 ^ vf;
  }
}
