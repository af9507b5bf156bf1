package io.fairlead.cli.conformance;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a replay found.
 *
 * @param traces in the files
 * @param steps in the files
 * @param calls call steps in the files
 * @param replayed call steps that our pallets executed and that were compared
 * @param contractCalls contract calls that ours made and that were compared
 * @param whole names of the traces that were replayed to their last step, with their variant
 * @param different steps that differ
 * @param differences each difference: the first of a trace ends it
 */
record Report(long traces, long steps, long calls, long replayed, long contractCalls,
    List<String> whole,
    long different, List<Difference> differences) {

  static final Report NONE = new Report(0, 0, 0, 0, 0, List.of(), 0, List.of());

  Report {
    whole = List.copyOf(whole);
    differences = List.copyOf(differences);
  }

  /** Both together. */
  Report plus(Report other) {
    return new Report(traces + other.traces, steps + other.steps, calls + other.calls,
        replayed + other.replayed, contractCalls + other.contractCalls, joined(whole, other.whole),
        different + other.different, joined(differences, other.differences));
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  /**
   * One thing that differs.
   *
   * @param where trace, block and step
   * @param what item and key, event number, or part of the result
   */
  record Difference(String where, String what, String expected, String found) {
    /** Lines for people. */
    String text() {
      return where + "\n  " + what + "\n    expected " + expected + "\n    found    " + found;
    }
  }
}
