package io.fairlead.cli.conformance;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a replay found.
 *
 * @param traces in the files
 * @param contractCalls contract calls that ours made and that were compared
 * @param whole names of the traces that were replayed to their last step, none copied, none
 *     different, with their variant
 * @param tallies what became of the steps, by their name
 * @param errors calls and direct functions that ended in an error here as recorded, by its name
 * @param differences each one; where a trace ends at its first different step, that step's
 */
record Report(long traces, long contractCalls, List<String> whole,
    SortedMap<String, Tally> tallies, SortedMap<String, Long> errors,
    List<Difference> differences) {

  static final Report NONE =
      new Report(0, 0, List.of(), new TreeMap<>(), new TreeMap<>(), List.of());
  /** Names of the steps that are no calls. */
  static final String INIT = "init";
  static final String FINAL = "final";
  static final String POKE = "poke";
  /** Stands among the errors for what the chain's code does instead of one. */
  static final String PANIC = "panic";

  Report {
    whole = List.copyOf(whole);
    tallies = Collections.unmodifiableSortedMap(new TreeMap<>(tallies));
    errors = Collections.unmodifiableSortedMap(new TreeMap<>(errors));
    differences = List.copyOf(differences);
  }

  /** Both together. */
  Report plus(Report other) {
    var allErrors = new TreeMap<>(errors);
    other.errors.forEach((name, count) -> allErrors.merge(name, count, Long::sum));
    return new Report(traces + other.traces, contractCalls + other.contractCalls,
        joined(whole, other.whole), new TreeMap<>(Tally.joined(tallies, other.tallies)),
        allErrors, joined(differences, other.differences));
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  /** All steps in the files. */
  Tally steps() {
    return tallies.values().stream().reduce(Tally.NONE, Tally::plus);
  }

  /** The call steps: what is neither a hook nor written from outside nor called directly. */
  Tally calls() {
    return tallies.entrySet().stream().filter(entry -> isCall(entry.getKey()))
        .map(Map.Entry::getValue).reduce(Tally.NONE, Tally::plus);
  }

  /** Whether steps of this name are calls. */
  static boolean isCall(String name) {
    return name.indexOf('.') > 0;
  }

  /**
   * One thing that differs.
   *
   * @param where trace, block and step
   * @param name of the step
   * @param what item and key, event number, or part of the result
   */
  record Difference(String where, String name, String what, String expected, String found) {
    /** Lines for people. */
    String text() {
      return where + "\n  " + what + "\n    expected " + expected + "\n    found    " + found;
    }
  }
}
