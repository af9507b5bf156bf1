package io.fairlead.cli.slashes;

import io.fairlead.cli.ExitCode;
import io.fairlead.cli.OutputOptions;
import io.fairlead.cli.chain.ChainOptions;
import io.fairlead.cli.chain.StateOrTwinCommand;
import io.fairlead.cli.twin.AskTwin;
import io.fairlead.cli.twin.TwinApi;
import io.fairlead.cli.twin.TwinChoice;
import io.fairlead.client.TangleChain;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fairlead slashes show}. */
@Command(name = "show", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Explain one slash: who, for what, when, and who may dispute it. A twin also knows"
        + " who proposed it in which call, and of an ended one how it ended and what it took.",
    footer = {"", "Examples:", "  fairlead slashes show 1 --url ws://127.0.0.1:9944",
        "  fairlead slashes show 2214/17 --twin http://127.0.0.1:9955"})
final class ShowSlash implements Callable<Integer> {
  @Parameters(paramLabel = "[ROUND/]INDEX",
      description = "The slash; its index is enough.") private String slash = "";

  @Mixin private TwinChoice twin = new TwinChoice();
  @Mixin private ChainOptions chain = new ChainOptions();
  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    SlashName name = SlashName.parse(slash);
    Optional<TwinApi> api = twin.named();
    if (api.isPresent()) {
      AskTwin.tell(out, output,
          api.get().get(TwinApi.Question.of(name.path(api.get()))), SlashLines::one);
      return ExitCode.DONE;
    }
    return chain.with(connected -> {
      PendingSlash.Queue queue = PendingSlash.read(connected);
      PendingSlash pending = PendingSlash.find(queue, name.index());
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
    out.println(StateOrTwinCommand.noHistory(queue.block()));
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
