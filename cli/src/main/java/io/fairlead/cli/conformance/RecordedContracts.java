package io.fairlead.cli.conformance;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The contract calls recorded for one step, to be answered in their order. */
final class RecordedContracts {
  private final List<Step.ContractCall> calls;
  private final List<Finding> differences = new ArrayList<>();
  private int next;

  RecordedContracts(List<Step.ContractCall> calls) {
    this.calls = calls;
  }

  /**
   * The recorded call that {@code request} repeats; null, with a difference noted, when it does not.
   */
  Step.@Nullable ContractCall take(Step.ContractCall request) {
    if (next == calls.size()) {
      note("contract call " + next, "no further contract call", describe(request));
      return null;
    }
    Step.ContractCall recorded = calls.get(next);
    String name = "contract call " + next;
    next++;
    compare(name + " from", recorded.from(), request.from());
    compare(name + " to", recorded.to(), request.to());
    compare(name + " input", recorded.input(), request.input());
    compare(name + " value", recorded.value(), request.value());
    compare(name + " gas", recorded.gas(), request.gas());
    compare(name + " transactional", recorded.isTransactional(), request.isTransactional());
    compare(name + " validate", recorded.validate(), request.validate());
    return recorded;
  }

  /** Calls answered so far. */
  int taken() {
    return next;
  }

  /** What differed, calls that were recorded but never made included. */
  List<Finding> differences() {
    var all = new ArrayList<>(differences);
    if (next < calls.size()) {
      all.add(new Finding("contract call " + next, describe(calls.get(next)), "no call"));
    }
    return all;
  }

  private void compare(String what, Object expected, Object found) {
    if (!expected.equals(found)) {
      note(what, expected.toString(), found.toString());
    }
  }

  private void note(String what, String expected, String found) {
    differences.add(new Finding(what, expected, found));
  }

  private static String describe(Step.ContractCall call) {
    return call.from() + " calls " + call.to() + " with " + call.input();
  }
}
