package io.fairlead.cli.slashes;

import io.fairlead.cli.ExitCode;
import io.fairlead.cli.OutputOptions;
import io.fairlead.cli.chain.ChainOptions;
import io.fairlead.client.TangleChain;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code fairlead slashes list}. */
@Command(name = "list", mixinStandardHelpOptions = true, sortOptions = false,
    description = "List the slashes that wait, the next due first.",
    footer = {"", "Example:", "  fairlead slashes list --url ws://127.0.0.1:9944"})
final class ListSlashes implements Callable<Integer> {
  @Mixin private ChainOptions chain = new ChainOptions();
  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    return chain.with(connected -> {
      PendingSlash.Queue queue = PendingSlash.read(connected);
      if (output.isJson()) {
        json(out, connected, queue);
      } else {
        text(out, connected, queue);
      }
      return ExitCode.DONE;
    });
  }

  private static void json(PrintWriter out, TangleChain chain, PendingSlash.Queue queue) {
    var document = new LinkedHashMap<String, Object>();
    document.put("block", queue.block());
    document.put("round", queue.round());
    document.put("slashes",
        queue.slashes().stream().map(slash -> slash.json(chain, queue)).toList());
    out.println(OutputOptions.json(document));
  }

  private static void text(PrintWriter out, TangleChain chain, PendingSlash.Queue queue) {
    out.printf("%d pending at finalized block %d, round %d%n", queue.slashes().size(),
        queue.block(), queue.round());
    if (queue.slashes().isEmpty()) {
      return;
    }
    out.printf("%-6s %-50s %8s %10s %8s  %s%n", "slash", "operator", "service", "percent",
        "round", "due");
    for (PendingSlash pending : queue.slashes()) {
      out.printf("%-6d %-50s %8d %10s %8d  %s%n", pending.index(),
          chain.address(pending.slash().operator()), pending.slash().serviceId(),
          pending.slash().slashPercent(), pending.slash().era(), due(pending, queue));
    }
  }

  static String due(PendingSlash pending, PendingSlash.Queue queue) {
    long left = pending.roundsLeft(queue);
    return "round " + pending.dueRound() + (left == 0 ? ", now"
        : ", in " + left + (left == 1 ? " round" : " rounds"));
  }
}
