package io.fairlead.cli.shell;

import io.fairlead.cli.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A shell in a process of its own, and the steps that it told of. */
final class ChildShell implements AutoCloseable {
  private final Process process;
  private final Path log;
  private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();

  private ChildShell(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts {@code //Bob}'s shell, which stands still after {@code step}. */
  static ChildShell start(Path folder, URI node, String step) {
    return start(folder, node, List.of(PausingShell.class.getName()), List.of(step));
  }

  /** Starts {@code fairlead shell run --output json} for {@code //Bob}. */
  static ChildShell command(Path folder, URI node) {
    return start(folder, node,
        List.of(Main.class.getName(), "shell", "run", "--output", "json", "--config"), List.of());
  }

  private static ChildShell start(Path folder, URI node, List<String> before,
      List<String> after) {
    try {
      Path settings = Files.writeString(folder.resolve("shell.yaml"), """
          url: %s
          signer: {environment: BOB}
          data: data
          programs: programs
          sandbox: none
          limits: {memoryMebibytes: 32}
          """.formatted(node));
      Path log = folder.resolve("shell.log");
      var command = new ArrayList<String>(List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-XX:+IgnoreUnrecognizedVMOptions", "--sun-misc-unsafe-memory-access=allow",
          "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
          "-Xmx128m", "-cp", System.getProperty("java.class.path")));
      command.addAll(before);
      command.add(settings.toString());
      command.addAll(after);
      var builder = new ProcessBuilder(command)
          .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().put("BOB", "//Bob");
      var child = new ChildShell(builder.start(), log);
      var reader = new Thread(child::read, "shell output");
      reader.setDaemon(true);
      reader.start();
      return child;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read() {
    try (var in = new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      in.lines().forEach(lines::add);
    } catch (IOException | UncheckedIOException closed) {
      // killed: that is what this is for
    }
  }

  /** Waits for a line that contains {@code what}; the line. */
  String await(String what) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
    try {
      while (System.nanoTime() < until) {
        String line = lines.poll(200, TimeUnit.MILLISECONDS);
        if (line != null && line.contains(what)) {
          return line;
        }
        if (line == null && !process.isAlive()) {
          break;
        }
      }
      throw new AssertionError("no " + what + " from the shell; it said:\n" + log());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Standard error so far. */
  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the end; the exit code. */
  int exitCode() {
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new AssertionError("still running; it said:\n" + log());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** SIGTERM. */
  void terminate() {
    process.toHandle().destroy(); // Process.destroy would close its output too
  }

  /** Kills it when it has run for so long. */
  void killAfter(long millis) {
    try {
      if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
        throw new AssertionError("ended by itself; it said:\n" + log());
      }
      kill();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** {@code kill -9}. */
  void kill() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    kill();
  }
}
