package io.fairlead.substrate.scale;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** {@code Vec<T>}. */
final class Elements<T> implements Codec<List<T>> {
  /** First guess for the capacity of a list read: input may lie about its length. */
  private static final int CAPACITY_MAX = 1024;

  private final Codec<T> element;
  private final int limit;
  private final Shape shape;

  Elements(Codec<T> element, int limit) {
    this.element = element;
    this.limit = limit;
    this.shape = new Shape.Sequence(element.shape());
  }

  @Override
  public void write(List<T> value, Output out) {
    out.compact(value.size());
    for (int i = 0; i < value.size(); i++) {
      element.write(value.get(i), out);
    }
  }

  @Override
  public List<T> read(Input in) {
    boolean empty = element instanceof Fixed<T> fixed && fixed.bytes() == 0;
    int count = in.length(empty ? Math.min(limit, CAPACITY_MAX) : limit, empty ? 0 : 1);
    var items = new ArrayList<T>(Math.min(count, CAPACITY_MAX));
    for (int i = 0; i < count; i++) {
      items.add(element.read(in));
    }
    return Collections.unmodifiableList(items);
  }

  @Override
  public int size(List<T> value) {
    int size = Output.compactSize(value.size());
    if (element instanceof Fixed<T> fixed) {
      return size + fixed.bytes() * value.size();
    }
    for (int i = 0; i < value.size(); i++) {
      size += element.size(value.get(i));
    }
    return size;
  }

  @Override
  public Shape shape() {
    return shape;
  }
}
