package io.fairlead.substrate.scale;

import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** A codec made of its three functions. */
record Sized<T extends @Nullable Object>(Shape shape, BiConsumer<T, Output> writer,
    Function<Input, T> reader, ToIntFunction<T> sizer) implements Codec<T> {

  @Override
  public void write(T value, Output out) {
    writer.accept(value, out);
  }

  @Override
  public T read(Input in) {
    return reader.apply(in);
  }

  @Override
  public int size(T value) {
    return sizer.applyAsInt(value);
  }
}
