package io.fairlead.cli.twin;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fairlead twin}. */
@Command(name = "twin", mixinStandardHelpOptions = true, sortOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    description = {
        "Follow a Tangle chain as actors: history, causes and what is pending, each block"
            + " proved against the chain's own state root."},
    subcommands = {RunTwin.class, TwinStatus.class, VerifyTwin.class, TwinGenerations.class,
        BackfillTwin.class, RewindTwin.class, ExportTwin.class, ImportTwin.class, LoadTwin.class,
        BenchTwin.class},
    footer = {"", "Examples:",
        "  fairlead twin run --url ws://127.0.0.1:9944 --data twin --from genesis",
        "  fairlead twin status --twin http://127.0.0.1:9955"})
public final class TwinCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(),
        "name what to do; fairlead twin --help lists it");
  }
}
