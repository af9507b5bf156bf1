package io.fairlead.cli.conformance;

import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.primitive.Bytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Feeds one file to a machine. Each trace runs up to its end, to the first step that is absent here,
 * or to its first difference; {@link Manner} lets it go on beyond these.
 */
final class Replay {
  /** Taken as recorded: its contracts are not executed here, and nobody records what they do. */
  private static final String EVM_CALL = "EVM.call";

  /**
   * How to go on.
   *
   * @param traces which traces, by name; the others are not counted
   * @param copies whether what is absent is taken as recorded and the trace goes on
   * @param keepsGoing whether a trace goes on behind a different step, from the recorded state
   */
  record Manner(Predicate<String> traces, boolean copies, boolean keepsGoing) {
    /** All traces, each to its first absent or different step. */
    static final Manner STRICT = new Manner(name -> true, false, false);
  }

  private final TraceReader file;
  private final Machine machine;
  private final Manner manner;
  private final State state;
  private final TreeMap<String, Tally> tallies = new TreeMap<>();
  private final TreeMap<String, Long> errors = new TreeMap<>();
  private final List<Report.Difference> differences = new ArrayList<>();
  private final List<String> whole = new ArrayList<>();

  private String trace = "";
  private boolean wanted;
  private boolean running;
  private boolean partial;
  private int events;
  private long traces;
  private long contractCalls;

  Replay(TraceReader file, Machine machine, Manner manner) {
    this.file = file;
    this.machine = machine;
    this.manner = manner;
    this.state = new State(machine.store());
  }

  /** Replays the whole file. */
  Report run() throws IOException {
    for (Step step = file.next(); step != null; step = file.next()) {
      if (step instanceof Step.Trace begin) {
        endTrace();
        startTrace(begin);
      } else if (wanted) {
        Tally.Fate fate = running ? take(step) : Tally.Fate.SKIPPED;
        tallies.merge(nameOf(step), Tally.of(succeeded(step), fate), Tally::plus);
        if (fate == Tally.Fate.REPLAYED) {
          error(step).ifPresent(name -> errors.merge(name, 1L, Long::sum));
        }
      }
    }
    endTrace();
    return new Report(traces, contractCalls, whole, tallies, errors, differences);
  }

  private static boolean succeeded(Step step) {
    return switch (step) {
      case Step.Call call -> call.result() instanceof Step.Result.Ok;
      case Step.Direct direct -> direct.result() instanceof Step.Result.Ok;
      default -> true;
    };
  }

  private static Optional<String> error(Step step) {
    return switch (step) {
      case Step.Call call -> error(call.result());
      case Step.Direct direct -> error(direct.result());
      default -> Optional.empty();
    };
  }

  private static Optional<String> error(Step.Result result) {
    return switch (result) {
      case Step.Result.Ok ok -> Optional.empty();
      case Step.Result.Err err -> Optional.of(err.name());
      case Step.Result.Panic panic -> Optional.of(Report.PANIC);
    };
  }

  private static String nameOf(Step step) {
    return switch (step) {
      case Step.Trace begin -> begin.name();
      case Step.Init init -> Report.INIT;
      case Step.Call call -> call.name();
      case Step.Direct direct -> direct.path();
      case Step.Poke poke -> Report.POKE;
      case Step.Final end -> Report.FINAL;
    };
  }

  private Tally.Fate take(Step step) {
    return switch (step) {
      case Step.Trace begin -> throw new IllegalStateException("handled above: " + begin);
      case Step.Init init -> init(init);
      case Step.Call call -> {
        Tally.Fate fate = call(call);
        if (!(call.result() instanceof Step.Result.Panic)) {
          machine.expect(call.index() + 1);
        }
        yield fate;
      }
      case Step.Direct direct -> direct(direct);
      case Step.Poke poke -> poke(poke);
      case Step.Final end -> end(end);
    };
  }

  private void startTrace(Step.Trace begin) {
    wanted = manner.traces().test(begin.name());
    if (!wanted) {
      return;
    }
    traces++;
    trace = begin.name() + " (" + begin.variant() + ")";
    running = true;
    partial = false;
    var found = new ArrayList<Finding>();
    state.restart(file.genesis(), found::add);
    if (!found.isEmpty()) {
      differ("genesis", "genesis", found);
    }
  }

  private void endTrace() {
    if (running && !partial) {
      whole.add(trace);
    }
    running = false;
  }

  private Tally.Fate init(Step.Init init) {
    var found = new ArrayList<Finding>();
    int mark = state.mark();
    events = 0;
    var contracts = new RecordedContracts(init.recorded().contracts());
    machine.begin(init.n(), init.now(), init.round(), init.era(), contracts);
    compare(mark, init.recorded(), contracts, found);
    return judged(init, "block " + init.n() + ", init", mark, init.recorded(), found);
  }

  private Tally.Fate call(Step.Call step) {
    if (step.name().equals(EVM_CALL)) {
      return poke(step.recorded().diff(), "EVM.call of block " + step.n(), step);
    }
    Optional<Call> decoded = machine.decode(step.call());
    if (decoded.isEmpty()) {
      return copy(step.recorded());
    }
    Call call = decoded.get();
    var found = new ArrayList<Finding>();
    DispatchInfo info = machine.info(call);
    Step.Declared declared = step.declared();
    if (declared.weight() != null && !declared.weight().equals(info.weight())) {
      found.add(Finding.of("declared weight", declared.weight(), info.weight()));
    }
    if (declared.dispatchClass() != null && declared.dispatchClass() != info.dispatchClass()) {
      found.add(Finding.of("class", declared.dispatchClass(), info.dispatchClass()));
    }
    int mark = state.mark();
    var contracts = new RecordedContracts(step.recorded().contracts());
    Machine.Ran ran = machine.dispatch(step.index(), step.origin(), call, contracts);
    if (result(step.result(), ran, found)) {
      fee(step, info, ran, found);
    }
    compare(mark, step.recorded(), contracts, found);
    return judged(step, "block " + step.n() + ", call " + step.index() + " " + step.name(), mark,
        step.recorded(), found);
  }

  private Tally.Fate direct(Step.Direct step) {
    int mark = state.mark();
    var contracts = new RecordedContracts(step.recorded().contracts());
    Optional<Machine.Ran> ran = machine.direct(step.function(), step.args(), contracts);
    if (ran.isEmpty()) {
      return copy(step.recorded());
    }
    var found = new ArrayList<Finding>();
    result(step.result(), ran.get(), found);
    compare(mark, step.recorded(), contracts, found);
    return judged(step, "block " + step.n() + ", " + step.path() + step.args(), mark,
        step.recorded(), found);
  }

  /** What is absent here: as recorded, or the end of the trace. */
  private Tally.Fate copy(Step.Recorded recorded) {
    partial = true;
    if (!manner.copies()) {
      running = false;
      return Tally.Fate.SKIPPED;
    }
    // keys of items that we have must fit; a value that does not is found when it is next compared
    state.write(recorded.diff(), unfit -> {
    });
    return Tally.Fate.COPIED;
  }

  private Tally.Fate poke(Step.Poke step) {
    return poke(step.diff(), "poke: " + step.what(), step);
  }

  private Tally.Fate poke(SortedMap<Bytes, Step.Written> diff, String where, Step step) {
    var found = new ArrayList<Finding>();
    state.write(diff, found::add);
    if (found.isEmpty()) {
      return Tally.Fate.REPLAYED;
    }
    differ(where, nameOf(step), found);
    return Tally.Fate.DIFFERENT;
  }

  private Tally.Fate end(Step.Final step) {
    var found = new ArrayList<Finding>();
    int mark = state.mark();
    machine.end(step.n());
    compare(mark, step.recorded(), new RecordedContracts(List.of()), found);
    Tally.Fate fate =
        judged(step, "block " + step.n() + ", final", mark, step.recorded(), found);
    state.commit();
    return fate;
  }

  private static boolean result(Step.Result expected, Machine.Ran ran, List<Finding> found) {
    String want = switch (expected) {
      case Step.Result.Ok ok -> "ok";
      case Step.Result.Err err -> err.error() + " " + err.name();
      case Step.Result.Panic panic -> "panic";
    };
    String have = switch (ran) {
      case Machine.Ran.Done done -> "ok";
      case Machine.Ran.Refused refused -> refused.error() + " " + refused.name();
      case Machine.Ran.Panicked panicked -> "panic";
    };
    boolean same = switch (expected) {
      case Step.Result.Err err ->
          ran instanceof Machine.Ran.Refused refused && refused.error().equals(err.error());
      default -> want.equals(have);
    };
    if (!same) {
      found.add(new Finding("result", want, have));
    }
    return same;
  }

  private static void fee(Step.Call step, DispatchInfo info, Machine.Ran ran,
      List<Finding> found) {
    PostDispatch post = switch (ran) {
      case Machine.Ran.Done done -> done.post();
      case Machine.Ran.Refused refused -> refused.post();
      case Machine.Ran.Panicked panicked -> null;
    };
    if (post == null) {
      return;
    }
    boolean pays = info.pays() && post.pays();
    if (pays != step.pays()) {
      found.add(Finding.of("pays", step.pays(), pays));
    }
    if (!Objects.equals(step.declared().actual(), post.actual())) {
      found.add(Finding.of("weight after dispatch", step.declared().actual(), post.actual()));
    }
  }

  /** Compares what the step left behind. */
  private void compare(int mark, Step.Recorded expected, RecordedContracts contracts,
      List<Finding> found) {
    found.addAll(contracts.differences());
    contractCalls += contracts.taken();
    state.compare(mark, expected.diff(), found::add);
    List<Bytes> added = machine.events(events);
    events = machine.eventCount();
    for (int i = 0; i < Math.max(added.size(), expected.events().size()); i++) {
      Bytes want = i < expected.events().size() ? expected.events().get(i) : null;
      Bytes have = i < added.size() ? added.get(i) : null;
      if (!Objects.equals(want, have)) {
        found.add(Finding.of("event " + i, want, have));
        break;
      }
    }
  }

  private Tally.Fate judged(Step step, String where, int mark, Step.Recorded recorded,
      List<Finding> found) {
    if (found.isEmpty()) {
      return Tally.Fate.REPLAYED;
    }
    differ(where, nameOf(step), found);
    if (running) {
      state.replace(mark, recorded.diff());
    }
    return Tally.Fate.DIFFERENT;
  }

  private void differ(String where, String name, List<Finding> found) {
    found.forEach(each -> differences.add(new Report.Difference(trace + ", " + where, name,
        each.what(), each.expected(), each.found())));
    partial = true;
    running = manner.keepsGoing();
  }
}
