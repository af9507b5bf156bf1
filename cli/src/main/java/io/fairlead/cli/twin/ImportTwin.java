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

/** {@code fairlead twin import}. */
@Command(name = "import", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Make a data folder from a file that twin export wrote. Every byte is checked before"
        + " the folder is there; twin run goes on from its last block, twin verify proves it all.",
    footer = {"", "Example:", "  fairlead twin import twin.zip --data twin2",
        "  fairlead twin verify --full --data twin2 --url ws://127.0.0.1:9944"})
final class ImportTwin implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "What twin export wrote.") private Path file =
      Path.of("twin.zip");

  @Option(names = "--data", paramLabel = "DIR", required = true,
      description = "A new folder.") private Path data = Path.of("twin");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    try {
      Archive.read(file, data);
      spec.commandLine().getOut().printf("%s is there; next: fairlead twin verify --full --data %s"
          + " --url ws://…%n", data, data);
      return ExitCode.DONE;
    } catch (Unusable reason) {
      throw Failure.usage(String.valueOf(reason.getMessage()));
    }
  }
}
