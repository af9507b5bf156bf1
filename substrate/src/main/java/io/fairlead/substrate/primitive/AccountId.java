package io.fairlead.substrate.primitive;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Input;
import io.fairlead.substrate.scale.Output;
import io.fairlead.substrate.scale.Shape;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * An account: 32 bytes, ordered as bytes.
 *
 * @param a bytes 0 to 7, big-endian
 * @param b bytes 8 to 15
 * @param c bytes 16 to 23
 * @param d bytes 24 to 31
 */
public record AccountId(long a, long b, long c, long d) implements Comparable<AccountId> {
  /** All zero. */
  public static final AccountId ZERO = new AccountId(0, 0, 0, 0);

  /** {@code [u8; 32]} at path {@code sp_core::crypto::AccountId32}. */
  public static final Codec<AccountId> CODEC = new Words();

  /** The value of exactly 32 bytes. */
  public static AccountId of(byte[] bytes) {
    if (bytes.length != 32) {
      throw new IllegalArgumentException("expected 32 bytes, found " + bytes.length);
    }
    var words = ByteBuffer.wrap(bytes);
    return new AccountId(words.getLong(), words.getLong(), words.getLong(), words.getLong());
  }

  /** The value of 64 hexadecimal digits. */
  public static AccountId hex(String text) {
    return of(Hex.bytes(text));
  }

  /** The 32 bytes. */
  public byte[] bytes() {
    return ByteBuffer.allocate(32).putLong(a).putLong(b).putLong(c).putLong(d).array();
  }

  @Override
  public int compareTo(AccountId other) {
    int order = Long.compareUnsigned(a, other.a);
    order = order != 0 ? order : Long.compareUnsigned(b, other.b);
    order = order != 0 ? order : Long.compareUnsigned(c, other.c);
    return order != 0 ? order : Long.compareUnsigned(d, other.d);
  }

  @Override
  public int hashCode() {
    long mixed = (a ^ b * 0x9e3779b97f4a7c15L) + (c ^ d * 0xc2b2ae3d27d4eb4fL);
    return (int) (mixed ^ mixed >>> 32);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AccountId o && a == o.a && b == o.b && c == o.c && d == o.d;
  }

  /** Hexadecimal with {@code 0x}. */
  @Override
  public String toString() {
    return Hex.of(bytes());
  }

  private record Words() implements Codec<AccountId> {
    private static final Shape SHAPE =
        new Shape.Composite("sp_core::crypto::AccountId32", List.of(),
            List.of(new Shape.Field(null, Codecs.rawBytes(32).shape(), "[u8; 32]")));

    @Override
    public void write(AccountId value, Output out) {
      out.u64(Long.reverseBytes(value.a));
      out.u64(Long.reverseBytes(value.b));
      out.u64(Long.reverseBytes(value.c));
      out.u64(Long.reverseBytes(value.d));
    }

    @Override
    public AccountId read(Input in) {
      if (in.remaining() < 32) {
        throw in.malformed("32 bytes", in.remaining() + " bytes");
      }
      return new AccountId(Long.reverseBytes(in.u64()), Long.reverseBytes(in.u64()),
          Long.reverseBytes(in.u64()), Long.reverseBytes(in.u64()));
    }

    @Override
    public int size(AccountId value) {
      return 32;
    }

    @Override
    public Shape shape() {
      return SHAPE;
    }
  }
}
