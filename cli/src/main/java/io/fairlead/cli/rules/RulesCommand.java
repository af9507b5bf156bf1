package io.fairlead.cli.rules;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fairlead rules}. */
@Command(name = "rules", mixinStandardHelpOptions = true,
    description = "Show where a chain may differ from the deployed one.",
    subcommands = {ListRules.class, ShowRule.class, DiffRules.class},
    footer = {"", "Examples:", "  fairlead rules list", "  fairlead rules show slashing.taking",
        "  fairlead rules diff deployed repaired"})
public final class RulesCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(),
        "Name a command; fairlead rules --help lists them.");
  }
}
