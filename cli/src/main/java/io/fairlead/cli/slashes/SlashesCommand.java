package io.fairlead.cli.slashes;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fairlead slashes}. */
@Command(name = "slashes", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Review slashes: what pending ones would take, how to dispute them, and, from a"
        + " twin, who proposed them and how the past ones ended.",
    subcommands = {ListSlashes.class, ShowSlash.class, SlashHistory.class, DryRunSlash.class,
        DisputeSlash.class,
        SlashCallData.class},
    footer = {"", "Example:", "  fairlead slashes list --url ws://127.0.0.1:9944"})
public final class SlashesCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(),
        "Name a command; fairlead slashes --help lists them.");
  }
}
