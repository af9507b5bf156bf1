package io.fairlead.substrate.scale;

import java.util.function.BiConsumer;
import java.util.function.Function;

/** A codec whose values all have the same length. */
record Fixed<T>(int bytes, Shape shape, BiConsumer<T, Output> writer,
    Function<Input, T> reader) implements Codec<T> {

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
    return bytes;
  }
}
