package io.fairlead.substrate.keys;

import io.fairlead.substrate.hash.Keccak;

/**
 * The part of STROBE-128 that Merlin uses: meta-data, associated data, keys and pseudo-random output
 * over Keccak-f[1600] with a rate of 166 bytes. Mutable, for one thread.
 */
final class Strobe {

  private static final int RATE = 166;
  private static final int INBOUND = 1;
  private static final int APPLICATION = 2;
  private static final int CIPHER = 4;
  private static final int META = 16;

  private final long[] state;
  private int position;
  private int begin;

  Strobe(byte[] protocol) {
    state = new long[25];
    // 1, rate + 2, 1, 0, 1, 96 and then the name, as the STROBE specification sets the first block
    byte[] first = {1, (byte) (RATE + 2), 1, 0, 1, 96, 'S', 'T', 'R', 'O', 'B', 'E', 'v', '1', '.',
        '0', '.', '2'};
    for (int i = 0; i < first.length; i++) {
      xor(i, first[i]);
    }
    Keccak.permute(state);
    metaData(protocol, false);
  }

  private Strobe(Strobe original) {
    state = original.state.clone();
    position = original.position;
    begin = original.begin;
  }

  Strobe copy() {
    return new Strobe(this);
  }

  void metaData(byte[] data, boolean more) {
    if (!more) {
      operation(META | APPLICATION);
    }
    absorb(data);
  }

  void associatedData(byte[] data) {
    operation(APPLICATION);
    absorb(data);
  }

  void key(byte[] data) {
    operation(APPLICATION | CIPHER);
    for (byte octet : data) {
      clear(position);
      xor(position, octet);
      step();
    }
  }

  void squeeze(byte[] out) {
    operation(INBOUND | APPLICATION | CIPHER);
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) (state[position >> 3] >>> 8 * (position & 7));
      clear(position);
      step();
    }
  }

  private void operation(int flags) {
    int before = begin;
    begin = position + 1;
    absorb((byte) before);
    absorb((byte) flags);
    if ((flags & CIPHER) != 0 && position != 0) {
      permute();
    }
  }

  private void absorb(byte[] data) {
    for (byte octet : data) {
      absorb(octet);
    }
  }

  private void absorb(byte octet) {
    xor(position, octet);
    step();
  }

  private void step() {
    if (++position == RATE) {
      permute();
    }
  }

  private void permute() {
    xor(position, (byte) begin);
    xor(position + 1, (byte) 0x04);
    xor(RATE + 1, (byte) 0x80);
    Keccak.permute(state);
    position = 0;
    begin = 0;
  }

  private void xor(int index, byte octet) {
    state[index >> 3] ^= (octet & 0xffL) << 8 * (index & 7);
  }

  private void clear(int index) {
    state[index >> 3] &= ~(0xffL << 8 * (index & 7));
  }
}
