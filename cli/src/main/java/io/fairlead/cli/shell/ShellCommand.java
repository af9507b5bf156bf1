package io.fairlead.cli.shell;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fairlead shell}. */
@Command(name = "shell", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Run blueprint jobs as an operator.", subcommands = {RunShell.class},
    footer = {"", "Example:", "  fairlead shell run --config shell.yaml"})
public final class ShellCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(),
        "Name a command; fairlead shell --help lists them.");
  }
}
