package io.fairlead.twin;

import java.util.ArrayDeque;
import java.util.Deque;

/** What was opened on the way to something: closed again, the last first, unless the end was reached. */
final class Opened implements AutoCloseable {
  private final Deque<AutoCloseable> all = new ArrayDeque<>();

  /** To be closed when the end is not reached. */
  <T extends AutoCloseable> T add(T opened) {
    all.push(opened);
    return opened;
  }

  /** The end was reached: whoever has it closes it. */
  void keep() {
    all.clear();
  }

  @Override
  public void close() {
    while (!all.isEmpty()) {
      try {
        all.pop().close();
      } catch (Exception failed) {
        throw new IllegalStateException(failed.getMessage(), failed);
      }
    }
  }
}
