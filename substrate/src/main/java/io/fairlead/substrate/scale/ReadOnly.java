package io.fairlead.substrate.scale;

/**
 * A codec of which only reading is used: gives a reader the total entry points of codecs. Anything else
 * is a bug of the caller.
 */
@FunctionalInterface
public interface ReadOnly<T> extends Codec<T> {
  @Override
  T read(Input in);

  @Override
  default void write(T value, Output out) {
    throw new IllegalStateException("only read");
  }

  @Override
  default int size(T value) {
    throw new IllegalStateException("only read");
  }

  @Override
  default Shape shape() {
    throw new IllegalStateException("only read");
  }
}
