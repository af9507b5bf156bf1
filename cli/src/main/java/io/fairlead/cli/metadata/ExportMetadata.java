package io.fairlead.cli.metadata;

import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Failure;
import io.fairlead.runtime.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fairlead metadata export}: the bytes that code generators want. */
@Command(name = "export", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Write metadata V15 of this program's own runtime, plain bytes from 'meta' on.",
    footer = {"", "Example:",
        "  fairlead metadata export --profile tangle-testnet --out runtime.scale"})
final class ExportMetadata implements Callable<Integer> {
  @Option(names = "--profile", required = true, paramLabel = "NAME",
      description = "Which runtime, such as tangle-testnet.") private String profile = "";

  @Option(names = "--out", required = true, paramLabel = "FILE",
      description = "File to write; one that exists is replaced.") private Path file = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Profile chosen = Profiles.named(profile);
    byte[] bytes = Profiles.metadata(chosen).encode();
    try {
      Files.write(file, bytes);
    } catch (IOException failed) {
      throw Failure.usage("--out: cannot write " + file + ": " + failed);
    }
    spec.commandLine().getOut().printf("%s: %d bytes, metadata V15 of %s, spec %d%n", file,
        bytes.length, chosen.name(), chosen.specVersion());
    return ExitCode.DONE;
  }
}
