package io.fairlead.substrate.scale;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Bytes being read as SCALE. Compacts must be in their shortest form, lengths may not exceed what is
 * left, nesting is limited: hostile input costs no more than its own length.
 */
public final class Input {
  /** Nesting limit of {@link Codec#decode(byte[])}. */
  public static final int DEPTH_MAX = 256;

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] bytes;
  private final int end;
  private int position;
  private int depthLeft;

  /** Reads {@code bytes} with the default nesting limit. */
  public Input(byte[] bytes) {
    this(bytes, DEPTH_MAX);
  }

  /** Reads {@code bytes}; more than {@code depthMax} nested {@link #enter} calls are malformed. */
  public Input(byte[] bytes, int depthMax) {
    this.bytes = bytes;
    this.end = bytes.length;
    this.depthLeft = depthMax;
  }

  /** Offset of the next byte. */
  public int position() {
    return position;
  }

  /** Bytes not read yet. */
  public int remaining() {
    return end - position;
  }

  /** The jump to throw when what was read does not fit: {@code throw in.malformed(…)}. */
  public RuntimeException malformed(String expected, String found) {
    return new Malformation(position, expected, found);
  }

  private int take(int count, String what) {
    if (count > end - position) {
      throw malformed(what, (end - position) + " bytes left of " + count);
    }
    int at = position;
    position = at + count;
    return at;
  }

  /** One level deeper into a type that contains itself; {@link #leave} when done. */
  public void enter() {
    if (--depthLeft < 0) {
      throw malformed("no deeper nesting", "more levels than allowed");
    }
  }

  /** Back from {@link #enter}. */
  public void leave() {
    depthLeft++;
  }

  /** An unsigned byte. */
  public int u8() {
    return bytes[take(1, "u8")] & 0xff;
  }

  /** An unsigned 16-bit number. */
  public int u16() {
    int at = take(2, "u16");
    return bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8;
  }

  /** An unsigned 32-bit number. */
  public long u32() {
    return (int) INT.get(bytes, take(4, "u32")) & 0xffff_ffffL;
  }

  /** An unsigned 64-bit number in the bits of a long. */
  public long u64() {
    return (long) LONG.get(bytes, take(8, "u64"));
  }

  /** {@code count} bytes as they are. */
  public byte[] raw(int count) {
    int at = take(count, "bytes");
    return Arrays.copyOfRange(bytes, at, at + count);
  }

  /** A boolean: 0 or 1, nothing else. */
  public boolean bool() {
    int at = position;
    int value = u8();
    if (value > 1) {
      position = at;
      throw malformed("bool 0 or 1", Integer.toString(value));
    }
    return value == 1;
  }

  /** A compact of at most 32 bits. */
  public long compactU32() {
    return compact(4, "compact u32");
  }

  /** A compact of at most 64 bits, in the bits of a long. */
  public long compactU64() {
    return compact(8, "compact u64");
  }

  private long compact(int bytesMax, String what) {
    int at = position;
    int first = u8();
    long value;
    switch (first & 3) {
      case 0 -> {
        return (long) first >>> 2;
      }
      case 1 -> {
        value = (long) first >>> 2 | (long) u8() << 6;
        shortest(value > 0x3f, at, what);
      }
      case 2 -> {
        position = at;
        value = u32() >>> 2;
        shortest(value > 0x3fff, at, what);
      }
      default -> {
        int count = (first >>> 2) + 4;
        if (count > bytesMax) {
          position = at;
          throw malformed(what, "a number of " + count + " bytes");
        }
        value = 0;
        int from = take(count, what);
        for (int i = 0; i < count; i++) {
          value |= (bytes[from + i] & 0xffL) << 8 * i;
        }
        shortest(count == 4 ? value > 0x3fff_ffffL : value >>> 8 * (count - 1) != 0, at, what);
      }
    }
    return value;
  }

  /** A compact of at most 128 bits, given to {@code make} as high and low word. */
  public <T> T compactU128(Words<T> make) {
    int at = position;
    int first = u8();
    int count = (first >>> 2) + 4;
    position = at;
    if ((first & 3) != 3 || count <= 8) {
      return make.of(0, compactU64());
    }
    if (count > 16) {
      throw malformed("compact u128", "a number of " + count + " bytes");
    }
    position = at + 1;
    long low = u64();
    long high = 0;
    int from = take(count - 8, "compact u128");
    for (int i = 0; i < count - 8; i++) {
      high |= (bytes[from + i] & 0xffL) << 8 * i;
    }
    shortest(high >>> 8 * (count - 9) != 0, at, "compact u128");
    return make.of(high, low);
  }

  private void shortest(boolean isShortest, int at, String what) {
    if (!isShortest) {
      position = at;
      throw malformed(what + " in its shortest form", "a longer form");
    }
  }

  /** A length prefix that is at most {@code limit} and can still be followed by so many elements. */
  public int length(int limit, int elementSizeMin) {
    int at = position;
    long count = compactU32();
    if (count > limit) {
      position = at;
      throw malformed("at most " + limit + " elements", Long.toString(count));
    }
    if (count * elementSizeMin > remaining()) {
      int left = remaining();
      position = at;
      throw malformed(count + " elements", left + " bytes left");
    }
    return (int) count;
  }

  /** Makes a value of the high and low word of a number. */
  @FunctionalInterface
  public interface Words<T> {
    T of(long high, long low);
  }
}
