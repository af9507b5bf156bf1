package io.fairlead.substrate.scale;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The SCALE form of {@code T}, declared once beside the type.
 *
 * <p>{@link #write} and {@link #read} are for other codecs; everybody else calls {@link #encode} and
 * {@link #decode}. {@link #size} tells the encoded length in bytes without encoding, as the length
 * fee of a transaction needs it.
 */
public interface Codec<T extends @Nullable Object> {

  /** Appends the encoded form of {@code value}. */
  void write(T value, Output out);

  /**
   * Reads one value. Bad input leaves by {@link Input#malformed}, which only {@link #decode} and
   * other total entry points catch.
   */
  T read(Input in);

  /** Encoded length of {@code value} in bytes. */
  int size(T value);

  /** What metadata says of this type. */
  Shape shape();

  /** The encoded form of {@code value}. */
  default byte[] encode(T value) {
    var out = new Output(size(value));
    write(value, out);
    return out.toBytes();
  }

  /** The value that {@code bytes} encode, all of them, or where and why they do not. */
  default Decoded<T> decode(byte[] bytes) {
    return decode(bytes, Input.DEPTH_MAX);
  }

  /** As {@link #decode(byte[])} with a nesting limit of its own. */
  default Decoded<T> decode(byte[] bytes, int depthMax) {
    var in = new Input(bytes, depthMax);
    try {
      T value = read(in);
      if (in.remaining() > 0) {
        return new Decoded.Malformed<>(in.position(), "end of input",
            in.remaining() + " more bytes");
      }
      return new Decoded.Value<>(value);
    } catch (Malformation jump) {
      return new Decoded.Malformed<>(jump.offset, jump.expected, jump.found);
    }
  }

  /** The same bytes for another Java type. The shape stays. */
  default <U> Codec<U> as(Function<T, U> from, Function<U, T> to) {
    return new Mapped<>(this, from, to, shape());
  }

  /** The same bytes under another shape. */
  default Codec<T> shaped(Shape shape) {
    return new Mapped<>(this, Function.identity(), Function.identity(), shape);
  }
}
