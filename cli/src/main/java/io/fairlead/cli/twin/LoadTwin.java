package io.fairlead.cli.twin;

import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Failure;
import io.fairlead.twin.load.Load;
import io.fairlead.twin.load.LoadReport;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fairlead twin load}. */
@Command(name = "load", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Make traffic on a dev chain: operators, delegations, blueprints, requests, job"
        + " calls, results, slashes, disputes. The twelve dev accounts play, their choices drawn"
        + " from the seed.",
    footer = {"", "Example:",
        "  fairlead twin load --url ws://127.0.0.1:9944 --seconds 60 --seed 1"})
final class LoadTwin implements Callable<Integer> {
  @Option(names = "--url", paramLabel = "URL", defaultValue = "ws://127.0.0.1:9944",
      description = "A node of a dev chain (default: ws://127.0.0.1:9944).") private String url =
          "ws://127.0.0.1:9944";

  @Option(names = "--seconds", paramLabel = "N", defaultValue = "60",
      description = "How long (default: 60).") private long seconds = 60;

  @Option(names = "--seed", paramLabel = "S", defaultValue = "1",
      description = "From which all choices are drawn (default: 1).") private long seed = 1;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (seconds < 1) {
      throw Failure.usage("--seconds: expected at least 1, found " + seconds);
    }
    PrintWriter out = spec.commandLine().getOut();
    LoadReport report = Load.run(URI.create(url), seed, Duration.ofSeconds(seconds), so -> {
      out.printf("%d done, %d refused, %d lost%n", so.done(), so.refused(), so.lost());
      out.flush();
    });
    out.printf("%d calls in %d s, seed %d%n", report.done() + report.refused() + report.lost(),
        seconds, seed);
    return ExitCode.DONE;
  }
}
