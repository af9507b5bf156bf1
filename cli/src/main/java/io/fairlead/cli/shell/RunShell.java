package io.fairlead.cli.shell;

import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Failure;
import io.fairlead.cli.LogLines;
import io.fairlead.cli.OutputOptions;
import io.fairlead.operator.Shell;
import io.fairlead.operator.ShellConfig;
import io.fairlead.operator.ShellConfigReader;
import io.fairlead.operator.ShellRefusal;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
    LogLines.show(false);
    PrintWriter out = spec.commandLine().getOut();
    Shell shell;
    try {
      shell = Shell.start(settings, news -> {
        out.println(output.isJson() ? NewsText.json(news) : NewsText.line(news));
        out.flush();
      });
    } catch (ShellRefusal refused) {
      throw Failure.usage(String.valueOf(refused.getMessage()));
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> drain(shell), "stop the shell"));
    try {
      shell.ended().toCompletableFuture().join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof ShellRefusal refused) {
        throw Failure.usage(String.valueOf(refused.getMessage()));
      }
      throw new Failure(ExitCode.BUG, "the shell stopped: " + failed.getCause());
    }
    return ExitCode.DONE;
  }

  /** A shell that was told to stop and did so is done: 0, where the JVM would say 143. */
  private static void drain(Shell shell) {
    if (!shell.ended().toCompletableFuture().isDone()) {
      shell.stop();
      Runtime.getRuntime().halt(ExitCode.DONE);
    }
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
