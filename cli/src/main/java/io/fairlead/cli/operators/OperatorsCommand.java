package io.fairlead.cli.operators;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fairlead operators}. */
@Command(name = "operators", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Look at operators: stake, delegations, blueprints, services, duties, income.",
    subcommands = {ListOperators.class, ShowOperator.class, OperatorDuties.class,
        OperatorIncome.class},
    footer = {"", "Example:", "  fairlead operators list --url ws://127.0.0.1:9944"})
public final class OperatorsCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(),
        "Name a command; fairlead operators --help lists them.");
  }
}
