package io.fairlead.cli.conformance;

import io.fairlead.substrate.metadata.RuntimeDeclaration;
import io.fairlead.substrate.pallet.PalletDeclaration;
import io.fairlead.substrate.scale.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Writes {@code docs/conformance.md}: what was replayed, and which calls and errors that reached. */
final class Coverage {
  private static final String RANDOM = "random";
  private static final String NONE = "–";
  /** Each step init ends with it. */
  private static final String INHERENT = "Timestamp.set";

  /** A file, the rules under which it was replayed, and what came of it. */
  record Replayed(String file, String rules, Report report) {
    boolean isRandom() {
      return file.startsWith(RANDOM);
    }
  }

  private final List<Replayed> files;
  private final Report scenarios;
  private final Report random;
  private final RuntimeDeclaration runtime;
  private final Map<String, String> neverReturned;
  private final List<String> lines = new ArrayList<>();

  private Coverage(List<Replayed> files, RuntimeDeclaration runtime,
      Map<String, String> neverReturned) {
    this.files = files;
    this.scenarios = sum(files.stream().filter(each -> !each.isRandom()).toList());
    this.random = sum(files.stream().filter(Replayed::isRandom).toList());
    this.runtime = runtime;
    this.neverReturned = neverReturned;
  }

  private static Report sum(List<Replayed> files) {
    return files.stream().map(Replayed::report).reduce(Report.NONE, Report::plus);
  }

  /** The document: lines that end in a line feed. */
  static String of(List<Replayed> files, RuntimeDeclaration runtime,
      Map<String, String> neverReturned) {
    var coverage = new Coverage(files, runtime, neverReturned);
    coverage.write();
    return String.join("\n", coverage.lines) + "\n";
  }

  private void write() {
    lines.addAll(List.of("# Conformance", "",
        "Generated: what our pallets do beside what the chain's own pallets did, step by step, when"
            + " they were recorded.",
        "Remake it with", "", "```",
        "fairlead conformance --write-report docs/conformance.md FILES",
        "```", "",
        "where FILES are the trace files or their folder. `mvn verify` replays the scenario files"
            + " and compares their",
        "numbers with these. A call counts as replayed when it was executed here and its result,"
            + " weight, class, fee rule,",
        "storage changes, events and contract calls were compared byte for byte; `EVM.call` is"
            + " applied as recorded.",
        "A trace is whole when each of its steps was replayed without a difference.", ""));
    files();
    pallets();
  }

  private void files() {
    lines.add("## Files");
    lines.add("");
    row("File", "Rules", "Traces", "Whole", "Steps", "Calls", "Replayed", "Copied",
        "Contract calls", "Different");
    row("---", "---", "---", "---", "---", "---", "---", "---", "---", "---");
    files.forEach(each -> file("`" + each.file() + "`", "`" + each.rules() + "`", each.report()));
    lines.add("");
  }

  private void file(String name, String rules, Report report) {
    Tally calls = report.calls();
    row(name, rules, "" + report.traces(), "" + report.whole().size(),
        "" + report.steps().tried(), "" + calls.tried(), "" + calls.replayed(),
        "" + calls.copied(), "" + report.contractCalls(), "" + report.steps().different());
  }

  private void pallets() {
    for (RuntimeDeclaration.IndexedPallet pallet : runtime.pallets()) {
      PalletDeclaration declaration = pallet.declaration();
      if (declaration.calls() != null || declaration.errors() != null) {
        lines.add("## " + declaration.name());
        lines.add("");
        if (declaration.calls() != null) {
          calls(declaration.name(), declaration.calls().shape().cases());
        }
        if (declaration.errors() instanceof Shape.Variants(var path, var params, var cases)) {
          errors(declaration.name(), cases);
        }
      }
    }
  }

  private void calls(String pallet, List<Shape.Case> cases) {
    if (cases.isEmpty()) {
      return;
    }
    row("Call (succeeded / tried)", "Scenarios", "Random", "Otherwise");
    row("---", "---", "---", "---");
    for (Shape.Case call : cases) {
      String name = pallet + "." + call.name();
      Tally scenario = scenarios.tallies().getOrDefault(name, Tally.NONE);
      Tally drawn = random.tallies().getOrDefault(name, Tally.NONE);
      row("`" + call.name() + "`", counts(scenario), counts(drawn), otherwise(name, scenario));
    }
    lines.add("");
  }

  private static String otherwise(String name, Tally scenario) {
    return scenario.replayed() > 0 ? NONE
        : name.equals(INHERENT) ? "the inherent in every block of a trace"
        : "not recorded; called in tests";
  }

  private static String counts(Tally tally) {
    return tally.tried() == 0 ? NONE : tally.succeeded() + " / " + tally.tried();
  }

  private void errors(String pallet, List<Shape.Case> cases) {
    row("Error (times returned)", "Scenarios", "Random", "Otherwise");
    row("---", "---", "---", "---");
    for (Shape.Case error : cases) {
      String name = pallet + "." + error.name();
      Long scenario = scenarios.errors().get(name);
      Long drawn = random.errors().get(name);
      row("`" + error.name() + "`", scenario == null ? NONE : "" + scenario,
          drawn == null ? NONE : "" + drawn, otherwise(name, scenario != null));
    }
    lines.add("");
  }

  private String otherwise(String name, boolean recorded) {
    String reason = neverReturned.get(name);
    return recorded ? NONE : reason == null ? "returned in tests" : "never: " + reason;
  }

  private void row(String... cells) {
    var row = new StringJoiner(" | ", "| ", " |");
    for (String cell : cells) {
      row.add(cell);
    }
    lines.add(row.toString());
  }
}
