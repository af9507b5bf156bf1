package io.fairlead.cli.keys;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fairlead keys}. */
@Command(name = "keys", mixinStandardHelpOptions = true,
    description = "Look at keys and addresses.", subcommands = {InspectKey.class},
    footer = {"", "Example:", "  fairlead keys inspect --dev //Alice"})
public final class KeysCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(),
        "Name a command; fairlead keys --help lists them.");
  }
}
