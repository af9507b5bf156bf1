package io.fairlead.substrate.scale;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A codec seen through a pair of functions. */
record Mapped<T extends @Nullable Object, U extends @Nullable Object>(Codec<T> inner,
    Function<T, U> from, Function<U, T> to, Shape shape) implements Codec<U> {

  @Override
  public void write(U value, Output out) {
    inner.write(to.apply(value), out);
  }

  @Override
  public U read(Input in) {
    return from.apply(inner.read(in));
  }

  @Override
  public int size(U value) {
    return inner.size(to.apply(value));
  }
}
