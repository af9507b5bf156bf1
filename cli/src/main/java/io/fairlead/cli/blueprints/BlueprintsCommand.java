package io.fairlead.cli.blueprints;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fairlead blueprints}. */
@Command(name = "blueprints", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Look at published blueprints: jobs, prices, operators.",
    subcommands = {ListBlueprints.class, ShowBlueprint.class, BlueprintServices.class},
    footer = {"", "Example:", "  fairlead blueprints list --url ws://127.0.0.1:9944"})
public final class BlueprintsCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(),
        "Name a command; fairlead blueprints --help lists them.");
  }
}
