package io.fairlead.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code fairlead}: prints its help, or runs the command that is named. */
@Command(name = "fairlead", mixinStandardHelpOptions = true, versionProvider = Version.class,
    sortOptions = false,
    description = "Restaking runtime simulator and off-chain service manager for Tangle.",
    footer = {"", "Example:", "  fairlead --version"})
public final class Main implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(run(args, writer(System.out), writer(System.err)));
  }

  /** Runs one command; output goes to the given writers. Returns the exit code. */
  static int run(String[] args, PrintWriter out, PrintWriter err) {
    return new CommandLine(new Main())
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler((bug, command, parsed) -> {
          err.println("fairlead: this is a bug: " + bug);
          err.flush();
          return ExitCode.BUG;
        })
        .execute(args);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command; fairlead --help lists them.");
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }
}
