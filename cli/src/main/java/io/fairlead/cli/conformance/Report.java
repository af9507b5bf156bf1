package io.fairlead.cli.conformance;

import java.util.List;

/**
 * What a replay found.
 *
 * @param traces in the files
 * @param steps in the files
 * @param calls call steps in the files
 * @param replayed call steps that our pallets executed and that were compared
 * @param contractCalls contract calls that ours made and that were compared
 * @param whole traces replayed to their last step
 * @param different steps that differ
 * @param differences each difference: the first of a trace ends it
 */
record Report(long traces, long steps, long calls, long replayed, long contractCalls, long whole,
    long different, List<Difference> differences) {

  static final Report NONE = new Report(0, 0, 0, 0, 0, 0, 0, List.of());

  Report {
    differences = List.copyOf(differences);
  }

  /** Both together. */
  Report plus(Report other) {
    var all = new java.util.ArrayList<>(differences);
    all.addAll(other.differences);
    return new Report(traces + other.traces, steps + other.steps, calls + other.calls,
        replayed + other.replayed, contractCalls + other.contractCalls, whole + other.whole,
        different + other.different, all);
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
