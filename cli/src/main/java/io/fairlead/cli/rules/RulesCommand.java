package io.fairlead.cli.rules;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fairlead rules}. */
@Command(name = "rules", mixinStandardHelpOptions = true,
    description = "Show where a chain may differ from the deployed one.",
    subcommands = {ListRules.class}, footer = {"", "Example:", "  fairlead rules list"})
public final class RulesCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(),
        "Name a command; fairlead rules --help lists them.");
  }
}
