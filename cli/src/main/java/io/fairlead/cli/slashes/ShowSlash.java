package io.fairlead.cli.slashes;

import io.fairlead.cli.ExitCode;
import io.fairlead.cli.OutputOptions;
import io.fairlead.cli.chain.ChainOptions;
import io.fairlead.client.TangleChain;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fairlead slashes show}. */
@Command(name = "show", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Explain one pending slash: who, for what, when, and who may dispute it.",
    footer = {"", "Example:", "  fairlead slashes show 1 --url ws://127.0.0.1:9944"})
final class ShowSlash implements Callable<Integer> {
  @Parameters(paramLabel = "N", description = "Index of the slash.") private long index;

  @Mixin private ChainOptions chain = new ChainOptions();
  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    return chain.with(connected -> {
      PendingSlash.Queue queue = PendingSlash.read(connected);
      PendingSlash pending = PendingSlash.find(queue, index);
      if (output.isJson()) {
        out.println(OutputOptions.json(pending.json(connected, queue)));
      } else {
        text(out, connected, queue, pending);
      }
      return ExitCode.DONE;
    });
  }

  private static void text(PrintWriter out, TangleChain chain, PendingSlash.Queue queue,
      PendingSlash pending) {
    out.printf("slash %d at finalized block %d%n", pending.index(), queue.block());
    out.printf("  operator   %s%n", chain.address(pending.slash().operator()));
    out.printf("  percent    %s of its stake and of each delegation that selects the blueprint%n",
        pending.slash().slashPercent());
    out.printf("  service    %d of blueprint %d%n", pending.slash().serviceId(),
        pending.slash().blueprintId());
    out.printf("  reported   in round %d, now is round %d%n", pending.slash().era(),
        queue.round());
    out.printf("  due        %s%n", ListSlashes.due(pending, queue));
    out.printf("  veto       only the dispute origin that the blueprint's manager names;%n"
        + "             neither council nor Root can stop a queued slash%n");
    out.printf("  see also   fairlead slashes dry-run %d, fairlead slashes call-data %d%n",
        pending.index(), pending.index());
  }
}
