package io.fairlead.cli.twin;

import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Failure;
import io.fairlead.cli.LogLines;
import io.fairlead.cli.OutputOptions;
import io.fairlead.twin.Unusable;
import io.fairlead.twin.bench.Figure;
import io.fairlead.twin.bench.TwinBench;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fairlead twin bench}. */
@Command(name = "bench", mixinStandardHelpOptions = true, sortOptions = false,
    description = {
        "Measure a twin on a made-up chain, with a real journal, entities and tables in a"
            + " temporary folder, and compare each figure with the floor of the design.",
        "Exit 6 when a floor is missed. Let nothing else run meanwhile."},
    footer = {"", "Example:", "  fairlead twin bench --facts 400000 --blocks 40000"})
final class BenchTwin implements Callable<Integer> {
  @Option(names = "--blocks", paramLabel = "N", defaultValue = "20000",
      description = "Quiet blocks to prove (default: 20000).") private int blocks = 20_000;

  @Option(names = "--facts", paramLabel = "N", defaultValue = "400000",
      description = "Facts into the log, and end to end (default: 400000).") private int facts =
          400_000;

  @Option(names = "--entities", paramLabel = "N", defaultValue = "100000",
      description = "Entities of the twin that is started again (default: 100000).") private int entities =
          100_000;

  @Option(names = "--store", paramLabel = "h2", defaultValue = "h2",
      description = "The store: h2 (default).") private String store = "h2";

  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    LogLines.show(false);
    if (blocks < 1 || facts < 1 || entities < 1) {
      throw Failure.usage("--blocks, --facts, --entities: expected numbers above zero");
    }
    if (!store.equals("h2")) {
      throw Failure.usage("--store: expected h2, the only store there is, found " + store);
    }
    PrintWriter out = spec.commandLine().getOut();
    var figures = new ArrayList<Figure>();
    Path folder = null;
    try {
      folder = Files.createTempDirectory("fairlead-bench");
      TwinBench.run(new TwinBench.Sizes(blocks, facts, entities), folder, figure -> {
        figures.add(figure);
        if (!output.isJson()) {
          out.println(line(figure));
          out.flush();
        }
      });
    } catch (Unusable | IOException failed) {
      throw Failure.usage(String.valueOf(failed.getMessage()));
    } finally {
      delete(folder);
    }
    if (output.isJson()) {
      out.println(json(figures).toPrettyString());
    }
    return figures.stream().allMatch(Figure::isKept) ? ExitCode.DONE : ExitCode.INVARIANT_BROKEN;
  }

  private static String line(Figure it) {
    return String.format(Locale.ROOT, "%-62s %,12.1f %-8s  floor %,.0f, aim %,.0f%s", it.what(),
        it.value(), it.unit(), it.floor(), it.aim(), it.isKept() ? "" : "  MISSED");
  }

  private static ArrayNode json(List<Figure> figures) {
    ArrayNode array = new ObjectMapper().createArrayNode();
    figures.forEach(it -> array.addObject().put("what", it.what()).put("value", it.value())
        .put("unit", it.unit()).put("floor", it.floor()).put("aim", it.aim())
        .put("kept", it.isKept()));
    return array;
  }

  private static void delete(@org.jspecify.annotations.Nullable Path folder) {
    if (folder == null) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException left) {
      throw new java.io.UncheckedIOException(left);
    }
  }
}
