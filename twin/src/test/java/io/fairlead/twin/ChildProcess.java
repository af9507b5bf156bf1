package io.fairlead.twin;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real process of a main class of this class path. */
final class ChildProcess implements AutoCloseable {
  private static final int UNSAFE_WARNED_SINCE = 23;

  private final Process process;
  private final BufferedReader out;
  private final Path log;

  private ChildProcess(Process process, Path log) {
    this.process = process;
    this.out = process.inputReader();
    this.log = log;
  }

  /** Starts it; what it says on standard error is added to {@code log}. */
  static ChildProcess start(Class<?> main, Path log, String... arguments) throws IOException {
    return start(List.of("-cp", System.getProperty("java.class.path")), main, log, arguments);
  }

  /** Starts it with more options of the JVM, its class path among them. */
  static ChildProcess start(List<String> options, Class<?> main, Path log, String... arguments)
      throws IOException {
    var command = new ArrayList<>(List.of(
        ProcessHandle.current().info().command().orElse("java"), "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC", "-Xmx512m"));
    if (Runtime.version().feature() >= UNSAFE_WARNED_SINCE) {
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.addAll(options);
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return new ChildProcess(new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile())).start(), log);
  }

  /** Waits for the line that says where it listens. */
  URI address() throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith("api ")) {
        return URI.create(line.substring("api ".length()));
      }
    }
    throw new AssertionError("it ended before it listened; see " + log);
  }

  /** Whether it runs. */
  boolean isAlive() {
    return process.isAlive();
  }

  /** Closes its standard input and waits until it ends. */
  void end() throws IOException, InterruptedException {
    process.getOutputStream().close();
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      throw new AssertionError("process " + process.pid() + " does not end");
    }
  }

  /** {@code kill -9}, and waits until it is gone. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      throw new AssertionError("process " + process.pid() + " survives kill -9");
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
