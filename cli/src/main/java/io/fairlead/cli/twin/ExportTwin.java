package io.fairlead.cli.twin;

import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Failure;
import io.fairlead.twin.Archive;
import io.fairlead.twin.Unusable;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fairlead twin export}. */
@Command(name = "export", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Write a stopped twin into one file: its journal with the log, its replica, and the"
        + " SHA-256 of each. Tables are not in it; they come again from the log.",
    footer = {"", "Example:", "  fairlead twin export twin.zip --data twin"})
final class ExportTwin implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "A new file.") private Path file =
      Path.of("twin.zip");

  @Option(names = "--data", paramLabel = "DIR", required = true,
      description = "The twin's data folder.") private Path data = Path.of("twin");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    try {
      long bytes = Archive.write(data, file);
      spec.commandLine().getOut().printf("%s: %,d bytes%n", file, bytes);
      return ExitCode.DONE;
    } catch (Unusable reason) {
      throw Failure.usage(String.valueOf(reason.getMessage()));
    }
  }
}
