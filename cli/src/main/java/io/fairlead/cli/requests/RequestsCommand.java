package io.fairlead.cli.requests;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fairlead requests}. */
@Command(name = "requests", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Look at requests for services: who asked whom, who approved, how they ended.",
    subcommands = {ListRequests.class, ShowRequest.class},
    footer = {"", "Example:", "  fairlead requests list --twin http://127.0.0.1:9955"})
public final class RequestsCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(),
        "Name a command; fairlead requests --help lists them.");
  }
}
