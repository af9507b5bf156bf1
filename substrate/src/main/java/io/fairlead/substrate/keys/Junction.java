package io.fairlead.substrate.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fairlead.substrate.hash.Blake2b;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;

/** One step of a derivation path ({@code sp_core::crypto::DeriveJunction}): its 32-byte chain code. */
record Junction(boolean hard, byte[] chainCode) {

  private static final BigInteger U64_END = BigInteger.ONE.shiftLeft(64);

  /** Digits that fit a u64 (a plus may precede them) are a number, all else is a SCALE string. */
  static Junction of(boolean hard, String code) {
    byte[] encoded = number(code);
    return new Junction(hard, encoded.length > 32 ? Blake2b.hash256(encoded)
        : Arrays.copyOf(encoded, 32));
  }

  /** blake2-256 of SCALE (name, seed, chain code): hard derivation of ed25519 and ecdsa. */
  static byte[] hardSeed(String name, byte[] seed, byte[] chainCode) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(96);
    bytes.writeBytes(scaleString(name));
    bytes.writeBytes(seed);
    bytes.writeBytes(chainCode);
    return Blake2b.hash256(bytes.toByteArray());
  }

  private static byte[] number(String code) {
    if (code.matches("\\+?[0-9]+")) {
      BigInteger value = new BigInteger(code);
      if (value.compareTo(U64_END) < 0) {
        byte[] bytes = new byte[8];
        long word = value.longValue();
        for (int i = 0; i < 8; i++) {
          bytes[i] = (byte) (word >>> 8 * i);
        }
        return bytes;
      }
    }
    return scaleString(code);
  }

  private static byte[] scaleString(String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    int length = utf8.length;
    byte[] prefix = length < 1 << 6 ? new byte[] {(byte) (length << 2)}
        : length < 1 << 14 ? new byte[] {(byte) (length << 2 | 1), (byte) (length >> 6)}
        : new byte[] {(byte) (length << 2 | 2), (byte) (length >> 6), (byte) (length >> 14),
            (byte) (length >> 22)};
    byte[] out = Arrays.copyOf(prefix, prefix.length + length);
    System.arraycopy(utf8, 0, out, prefix.length, length);
    return out;
  }
}
