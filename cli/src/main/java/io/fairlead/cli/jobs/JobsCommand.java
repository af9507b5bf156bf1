package io.fairlead.cli.jobs;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fairlead jobs}. */
@Command(name = "jobs", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Look at job calls: who called with what, who answered what and when.",
    subcommands = ShowJob.class,
    footer = {"", "Example:", "  fairlead jobs show 17 --twin http://127.0.0.1:9955"})
public final class JobsCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(),
        "Name a command; fairlead jobs --help lists them.");
  }
}
