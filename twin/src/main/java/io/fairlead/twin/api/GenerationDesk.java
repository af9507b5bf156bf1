package io.fairlead.twin.api;

import java.util.List;

/** The generations of a twin, as the API shows them and has new ones made. */
public interface GenerationDesk {
  /** What became of a generation. */
  enum State {
    /** It answers. */
    SERVING,
    /** It is being made, and takes over when it has caught up. */
    BUILDING,
    /** It is on disk; another one took over. */
    KEPT
  }

  /**
   * A generation.
   *
   * @param plan how it began; empty for the first
   * @param since first block of its log; -1 when not known
   * @param block at which it stands; -1 when not known
   */
  record Line(int number, State state, String plan, long since, long block) {}

  /** Thrown where no generation can be begun now. */
  final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With what to do. */
    public Busy(String message) {
      super(message, null, false, false);
    }
  }

  /** All of them, ascending. */
  List<Line> lines();

  /** Why the last one that was begun came to nothing; empty when it did not. */
  String trouble();

  /**
   * Begins a generation with the state after an older block.
   *
   * @param from {@code genesis} or a block
   * @return its number
   */
  int backfill(String from);

  /**
   * Begins a generation with the log up to a block.
   *
   * @return its number
   */
  int rewind(long to);
}
