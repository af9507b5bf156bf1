package io.fairlead.substrate.keys;

/** Little-endian scalars of the group of order l = 2^252 + 27742317777372353535851937790883648493. */
final class ScalarBytes {

  private static final byte[] ORDER = {(byte) 0xed, (byte) 0xd3, (byte) 0xf5, 0x5c, 0x1a, 0x63,
      0x12, 0x58, (byte) 0xd6, (byte) 0x9c, (byte) 0xf7, (byte) 0xa2, (byte) 0xde, (byte) 0xf9,
      (byte) 0xde, 0x14, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10};

  private ScalarBytes() {}

  /** True if the 32 bytes are below the order. Not constant in time: for public values only. */
  static boolean isCanonical(byte[] scalar) {
    for (int i = 31; i >= 0; i--) {
      int difference = (scalar[i] & 0xff) - (ORDER[i] & 0xff);
      if (difference != 0) {
        return difference < 0;
      }
    }
    return false;
  }

  /** Divides by 8 in place. */
  static void divideByCofactor(byte[] scalar) {
    int carry = 0;
    for (int i = scalar.length - 1; i >= 0; i--) {
      int octet = scalar[i] & 0xff;
      scalar[i] = (byte) (octet >> 3 | carry << 5);
      carry = octet & 7;
    }
  }
}
