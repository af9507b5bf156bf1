package io.fairlead.substrate.primitive;

import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/** An address of the EVM: 20 bytes, ordered as bytes. */
public record EvmAddress(Bytes bytes) implements Comparable<EvmAddress> {
  /** The zero address. */
  public static final EvmAddress ZERO = new EvmAddress(Bytes.wrap(new byte[20]));

  /** {@code [u8; 20]} at path {@code primitive_types::H160}. */
  public static final Codec<EvmAddress> CODEC = Codecs.rawBytes(20)
      .as(EvmAddress::of, (EvmAddress a) -> a.bytes.array())
      .shaped(new Shape.Composite("primitive_types::H160", List.of(),
          List.of(new Shape.Field(null, Codecs.rawBytes(20).shape(), "[u8; 20]"))));

  public EvmAddress {
    if (bytes.size() != 20) {
      throw new IllegalArgumentException("expected 20 bytes, found " + bytes.size());
    }
  }

  /** The address of exactly 20 bytes. */
  public static EvmAddress of(byte[] bytes) {
    return new EvmAddress(Bytes.of(bytes));
  }

  /** The address of 40 hexadecimal digits. */
  public static EvmAddress hex(String text) {
    return new EvmAddress(Bytes.hex(text));
  }

  @Override
  public int compareTo(EvmAddress other) {
    return bytes.compareTo(other.bytes);
  }

  @Override
  public String toString() {
    return bytes.toString();
  }
}
