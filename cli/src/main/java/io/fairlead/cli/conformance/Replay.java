package io.fairlead.cli.conformance;

import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.pallet.DispatchInfo;
import io.fairlead.substrate.pallet.Item;
import io.fairlead.substrate.pallet.PostDispatch;
import io.fairlead.substrate.pallet.Store;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hex;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Feeds one file to a machine. Each trace runs up to its end, to the first call that is absent here,
 * to the first direct step, or to its first difference.
 */
final class Replay {
  /** Taken as recorded in {@code final}: no pallet of ours sets the base fee. */
  private static final Set<Bytes> BASE_FEE = Set.of(prefix("BaseFee", "BaseFeePerGas"),
      prefix("BaseFee", "Elasticity"));
  /** Taken as recorded in {@code init}: no pallet of ours elects. */
  private static final Set<Bytes> ERA =
      Set.of(prefix("Staking", "CurrentEra"), prefix("Staking", "ActiveEra"));

  private final TraceReader file;
  private final Machine machine;
  private final Map<Bytes, String> names = new HashMap<>();
  private final List<Report.Difference> differences = new ArrayList<>();

  private String trace = "";
  private boolean running;
  private boolean partial;
  private int events;
  private long traces;
  private long steps;
  private long calls;
  private long replayed;
  private long contractCalls;
  private final List<String> whole = new ArrayList<>();
  private long different;

  Replay(TraceReader file, Machine machine) {
    this.file = file;
    this.machine = machine;
    machine.store().items().forEach(item -> names.put(Bytes.wrap(item.prefix()), item.toString()));
  }

  private static Bytes prefix(String pallet, String item) {
    return Bytes.wrap(Item.prefix(pallet, item));
  }

  /** Replays the whole file. */
  Report run() throws IOException {
    for (Step step = file.next(); step != null; step = file.next()) {
      take(step);
    }
    endTrace();
    return new Report(traces, steps, calls, replayed, contractCalls, whole, different,
        differences);
  }

  private void take(Step step) {
    if (step instanceof Step.Trace begin) {
      endTrace();
      startTrace(begin);
      return;
    }
    steps++;
    if (step instanceof Step.Call) {
      calls++;
    }
    if (!running) {
      return;
    }
    switch (step) {
      case Step.Trace begin -> throw new IllegalStateException("handled above: " + begin);
      case Step.Init init -> init(init);
      case Step.Call call -> call(call);
      case Step.Direct direct -> stop();
      case Step.Poke poke -> write(poke.diff());
      case Step.Final end -> end(end);
    }
  }

  private void startTrace(Step.Trace begin) {
    traces++;
    trace = begin.name() + " (" + begin.variant() + ")";
    running = true;
    partial = false;
    machine.store().clear();
    write(file.genesis());
    machine.store().commit();
  }

  private void endTrace() {
    if (running && !partial) {
      whole.add(trace);
    }
    running = false;
  }

  private void stop() {
    running = false;
    partial = true;
  }

  private void write(SortedMap<Bytes, Step.Written> diff) {
    diff.forEach((key, written) -> machine.store().writeRaw(key.array(),
        written.value() == null ? null : written.value().array()));
  }

  private void init(Step.Init init) {
    String where = trace + ", block " + init.n() + ", init";
    int mark = machine.store().mark();
    events = 0;
    write(only(init.recorded().diff(), ERA));
    var contracts = new RecordedContracts(init.recorded().contracts());
    machine.begin(init.n(), init.now(), init.round(), contracts);
    compare(where, mark, init.recorded(), contracts);
  }

  private void call(Step.Call step) {
    Optional<Call> decoded = machine.decode(step.call());
    if (decoded.isEmpty()) {
      stop();
      return;
    }
    replayed++;
    Call call = decoded.get();
    String where =
        trace + ", block " + step.n() + ", call " + step.index() + " " + step.name();
    var found = new ArrayList<Report.Difference>();
    DispatchInfo info = machine.info(call);
    Step.Declared declared = step.declared();
    if (declared.weight() != null && !declared.weight().equals(info.weight())) {
      found.add(difference(where, "declared weight", declared.weight(), info.weight()));
    }
    if (declared.dispatchClass() != null && declared.dispatchClass() != info.dispatchClass()) {
      found.add(difference(where, "class", declared.dispatchClass(), info.dispatchClass()));
    }
    int mark = machine.store().mark();
    var contracts = new RecordedContracts(step.recorded().contracts());
    Machine.Ran ran = machine.dispatch(step.index(), step.origin(), call, contracts);
    result(where, step, info, ran, found);
    differences.addAll(found);
    boolean same = compare(where, mark, step.recorded(), contracts);
    if (!found.isEmpty() && same) {
      differ();
    }
  }

  private static void result(String where, Step.Call step, DispatchInfo info, Machine.Ran ran,
      List<Report.Difference> found) {
    String expected = switch (step.result()) {
      case Step.Result.Ok ok -> "ok";
      case Step.Result.Err err -> err.error() + " " + err.name();
      case Step.Result.Panic panic -> "panic";
    };
    String actual = switch (ran) {
      case Machine.Ran.Done done -> "ok";
      case Machine.Ran.Refused refused -> refused.error() + " " + refused.name();
      case Machine.Ran.Panicked panicked -> "panic";
    };
    boolean same = switch (step.result()) {
      case Step.Result.Err err ->
          ran instanceof Machine.Ran.Refused refused && refused.error().equals(err.error());
      default -> expected.equals(actual);
    };
    if (!same) {
      found.add(new Report.Difference(where, "result", expected, actual));
      return;
    }
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
      found.add(difference(where, "pays", step.pays(), pays));
    }
    if (!java.util.Objects.equals(step.declared().actual(), post.actual())) {
      found.add(difference(where, "weight after dispatch", step.declared().actual(),
          post.actual()));
    }
  }

  private void end(Step.Final step) {
    String where = trace + ", block " + step.n() + ", final";
    int mark = machine.store().mark();
    write(only(step.recorded().diff(), BASE_FEE));
    machine.end(step.n());
    if (compare(where, mark, step.recorded(), new RecordedContracts(List.of()))) {
      machine.store().commit();
    }
  }

  /** Compares what the step left behind; at a difference the trace ends. */
  private boolean compare(String where, int mark, Step.Recorded expected,
      RecordedContracts contracts) {
    var found = new ArrayList<Report.Difference>();
    for (Report.Difference d : contracts.differences()) {
      found.add(new Report.Difference(where, d.what(), d.expected(), d.found()));
    }
    contractCalls += contracts.taken();
    changes(where, expected.diff(), machine.store().changesSince(mark), found);
    List<Bytes> added = machine.events(events);
    events = machine.eventCount();
    for (int i = 0; i < Math.max(added.size(), expected.events().size()); i++) {
      Bytes want = i < expected.events().size() ? expected.events().get(i) : null;
      Bytes have = i < added.size() ? added.get(i) : null;
      if (!java.util.Objects.equals(want, have)) {
        found.add(difference(where, "event " + i, want, have));
        break;
      }
    }
    differences.addAll(found);
    if (!found.isEmpty()) {
      differ();
    }
    return found.isEmpty();
  }

  private void differ() {
    different++;
    stop();
  }

  private void changes(String where, SortedMap<Bytes, Step.Written> expected,
      List<Store.Change> changes, List<Report.Difference> found) {
    var actual = new TreeMap<Bytes, Step.Written>();
    for (Store.Change change : changes) {
      if (!isExcluded(change.key())) {
        actual.put(change.key(), new Step.Written(change.value()));
      }
    }
    var keys = new java.util.TreeSet<>(expected.keySet());
    keys.addAll(actual.keySet());
    for (Bytes key : keys) {
      Step.Written want = expected.get(key);
      Step.Written have = actual.get(key);
      if (!java.util.Objects.equals(want, have)) {
        found.add(new Report.Difference(where, nameOf(key), text(want), text(have)));
      }
    }
  }

  private static String text(Step.@Nullable Written written) {
    if (written == null) {
      return "no change";
    }
    return written.value() == null ? "removed" : written.value().toString();
  }

  private static Report.Difference difference(String where, String what, @Nullable Object expected,
      @Nullable Object found) {
    return new Report.Difference(where, what, expected == null ? "nothing" : expected.toString(),
        found == null ? "nothing" : found.toString());
  }

  private boolean isExcluded(Bytes key) {
    if (key.size() < Item.PREFIX_BYTES) {
      return true;
    }
    String name = nameOf(key);
    return name.startsWith("System.") && !name.startsWith("System.Account ")
        || name.startsWith("Timestamp.DidUpdate");
  }

  private String nameOf(Bytes key) {
    if (key.size() < Item.PREFIX_BYTES) {
      return "key " + key;
    }
    byte[] rest = Arrays.copyOfRange(key.array(), Item.PREFIX_BYTES, key.size());
    String name = names.get(Bytes.wrap(Arrays.copyOf(key.array(), Item.PREFIX_BYTES)));
    return name == null ? "key " + key : name + " " + Hex.of(rest);
  }

  private static SortedMap<Bytes, Step.Written> only(SortedMap<Bytes, Step.Written> diff,
      Set<Bytes> keys) {
    var kept = new TreeMap<Bytes, Step.Written>(diff);
    kept.keySet().removeIf(key -> !keys.contains(key));
    return kept;
  }
}
