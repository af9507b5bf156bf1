package io.fairlead.cli.services;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fairlead services}. */
@Command(name = "services", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Look at running services: operators, exposure, owner, job calls.",
    subcommands = {ListServices.class, ShowService.class, ServiceJobs.class},
    footer = {"", "Example:", "  fairlead services list --url ws://127.0.0.1:9944"})
public final class ServicesCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(),
        "Name a command; fairlead services --help lists them.");
  }
}
