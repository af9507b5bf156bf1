package io.fairlead.substrate.primitive;

import io.fairlead.substrate.scale.Codec;
import java.util.Arrays;

/** An immutable string of bytes, compared unsigned from the left. */
public final class Bytes implements Comparable<Bytes> {
  /** No bytes. */
  public static final Bytes EMPTY = new Bytes(new byte[0]);

  private final byte[] bytes;
  private int hash;

  private Bytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A copy of {@code bytes}. */
  public static Bytes of(byte... bytes) {
    return bytes.length == 0 ? EMPTY : new Bytes(bytes.clone());
  }

  /** {@code bytes} themselves, which nobody may write any more. */
  public static Bytes wrap(byte[] bytes) {
    return new Bytes(bytes);
  }

  /** The bytes that hexadecimal text names. */
  public static Bytes hex(String text) {
    return new Bytes(Hex.bytes(text));
  }

  /** The bytes of a string in UTF-8. */
  public static Bytes utf8(String text) {
    return new Bytes(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /** The codec of byte strings over a codec of arrays, such as {@code Codecs.byteVec(limit)}. */
  public static Codec<Bytes> codec(Codec<byte[]> arrays) {
    return arrays.as(Bytes::wrap, Bytes::array);
  }

  /** The array itself, for readers that do not write it. */
  public byte[] array() {
    return bytes;
  }

  /** A copy. */
  public byte[] toArray() {
    return bytes.clone();
  }

  /** Number of bytes. */
  public int size() {
    return bytes.length;
  }

  /** Byte {@code index}, 0 to 255. */
  public int at(int index) {
    return bytes[index] & 0xff;
  }

  /** Whether these bytes begin with {@code prefix}. */
  public boolean startsWith(Bytes prefix) {
    return bytes.length >= prefix.bytes.length
        && Arrays.equals(bytes, 0, prefix.bytes.length, prefix.bytes, 0, prefix.bytes.length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      hash = Arrays.hashCode(bytes);
    }
    return hash;
  }

  @Override
  public int compareTo(Bytes other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public String toString() {
    return Hex.of(bytes);
  }
}
