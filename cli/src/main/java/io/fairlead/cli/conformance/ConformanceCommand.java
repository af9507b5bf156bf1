package io.fairlead.cli.conformance;

import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Failure;
import io.fairlead.cli.OutputOptions;
import io.fairlead.cli.Table;
import io.fairlead.runtime.Profile;
import io.fairlead.runtime.Rules;
import io.fairlead.runtime.RuntimeMetadata;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fairlead conformance}: recorded traces of the chain's own pallets against ours. */
@Command(name = "conformance", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Replay recorded traces of the chain's own pallets and compare byte for byte:"
        + " results, weights, storage changes, events, contract calls.",
        "A trace runs up to the first call that is absent here or to its first difference."
            + " EVM.call alone is taken as recorded and counts as replayed. Exit 4 on a"
            + " difference."},
    footer = {"", "Examples:", "  fairlead conformance scenarios-slashing-deployed.jsonl.gz",
        "  fairlead conformance --keep-going --pallet Lst traces/",
        "  fairlead conformance --copy --trace slash-order --calls traces/",
        "  fairlead conformance --write-report docs/conformance.md traces/"})
public final class ConformanceCommand implements Callable<Integer> {

  @Parameters(arity = "1..*", paramLabel = "FILE",
      description = "Trace files (.jsonl or .jsonl.gz), or folders of them.") private List<Path> files =
          List.of();

  @Option(names = "--rules", paramLabel = "RULES",
      description = "Rules instead of those that the variant of each file means.") private @Nullable String rules;

  @Option(names = "--trace", paramLabel = "NAME",
      description = "Only the traces of this name; may be repeated.") private List<String> traces =
          List.of();

  @Option(names = "--copy",
      description = "Go on behind what is absent here: take its changes as recorded. Such steps"
          + " count as copied, not as replayed.") private boolean copy;

  @Option(names = "--keep-going",
      description = "Go on behind a difference too, from the recorded state, so that all are listed."
          + " Includes --copy.") private boolean keepGoing;

  @Option(names = "--calls",
      description = "List the kinds of steps: tried, replayed, copied, different.") private boolean listsCalls;

  @Option(names = "--pallet", paramLabel = "NAME",
      description = "List the calls of this pallet alone, and only differences in them; init and"
          + " final name the hooks. May be repeated.") private List<String> pallets = List.of();

  @Option(names = "--show", paramLabel = "N", defaultValue = "20",
      description = "Differences shown of a file at most (default: 20).") private int shown = 20;

  @Option(names = "--write-report", paramLabel = "FILE",
      description = "Write a document that tells which files, calls and errors were covered.") private @Nullable Path document;

  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Report total = Report.NONE;
    var replayed = new ArrayList<Coverage.Replayed>();
    for (Path file : expanded()) {
      Coverage.Replayed one = replay(file);
      Report report = one.report();
      replayed.add(one);
      total = total.plus(report);
      if (!output.isJson()) {
        out.println(file.getFileName() + ": " + line(report));
        report.differences().stream().filter(each -> isOfInterest(each.name())).limit(shown)
            .forEach(each -> out.println(each.text()));
      }
    }
    if (output.isJson()) {
      out.println(OutputOptions.json(document(total)));
    } else {
      table(total, out);
      out.println("all: " + line(total));
    }
    if (document != null) {
      write(document, replayed);
    }
    return total.differences().isEmpty() ? ExitCode.DONE : ExitCode.CHECK_FAILED;
  }

  private static void write(Path document, List<Coverage.Replayed> replayed) {
    String text = Coverage.of(replayed, RuntimeMetadata.declaration(Profile.TANGLE_TESTNET),
        NeverReturned.reasons());
    try {
      Files.writeString(document, text);
    } catch (IOException unwritable) {
      throw Failure.usage("cannot write " + document + ": " + unwritable.getMessage());
    }
  }

  private static String line(Report report) {
    Tally calls = report.calls();
    return report.traces() + " traces (" + report.whole().size() + " whole), "
        + report.steps().tried() + " steps, " + calls.replayed() + " of " + calls.tried()
        + " calls replayed, " + (calls.copied() == 0 ? "" : calls.copied() + " copied, ")
        + report.contractCalls() + " contract calls, " + report.steps().different()
        + " differences";
  }

  private boolean isOfInterest(String name) {
    return pallets.isEmpty() || pallets.stream()
        .anyMatch(pallet -> name.equals(pallet) || name.startsWith(pallet + ".")
            || name.startsWith(pallet + "::"));
  }

  private void table(Report total, PrintWriter out) {
    if (!listsCalls && pallets.isEmpty()) {
      return;
    }
    var table = new Table("STEP", "TRIED", "REPLAYED", "COPIED", "DIFFERENT");
    total.tallies().forEach((name, tally) -> {
      if (isOfInterest(name)) {
        table.row(name, "" + tally.tried(), "" + tally.replayed(), "" + tally.copied(),
            "" + tally.different());
      }
    });
    table.lines().forEach(out::println);
  }

  private Map<String, Object> document(Report total) {
    var document = new LinkedHashMap<String, Object>();
    document.put("traces", total.traces());
    document.put("whole", total.whole().size());
    document.put("calls", total.calls().tried());
    document.put("replayed", total.calls().replayed());
    document.put("copied", total.calls().copied());
    document.put("differences", total.steps().different());
    var steps = new ArrayList<Map<String, Object>>();
    total.tallies().forEach((name, tally) -> {
      if (isOfInterest(name)) {
        var step = new LinkedHashMap<String, Object>();
        step.put("step", name);
        step.put("tried", tally.tried());
        step.put("replayed", tally.replayed());
        step.put("copied", tally.copied());
        step.put("different", tally.different());
        steps.add(step);
      }
    });
    document.put("steps", steps);
    return document;
  }

  private List<Path> expanded() {
    var found = new ArrayList<Path>();
    for (Path path : files) {
      if (!Files.isDirectory(path)) {
        found.add(path);
        continue;
      }
      try (Stream<Path> inside = Files.list(path)) {
        inside.filter(file -> file.toString().matches(".*\\.jsonl(\\.gz)?")).sorted()
            .forEach(found::add);
      } catch (IOException unreadable) {
        throw Failure.usage("cannot read the folder " + path + ": " + unreadable.getMessage());
      }
    }
    if (found.isEmpty()) {
      throw Failure.usage("no trace files in " + files);
    }
    return found;
  }

  private Coverage.Replayed replay(Path path) {
    var manner = new Replay.Manner(name -> traces.isEmpty() || traces.contains(name),
        copy || keepGoing, keepGoing);
    try (var file = new TraceReader(path)) {
      String text = rulesOf(file);
      Report report = new Replay(file, new PalletMachine(parsed(text)), manner).run();
      return new Coverage.Replayed(path.getFileName().toString(), text, report);
    } catch (IOException unreadable) {
      throw Failure.usage("cannot read " + path + ": " + unreadable.getMessage());
    }
  }

  private String rulesOf(TraceReader file) {
    return rules != null ? rules : switch (file.variant()) {
      case "deployed" -> "deployed";
      case "slash-on" -> "deployed,slashing.taking=as-written";
      case String other -> throw Failure.usage("unknown variant " + other + "; give --rules");
    };
  }

  private static Rules parsed(String text) {
    return switch (Rules.parse(text)) {
      case Rules.Parsed.Good(Rules good) -> good;
      case Rules.Parsed.Bad(String message) -> throw Failure.usage(message);
    };
  }
}
