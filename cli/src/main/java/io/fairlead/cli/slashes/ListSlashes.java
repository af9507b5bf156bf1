package io.fairlead.cli.slashes;

import io.fairlead.cli.ExitCode;
import io.fairlead.cli.OutputOptions;
import io.fairlead.cli.chain.Accounts;
import io.fairlead.cli.chain.ChainOptions;
import io.fairlead.cli.chain.StateOrTwinCommand;
import io.fairlead.cli.twin.AskTwin;
import io.fairlead.cli.twin.PageOptions;
import io.fairlead.cli.twin.TwinApi;
import io.fairlead.cli.twin.TwinChoice;
import io.fairlead.cli.twin.TwinText;
import io.fairlead.client.TangleChain;
import io.fairlead.substrate.primitive.AccountId;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fairlead slashes list}. */
@Command(name = "list", mixinStandardHelpOptions = true, sortOptions = false,
    description = "List the slashes that wait, the next due first. A twin also knows who proposed"
        + " each in which call, when it comes up, and those that ended.",
    footer = {"", "Examples:", "  fairlead slashes list --url ws://127.0.0.1:9944",
        "  fairlead slashes list --twin http://127.0.0.1:9955",
        "  fairlead slashes list --state all --operator //Charlie --twin http://127.0.0.1:9955"})
final class ListSlashes implements Callable<Integer> {
  @Option(names = "--state", paramLabel = "pending|ended|all", defaultValue = "pending",
      description = "Which slashes; ended ones only a twin knows (default: pending).") private SlashLines.Kind state =
          SlashLines.Kind.PENDING;

  @Option(names = "--operator", paramLabel = "ACCOUNT",
      description = "Only those of this operator.") private @Nullable String operator;

  @Option(names = "--service", paramLabel = "N",
      description = "Only those of this service.") private @Nullable Long service;

  @Mixin private PageOptions page = new PageOptions();
  @Mixin private TwinChoice twin = new TwinChoice();
  @Mixin private ChainOptions chain = new ChainOptions();
  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    AccountId of = operator == null ? null : Accounts.parse(operator);
    if (state != SlashLines.Kind.PENDING || twin.named().isPresent()) {
      AskTwin.tell(out, output, twin.needed().get(question(of)),
          data -> TwinText.page(data, none(), SlashLines.columns(state)));
      return ExitCode.DONE;
    }
    return chain.with(connected -> {
      PendingSlash.Queue queue = PendingSlash.read(connected)
          .only(slash -> (of == null || slash.operator().equals(of))
              && (service == null || slash.serviceId() == service));
      if (output.isJson()) {
        json(out, connected, queue);
      } else {
        text(out, connected, queue);
      }
      return ExitCode.DONE;
    });
  }

  private TwinApi.Question question(@Nullable AccountId of) {
    var query = new HashMap<String, String>();
    query.put("state", state.toString());
    query.put("operator", of == null ? "" : of.toString());
    query.put("service", service == null ? "" : service.toString());
    page.into(query);
    return new TwinApi.Question("/v1/slashes", query);
  }

  private String none() {
    return switch (state) {
      case PENDING -> "no slash is pending";
      case ENDED -> "no slash has ended";
      case ALL -> "no slash is known";
    };
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
    out.println(StateOrTwinCommand.noHistory(queue.block()));
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
