package io.fairlead.substrate.scale;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Growing buffer that SCALE is written into; little-endian, compacts in their shortest form. */
public final class Output {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] buffer;
  private int size;

  /** A buffer that grows beyond {@code capacity} bytes when it must. */
  public Output(int capacity) {
    buffer = new byte[Math.max(capacity, 8)];
  }

  /** Bytes written so far. */
  public int size() {
    return size;
  }

  /** A copy of the bytes written so far. */
  public byte[] toBytes() {
    return size == buffer.length ? buffer.clone() : Arrays.copyOf(buffer, size);
  }

  private int room(int bytes) {
    int at = size;
    int end = Math.addExact(at, bytes);
    if (end > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(end, buffer.length * 2));
    }
    size = end;
    return at;
  }

  /** Low 8 bits of {@code value}. */
  public void u8(int value) {
    int at = room(1);
    buffer[at] = (byte) value;
  }

  /** Low 16 bits of {@code value}. */
  public void u16(int value) {
    int at = room(2);
    buffer[at] = (byte) value;
    buffer[at + 1] = (byte) (value >>> 8);
  }

  /** Low 32 bits of {@code value}. */
  public void u32(long value) {
    int at = room(4);
    INT.set(buffer, at, (int) value);
  }

  /** All 64 bits of {@code value}. */
  public void u64(long value) {
    int at = room(8);
    LONG.set(buffer, at, value);
  }

  /** {@code high · 2^64 + low}, both unsigned. */
  public void u128(long high, long low) {
    u64(low);
    u64(high);
  }

  /** Compact form of an unsigned 64-bit number. */
  public void compact(long value) {
    if (value >= 0 && value < 1L << 6) {
      u8((int) value << 2);
    } else if (value >= 0 && value < 1L << 14) {
      u16((int) value << 2 | 1);
    } else if (value >= 0 && value < 1L << 30) {
      u32(value << 2 | 2);
    } else {
      int bytes = Math.max(4, (71 - Long.numberOfLeadingZeros(value)) / 8);
      u8((bytes - 4) << 2 | 3);
      for (int i = 0; i < bytes; i++) {
        u8((int) (value >>> 8 * i));
      }
    }
  }

  /** Compact form of an unsigned 128-bit number. */
  public void compact(long high, long low) {
    if (high == 0) {
      compact(low);
      return;
    }
    int bytes = 8 + (71 - Long.numberOfLeadingZeros(high)) / 8;
    u8((bytes - 4) << 2 | 3);
    u64(low);
    for (int i = 0; i < bytes - 8; i++) {
      u8((int) (high >>> 8 * i));
    }
  }

  /** The bytes as they are, without a length. */
  public void raw(byte[] bytes) {
    raw(bytes, 0, bytes.length);
  }

  /** A part of the bytes as they are, without a length. */
  public void raw(byte[] bytes, int from, int length) {
    int at = room(length);
    System.arraycopy(bytes, from, buffer, at, length);
  }

  /** Encoded length of {@link #compact(long)}. */
  public static int compactSize(long value) {
    if (value >= 0 && value < 1L << 30) {
      return value < 1L << 6 ? 1 : value < 1L << 14 ? 2 : 4;
    }
    return 1 + Math.max(4, (71 - Long.numberOfLeadingZeros(value)) / 8);
  }

  /** Encoded length of {@link #compact(long, long)}. */
  public static int compactSize(long high, long low) {
    return high == 0 ? compactSize(low) : 9 + (71 - Long.numberOfLeadingZeros(high)) / 8;
  }
}
