package io.fairlead.runtime.basefee;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Shape;
import java.math.BigInteger;
import java.util.List;

/**
 * An unsigned number of 256 bits, as the EVM counts ({@code primitive_types::U256}).
 *
 * @param value 0 to 2^256 − 1
 */
public record U256(BigInteger value) {
  private static final int BYTES = 32;

  /** 32 bytes, the least significant first. */
  public static final Codec<U256> CODEC =
      Codecs.rawBytes(BYTES).as(U256::ofLittleEndian, U256::littleEndian)
          .shaped(new Shape.Composite("primitive_types::U256", List.of(),
              List.of(new Shape.Field(null, new Shape.Array(4, Codecs.U64.shape()),
                  "[u64; 4]"))));

  public U256 {
    if (value.signum() < 0 || value.bitLength() > BYTES * Byte.SIZE) {
      throw new IllegalArgumentException("not of 256 bits: " + value);
    }
  }

  /** The value of a number that is not negative. */
  public static U256 of(long value) {
    return new U256(BigInteger.valueOf(value));
  }

  private static U256 ofLittleEndian(byte[] bytes) {
    return new U256(new BigInteger(1, reversed(bytes)));
  }

  private byte[] littleEndian() {
    byte[] bytes = new byte[BYTES];
    byte[] big = value.toByteArray();
    for (int i = 0; i < Math.min(big.length, BYTES); i++) {
      bytes[i] = big[big.length - 1 - i];
    }
    return bytes;
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] turned = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      turned[i] = bytes[bytes.length - 1 - i];
    }
    return turned;
  }
}
