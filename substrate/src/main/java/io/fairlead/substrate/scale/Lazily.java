package io.fairlead.substrate.scale;

import java.util.function.Supplier;

/** A codec behind a supplier, so that a type can contain itself. */
final class Lazily<T> implements Codec<T> {
  private final Supplier<Codec<T>> target;
  private final Shape shape;

  Lazily(Supplier<Codec<T>> target) {
    this.target = target;
    this.shape = new Shape.Lazy(() -> target.get().shape());
  }

  @Override
  public void write(T value, Output out) {
    target.get().write(value, out);
  }

  @Override
  public T read(Input in) {
    in.enter();
    T value = target.get().read(in);
    in.leave();
    return value;
  }

  @Override
  public int size(T value) {
    return target.get().size(value);
  }

  @Override
  public Shape shape() {
    return shape;
  }
}
