package io.fairlead.operator.program;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands between a program and the machine. Both forms start a JVM of its own without
 * environment and limit its heap, its processor time and the files it writes; only bubblewrap takes
 * away network, files and other processes.
 */
public sealed interface Sandbox {
  /** The command that runs {@code program}, a jar. */
  default List<String> command(Path program, ProgramLimits limits) {
    return java(List.of("-jar", seenAs(program).toString()), program, limits);
  }

  /** Where the program sees its own jar. */
  Path seenAs(Path program);

  /** The command that runs java with {@code arguments}; {@code program} can be read. */
  List<String> java(List<String> arguments, @Nullable Path program, ProgramLimits limits);

  /** One line for people. */
  String description();

  /**
   * A container made by bubblewrap: own user, process, network, IPC and host name spaces, no
   * capability, read-only {@code /usr} and JDK, an empty {@code /tmp}, nothing else.
   *
   * @param bwrap the executable
   * @param prlimit the executable, or null when there is none
   * @param jdk home of the JDK that runs programs, without links
   * @param binds arguments that bind the JDK and the system's libraries
   */
  record Bubblewrap(Path bwrap, @Nullable Path prlimit, Path jdk,
      List<String> binds) implements Sandbox {
    private static final Path PROGRAM = Path.of("/program.jar");

    public Bubblewrap {
      binds = List.copyOf(binds);
    }

    @Override
    public Path seenAs(Path program) {
      return PROGRAM;
    }

    @Override
    public List<String> java(List<String> arguments, @Nullable Path program,
        ProgramLimits limits) {
      var command = new ArrayList<>(Jvm.limited(prlimit, limits));
      command.addAll(List.of(bwrap.toString(), "--unshare-all", "--die-with-parent",
          "--new-session", "--cap-drop", "ALL"));
      command.addAll(binds);
      command.addAll(List.of("--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp"));
      if (program != null) {
        command.addAll(List.of("--ro-bind", program.toString(), PROGRAM.toString()));
      }
      command.addAll(List.of("--chdir", "/tmp"));
      command.addAll(Jvm.java(jdk, limits));
      command.addAll(arguments);
      return command;
    }

    @Override
    public String description() {
      return "bubblewrap: no network, no files but the JDK, no other process";
    }
  }

  /**
   * A plain child process of the same user. It can read what the shell can read and reach the
   * network.
   *
   * @param prlimit the executable, or null when there is none
   * @param jdk home of the JDK that runs programs
   * @param reason why there is no sandbox
   */
  record PlainChild(@Nullable Path prlimit, Path jdk, String reason) implements Sandbox {
    @Override
    public Path seenAs(Path program) {
      return program;
    }

    @Override
    public List<String> java(List<String> arguments, @Nullable Path program,
        ProgramLimits limits) {
      var command = new ArrayList<>(Jvm.limited(prlimit, limits));
      command.addAll(Jvm.java(jdk, limits));
      command.addAll(arguments);
      return command;
    }

    @Override
    public String description() {
      return "NO SANDBOX (" + reason + "): job programs run as this user, with its files and its"
          + " network";
    }
  }
}
