package io.fairlead.cli.conformance;

import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Failure;
import io.fairlead.cli.OutputOptions;
import io.fairlead.runtime.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
        "A trace runs up to the first call that is absent here. Exit 4 on a difference."},
    footer = {"", "Example:", "  fairlead conformance scenarios-slashing-deployed.jsonl.gz"})
public final class ConformanceCommand implements Callable<Integer> {
  private static final int SHOWN_MAX = 20;

  @Parameters(arity = "1..*", paramLabel = "FILE",
      description = "Trace files (.jsonl or .jsonl.gz), or folders of them.") private List<Path> files =
          List.of();

  @Option(names = "--rules", paramLabel = "RULES",
      description = "Rules instead of those that the variant of each file means.") private @Nullable String rules;

  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    Report total = Report.NONE;
    for (Path file : expanded()) {
      Report report = replay(file);
      total = total.plus(report);
      if (!output.isJson()) {
        out.println(file.getFileName() + ": " + line(report));
        report.differences().stream().limit(SHOWN_MAX).forEach(d -> out.println(d.text()));
      }
    }
    if (output.isJson()) {
      var document = new LinkedHashMap<String, Long>();
      document.put("traces", total.traces());
      document.put("calls", total.calls());
      document.put("replayed", total.replayed());
      document.put("differences", total.different());
      out.println(OutputOptions.json(document));
    } else {
      out.println("all: " + line(total));
    }
    return total.different() == 0 ? ExitCode.DONE : ExitCode.CHECK_FAILED;
  }

  private static String line(Report report) {
    return report.traces() + " traces (" + report.whole().size() + " whole), " + report.steps()
        + " steps, " + report.replayed() + " of " + report.calls() + " calls replayed, "
        + report.contractCalls() + " contract calls, " + report.different() + " differences";
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

  private Report replay(Path path) {
    try (var file = new TraceReader(path)) {
      return new Replay(file, new PalletMachine(rulesOf(file))).run();
    } catch (IOException unreadable) {
      throw Failure.usage("cannot read " + path + ": " + unreadable.getMessage());
    }
  }

  private Rules rulesOf(TraceReader file) {
    String text = rules != null ? rules : switch (file.variant()) {
      case "deployed" -> "deployed";
      case "slash-on" -> "deployed,slashing.taking=as-written";
      case String other -> throw Failure.usage("unknown variant " + other + "; give --rules");
    };
    return switch (Rules.parse(text)) {
      case Rules.Parsed.Good(Rules good) -> good;
      case Rules.Parsed.Bad(String message) -> throw Failure.usage(message);
    };
  }
}
