package io.fairlead.runtime;

import java.util.Iterator;
import java.util.List;

/** Values of switches, in their order, as the constructor of a group takes them. */
final class RuleValues {
  private final Iterator<Enum<?>> values;

  RuleValues(List<Enum<?>> values) {
    this.values = values.iterator();
  }

  /** The next value, which is a {@code type}. */
  <E extends Enum<E>> E next(Class<E> type) {
    return type.cast(values.next());
  }
}
