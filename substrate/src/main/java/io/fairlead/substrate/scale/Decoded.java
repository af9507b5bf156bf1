package io.fairlead.substrate.scale;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What came of decoding: a value, or the place and reason why there is none. */
public sealed interface Decoded<T extends @Nullable Object> {

  /** All bytes were one value. */
  record Value<T extends @Nullable Object>(T value) implements Decoded<T> {}

  /**
   * The bytes are not a value.
   *
   * @param offset of the first byte that does not fit
   * @param expected what would have fitted there
   * @param found what stood there
   */
  record Malformed<T extends @Nullable Object>(int offset, String expected,
      String found) implements Decoded<T> {
    /** One line for people. */
    public String message() {
      return "at byte " + offset + ": expected " + expected + ", found " + found;
    }
  }

  /** The value, for bytes that this program wrote itself; anything else is a bug. */
  default T trusted() {
    return switch (this) {
      case Value<T>(T value) -> value;
      case Malformed<T> bad -> throw new IllegalStateException("own bytes: " + bad.message());
    };
  }

  /** Applies {@code f} to a value and leaves a failure as it is. */
  default <U extends @Nullable Object> Decoded<U> map(Function<T, U> f) {
    return switch (this) {
      case Value<T>(T value) -> new Value<>(f.apply(value));
      case Malformed<T>(int offset, String expected, String found) ->
          new Malformed<>(offset, expected, found);
    };
  }
}
