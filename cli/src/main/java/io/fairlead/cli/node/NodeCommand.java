package io.fairlead.cli.node;

import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Failure;
import io.fairlead.cli.LogLines;
import io.fairlead.cli.StopSignal;
import io.fairlead.node.FairleadNode;
import io.fairlead.node.NodeConfig;
import io.fairlead.node.RunningNode;
import io.fairlead.node.Started;
import io.fairlead.node.pool.PoolActor.Sealing;
import io.fairlead.runtime.Profile;
import io.fairlead.runtime.Rules;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fairlead node}: a Tangle chain on this machine, until it is told to stop. */
@Command(name = "node", mixinStandardHelpOptions = true, sortOptions = false,
    synopsisSubcommandLabel = "[COMMAND]",
    description = {"Run a Tangle chain on this machine. JSON-RPC answers on 127.0.0.1, over"
        + " WebSocket and HTTP.",
        "Goes on until it is stopped: SIGTERM exits 0, Ctrl-C 130. What is finalized is on disk."},
    subcommands = {CheckNode.class},
    footer = {"", "Examples:", "  fairlead node --dev --tmp",
        "  fairlead node --dev --base-path chain --rpc-port 9955 --sealing manual",
        "  fairlead node --dev --tmp --rules deployed", "  fairlead node check --base-path chain"})
public final class NodeCommand implements Callable<Integer> {
  private static final int PORT_MAX = 65_535;

  @Option(names = "--dev",
      description = "The development chain: //Alice to //Ferdie have funds, //Alice is sudo.") private boolean isDev;

  @Option(names = "--tmp",
      description = "Keep the chain in a temporary folder, deleted at the end.") private boolean isTemporary;

  @Option(names = "--base-path", paramLabel = "DIR",
      description = "Folder of the chain; one that exists is continued.") private @Nullable Path basePath;

  @Option(names = "--rpc-port", paramLabel = "N", defaultValue = "9944",
      description = "TCP port of JSON-RPC; 0: a free one (default: 9944).") private int rpcPort =
          9_944;

  @Option(names = "--profile", paramLabel = "NAME",
      description = "Which runtime: tangle-testnet or tangle-mainnet (default: tangle-testnet, or that"
          + " of the chain in the folder).") private @Nullable String profile;

  @Option(names = "--rules", paramLabel = "RULES",
      description = "A preset and changes to it, see fairlead rules list (default: repaired, or"
          + " those of the chain in the folder).") private @Nullable String rules;

  @Option(names = "--sealing", paramLabel = "instant|manual", defaultValue = "instant",
      description = "When blocks are made: for each transaction, or by dev_newBlock only"
          + " (default: instant).") private String sealing = "instant";

  @Option(names = "--pruning", paramLabel = "archive|N", defaultValue = "256",
      description = "Of how many last blocks the state can be read (default: 256).") private String pruning =
          "256";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    NodeConfig config = config();
    LogLines.show(isVerbose());
    return switch (FairleadNode.start(config)) {
      case Started.Refused(String reason) -> throw Failure.usage(reason);
      case Started.Running(RunningNode node) -> run(node);
    };
  }

  private static int run(RunningNode node) {
    try (node) {
      CompletableFuture<Integer> stop = StopSignal.first();
      node.whenTerminated().whenComplete((done, failed) -> stop.completeExceptionally(new Failure(
          ExitCode.BUG, "the node ended by itself; the lines above say why")));
      return stop.join();
    }
  }

  private NodeConfig config() {
    if (!isDev) {
      throw Failure.usage("name the chain: --dev, such as fairlead node --dev --tmp");
    }
    if (isTemporary && basePath != null) {
      throw Failure.usage("give one of --tmp and --base-path");
    }
    if (rpcPort < 0 || rpcPort > PORT_MAX) {
      throw Failure.usage("--rpc-port: expected 0 to " + PORT_MAX + ", found " + rpcPort);
    }
    if (rules != null && Rules.parse(rules) instanceof Rules.Parsed.Bad(String message)) {
      throw Failure.usage("--" + message);
    }
    if (profile != null && Profile.named(profile).isEmpty()) {
      throw Failure.usage("--profile: expected one of "
          + String.join(", ", Profile.ALL.stream().map(Profile::name).toList()) + ", found '"
          + profile + "'");
    }
    return NodeConfig.temporary().withBasePath(basePath).withProfile(profile).withRpcPort(rpcPort)
        .withRules(rules)
        .withSealing(sealing()).withStatesKept(statesKept());
  }

  private Sealing sealing() {
    return switch (sealing) {
      case "instant" -> Sealing.INSTANT;
      case "manual" -> Sealing.MANUAL;
      default -> throw Failure.usage("--sealing: expected instant or manual, found " + sealing);
    };
  }

  private int statesKept() {
    if (pruning.equals("archive")) {
      return NodeConfig.ARCHIVE;
    }
    if (pruning.matches("[1-9][0-9]{0,8}")) {
      return Integer.parseInt(pruning);
    }
    throw Failure.usage("--pruning: expected archive or a number of blocks, found " + pruning);
  }

  private boolean isVerbose() {
    OptionSpec verbose = spec.root().findOption("--verbose");
    return verbose != null && Boolean.TRUE.equals(verbose.getValue());
  }
}
