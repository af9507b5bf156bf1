package io.fairlead.cli.shell;

import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Failure;
import io.fairlead.cli.LogLines;
import io.fairlead.cli.OutputOptions;
import io.fairlead.cli.StopSignal;
import io.fairlead.operator.Shell;
import io.fairlead.operator.ShellConfig;
import io.fairlead.operator.ShellConfigReader;
import io.fairlead.operator.ShellRefusal;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fairlead shell run}. */
@Command(name = "run", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Follow the chain, run the programs of our job calls in a sandbox, submit each"
        + " result once.",
        "Goes on until it is stopped; SIGTERM and Ctrl-C let running programs end first. With"
            + " --output json each thing that happens is one JSON document a line."},
    footer = {"", "Example:", "  fairlead shell run --config shell.yaml"})
final class RunShell implements Callable<Integer> {
  @Option(names = "--config", paramLabel = "FILE", required = true,
      description = "Settings in YAML; all mistakes in it are told at once.") private Path config =
          Path.of("shell.yaml");

  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    ShellConfig settings = settings();
    LogLines.show(isVerbose());
    Shell shell = start(settings, spec.commandLine().getOut());
    CompletableFuture<Integer> stop = StopSignal.first();
    shell.ended().whenComplete((done, failure) -> {
      if (failure != null) {
        stop.completeExceptionally(failure instanceof ShellRefusal refused
            ? Failure.usage(String.valueOf(refused.getMessage()))
            : new Failure(ExitCode.BUG, "the shell stopped: " + failure));
      }
    });
    int exitCode = stop.join();
    shell.stop();
    return exitCode;
  }

  private Shell start(ShellConfig settings, PrintWriter out) {
    try {
      return Shell.start(settings, news -> {
        out.println(output.isJson() ? NewsText.json(news) : NewsText.line(news));
        out.flush();
      });
    } catch (ShellRefusal refused) {
      throw Failure.usage(String.valueOf(refused.getMessage()));
    }
  }

  private boolean isVerbose() {
    OptionSpec verbose = spec.root().findOption("--verbose");
    return verbose != null && Boolean.TRUE.equals(verbose.getValue());
  }

  private ShellConfig settings() {
    return switch (ShellConfigReader.read(config, System.getenv())) {
      case ShellConfigReader.Result.Ready(ShellConfig ready) -> ready;
      case ShellConfigReader.Result.Mistaken(List<String> mistakes) ->
          throw Failure.usage(config + " has " + mistakes.size()
              + (mistakes.size() == 1 ? " mistake:" : " mistakes:") + "\n  "
              + String.join("\n  ", mistakes));
    };
  }
}
