package io.fairlead.cli.delegators;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fairlead delegators}. */
@Command(name = "delegators", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Look at delegators: deposits, delegations, what they wait for.",
    subcommands = {ListDelegators.class, ShowDelegator.class},
    footer = {"", "Example:", "  fairlead delegators list --url ws://127.0.0.1:9944"})
public final class DelegatorsCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(),
        "Name a command; fairlead delegators --help lists them.");
  }
}
