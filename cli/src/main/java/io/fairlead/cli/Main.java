package io.fairlead.cli;

import io.fairlead.cli.blueprints.BlueprintsCommand;
import io.fairlead.cli.conformance.ConformanceCommand;
import io.fairlead.cli.delegators.DelegatorsCommand;
import io.fairlead.cli.demo.DemoCommand;
import io.fairlead.cli.jobs.JobsCommand;
import io.fairlead.cli.keys.KeysCommand;
import io.fairlead.cli.metadata.MetadataCommand;
import io.fairlead.cli.node.NodeCommand;
import io.fairlead.cli.node.WarmUp;
import io.fairlead.cli.operators.OperatorsCommand;
import io.fairlead.cli.query.QueryCommand;
import io.fairlead.cli.requests.RequestsCommand;
import io.fairlead.cli.rules.RulesCommand;
import io.fairlead.cli.services.ServicesCommand;
import io.fairlead.cli.shell.ShellCommand;
import io.fairlead.cli.slashes.SlashesCommand;
import io.fairlead.cli.twin.TwinCommand;
import io.fairlead.cli.tx.TxCommand;
import io.fairlead.client.RpcFailure;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code fairlead}: prints its help, or runs the command that is named. */
@Command(name = "fairlead", mixinStandardHelpOptions = true, versionProvider = Version.class,
    sortOptions = false, synopsisSubcommandLabel = "COMMAND", scope = ScopeType.LOCAL,
    description = "Restaking runtime simulator and off-chain service manager for Tangle.",
    subcommands = {DemoCommand.class, NodeCommand.class, ShellCommand.class,
        TwinCommand.class, OperatorsCommand.class, DelegatorsCommand.class,
        ServicesCommand.class, BlueprintsCommand.class, JobsCommand.class, RequestsCommand.class,
        SlashesCommand.class,
        QueryCommand.class, TxCommand.class, RulesCommand.class, MetadataCommand.class,
        KeysCommand.class,
        ConformanceCommand.class, WarmUp.class},
    footer = {"", "Exit codes: 0 done, 1 refused by the chain, 2 wrong usage or a missing"
        + " prerequisite, 3 node not reached, 4 a check failed, 6 an invariant broke,"
        + " 70 a bug, 130 Ctrl-C.", "", "Examples:", "  fairlead demo",
        "  fairlead node --dev --tmp",
        "  fairlead slashes list --url ws://127.0.0.1:9944"})
public final class Main implements Runnable {

  @Option(names = "--verbose", scope = ScopeType.INHERIT,
      description = "Print the stack trace of a failure.") private boolean isVerbose;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(run(args, writer(System.out), writer(System.err)));
  }

  /** Runs one command; output goes to the given writers. Returns the exit code. */
  public static int run(String[] args, PrintWriter out, PrintWriter err) {
    var main = new Main();
    return new CommandLine(main).setExpandAtFiles(false).setOut(out).setErr(err)
        .setExecutionExceptionHandler((failure, command, parsed) -> {
          if (main.isVerbose) {
            failure.printStackTrace(err);
          }
          int code = explain(failure, err);
          err.flush();
          return code;
        }).setParameterExceptionHandler((wrong, line) -> misused(wrong, err)).execute(args);
  }

  private static int misused(ParameterException wrong, PrintWriter err) {
    String message = String.valueOf(wrong.getMessage());
    String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    err.println("fairlead: " + message
        + (message.contains("--help") ? "" : " (" + command + " --help tells more)"));
    err.flush();
    return ExitCode.USAGE;
  }

  private static int explain(Throwable failure, PrintWriter err) {
    return switch (failure) {
      case Failure known -> {
        err.println("fairlead: " + known.getMessage());
        yield known.exitCode();
      }
      case RpcFailure rpc -> {
        err.println("fairlead: " + rpc.getMessage());
        yield switch (rpc.kind()) {
          case UNREACHABLE, TIMEOUT -> ExitCode.NODE_NOT_REACHED;
          case REFUSED -> ExitCode.REFUSED;
          case UNEXPECTED -> ExitCode.CHECK_FAILED;
        };
      }
      case CompletionException wrapped when wrapped.getCause() != null ->
          explain(wrapped.getCause(), err);
      case ExecutionException wrapped when wrapped.getCause() != null ->
          explain(wrapped.getCause(), err);
      case InterruptedException stopped -> ExitCode.INTERRUPTED;
      default -> {
        err.println("fairlead: this is a bug: " + failure + " (--verbose prints where)");
        yield ExitCode.BUG;
      }
    };
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command; fairlead --help lists them.");
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }
}
