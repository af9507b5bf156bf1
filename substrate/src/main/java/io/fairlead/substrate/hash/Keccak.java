package io.fairlead.substrate.hash;

import java.util.Objects;

/**
 * Keccak-256 with the original padding, as Ethereum uses it ({@code sp_core::hashing::keccak_256}), and
 * the permutation under it. SHA3-256 pads differently and gives other digests.
 */
public final class Keccak {

  private static final int RATE = 136;
  private static final long[] ROUND_CONSTANTS = {0x0000000000000001L, 0x0000000000008082L,
      0x800000000000808aL, 0x8000000080008000L, 0x000000000000808bL, 0x0000000080000001L,
      0x8000000080008081L, 0x8000000000008009L, 0x000000000000008aL, 0x0000000000000088L,
      0x0000000080008009L, 0x000000008000000aL, 0x000000008000808bL, 0x800000000000008bL,
      0x8000000000008089L, 0x8000000000008003L, 0x8000000000008002L, 0x8000000000000080L,
      0x000000000000800aL, 0x800000008000000aL, 0x8000000080008081L, 0x8000000000008080L,
      0x0000000080000001L, 0x8000000080008008L};

  private Keccak() {}

  /** The 32-byte digest. */
  public static byte[] hash256(byte[] data) {
    long[] state = new long[25];
    int at = 0;
    for (; at + RATE <= data.length; at += RATE) {
      for (int i = 0; i < RATE / 8; i++) {
        state[i] ^= LittleEndian.getLong(data, at + 8 * i);
      }
      permute(state);
    }
    int i = 0;
    for (; at + 8 <= data.length; at += 8) {
      state[i++] ^= LittleEndian.getLong(data, at);
    }
    int rest = data.length - at;
    state[i] ^= LittleEndian.getPartial(data, at, rest) ^ 1L << 8 * rest;
    state[RATE / 8 - 1] ^= 1L << 63;
    permute(state);
    byte[] out = new byte[32];
    for (int word = 0; word < 4; word++) {
      LittleEndian.putLong(out, 8 * word, state[word]);
    }
    return out;
  }

  /**
   * Keccak-f[1600] in place on 25 lanes, lane {@code x + 5y} at that index.
   *
   * @throws IndexOutOfBoundsException if the array has not 25 lanes
   */
  public static void permute(long[] state) {
    Objects.checkIndex(24, state.length);
    long a00 = state[0];
    long a01 = state[1];
    long a02 = state[2];
    long a03 = state[3];
    long a04 = state[4];
    long a05 = state[5];
    long a06 = state[6];
    long a07 = state[7];
    long a08 = state[8];
    long a09 = state[9];
    long a10 = state[10];
    long a11 = state[11];
    long a12 = state[12];
    long a13 = state[13];
    long a14 = state[14];
    long a15 = state[15];
    long a16 = state[16];
    long a17 = state[17];
    long a18 = state[18];
    long a19 = state[19];
    long a20 = state[20];
    long a21 = state[21];
    long a22 = state[22];
    long a23 = state[23];
    long a24 = state[24];
    for (int round = 0; round < 24; round++) {
      long c0 = a00 ^ a05 ^ a10 ^ a15 ^ a20;
      long c1 = a01 ^ a06 ^ a11 ^ a16 ^ a21;
      long c2 = a02 ^ a07 ^ a12 ^ a17 ^ a22;
      long c3 = a03 ^ a08 ^ a13 ^ a18 ^ a23;
      long c4 = a04 ^ a09 ^ a14 ^ a19 ^ a24;
      long d0 = c4 ^ Long.rotateLeft(c1, 1);
      long d1 = c0 ^ Long.rotateLeft(c2, 1);
      long d2 = c1 ^ Long.rotateLeft(c3, 1);
      long d3 = c2 ^ Long.rotateLeft(c4, 1);
      long d4 = c3 ^ Long.rotateLeft(c0, 1);
      long b00 = a00 ^ d0;
      long b10 = Long.rotateLeft(a01 ^ d1, 1);
      long b20 = Long.rotateLeft(a02 ^ d2, 62);
      long b05 = Long.rotateLeft(a03 ^ d3, 28);
      long b15 = Long.rotateLeft(a04 ^ d4, 27);
      long b16 = Long.rotateLeft(a05 ^ d0, 36);
      long b01 = Long.rotateLeft(a06 ^ d1, 44);
      long b11 = Long.rotateLeft(a07 ^ d2, 6);
      long b21 = Long.rotateLeft(a08 ^ d3, 55);
      long b06 = Long.rotateLeft(a09 ^ d4, 20);
      long b07 = Long.rotateLeft(a10 ^ d0, 3);
      long b17 = Long.rotateLeft(a11 ^ d1, 10);
      long b02 = Long.rotateLeft(a12 ^ d2, 43);
      long b12 = Long.rotateLeft(a13 ^ d3, 25);
      long b22 = Long.rotateLeft(a14 ^ d4, 39);
      long b23 = Long.rotateLeft(a15 ^ d0, 41);
      long b08 = Long.rotateLeft(a16 ^ d1, 45);
      long b18 = Long.rotateLeft(a17 ^ d2, 15);
      long b03 = Long.rotateLeft(a18 ^ d3, 21);
      long b13 = Long.rotateLeft(a19 ^ d4, 8);
      long b14 = Long.rotateLeft(a20 ^ d0, 18);
      long b24 = Long.rotateLeft(a21 ^ d1, 2);
      long b09 = Long.rotateLeft(a22 ^ d2, 61);
      long b19 = Long.rotateLeft(a23 ^ d3, 56);
      long b04 = Long.rotateLeft(a24 ^ d4, 14);
      a00 = b00 ^ ~b01 & b02 ^ ROUND_CONSTANTS[round];
      a01 = b01 ^ ~b02 & b03;
      a02 = b02 ^ ~b03 & b04;
      a03 = b03 ^ ~b04 & b00;
      a04 = b04 ^ ~b00 & b01;
      a05 = b05 ^ ~b06 & b07;
      a06 = b06 ^ ~b07 & b08;
      a07 = b07 ^ ~b08 & b09;
      a08 = b08 ^ ~b09 & b05;
      a09 = b09 ^ ~b05 & b06;
      a10 = b10 ^ ~b11 & b12;
      a11 = b11 ^ ~b12 & b13;
      a12 = b12 ^ ~b13 & b14;
      a13 = b13 ^ ~b14 & b10;
      a14 = b14 ^ ~b10 & b11;
      a15 = b15 ^ ~b16 & b17;
      a16 = b16 ^ ~b17 & b18;
      a17 = b17 ^ ~b18 & b19;
      a18 = b18 ^ ~b19 & b15;
      a19 = b19 ^ ~b15 & b16;
      a20 = b20 ^ ~b21 & b22;
      a21 = b21 ^ ~b22 & b23;
      a22 = b22 ^ ~b23 & b24;
      a23 = b23 ^ ~b24 & b20;
      a24 = b24 ^ ~b20 & b21;
    }
    state[0] = a00;
    state[1] = a01;
    state[2] = a02;
    state[3] = a03;
    state[4] = a04;
    state[5] = a05;
    state[6] = a06;
    state[7] = a07;
    state[8] = a08;
    state[9] = a09;
    state[10] = a10;
    state[11] = a11;
    state[12] = a12;
    state[13] = a13;
    state[14] = a14;
    state[15] = a15;
    state[16] = a16;
    state[17] = a17;
    state[18] = a18;
    state[19] = a19;
    state[20] = a20;
    state[21] = a21;
    state[22] = a22;
    state[23] = a23;
    state[24] = a24;
  }
}
