package io.fairlead.cli.metadata;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fairlead metadata}. */
@Command(name = "metadata", mixinStandardHelpOptions = true,
    description = "Describe, compare and export the metadata of runtimes.",
    subcommands = {DescribeMetadata.class, DiffMetadata.class, ExportMetadata.class},
    footer = {"", "Example:", "  fairlead metadata describe --profile tangle-testnet"})
public final class MetadataCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(),
        "Name a command; fairlead metadata --help lists them.");
  }
}
