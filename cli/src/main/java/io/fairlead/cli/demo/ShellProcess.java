package io.fairlead.cli.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.cli.Failure;
import io.fairlead.cli.Main;
import io.fairlead.simulations.demo.Person;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Bob's operator shell: a JVM of its own, which knows the node's address and its own key only. */
final class ShellProcess implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KEY_VARIABLE = "FAIRLEAD_DEMO_OPERATOR";
  private static final long PATIENCE_MILLIS = 30_000;

  private final Process process;
  private final Path log;
  private final LinkedBlockingQueue<JsonNode> news = new LinkedBlockingQueue<>();

  private ShellProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts the shell of Bob with programs from {@code programs}; journal and log in {@code folder}. */
  static ShellProcess start(URI node, Path folder, Path programs) throws IOException {
    Files.createDirectories(folder);
    Path settings = folder.resolve("shell.yaml");
    Files.writeString(settings, String.join("\n", "url: " + node, "signer:",
        "  environment: " + KEY_VARIABLE, "data: data", "programs: " + programs,
        "sandbox: preferred", ""));
    Path log = folder.resolve("shell.log");
    var builder = new ProcessBuilder(command(settings)).redirectError(log.toFile());
    builder.environment().put(KEY_VARIABLE, Person.BOB.suri());
    var shell = new ShellProcess(builder.start(), log);
    var reader = new Thread(shell::read, "shell news");
    reader.setDaemon(true);
    reader.start();
    return shell;
  }

  private static List<String> command(Path settings) {
    String java = ProcessHandle.current().info().command()
        .orElseThrow(() -> new IllegalStateException("which java runs this?"));
    var command = new ArrayList<String>();
    command.add(java);
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Xmx256m");
    if (Runtime.version().feature() >= 23) {
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(),
        "shell", "run", "--config", settings.toString(), "--output", "json"));
    return command;
  }

  private void read() {
    try (var lines = new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        news.add(JSON.readTree(line));
      }
    } catch (JsonProcessingException noJson) {
      news.add(JSON.createObjectNode().put("news", "broken").put("line", noJson.getMessage()));
    } catch (IOException closed) {
      // the process has ended; whoever waits sees that
    }
  }

  /** Process id. */
  long pid() {
    return process.pid();
  }

  /** The next piece of news that fits; fails when the shell ends or is silent for 30 s. */
  JsonNode await(String what, Predicate<JsonNode> fits) {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    try {
      while (System.nanoTime() < until) {
        @Nullable JsonNode next = news.poll(100, TimeUnit.MILLISECONDS);
        if (next != null && fits.test(next)) {
          return next;
        }
        if (next == null && !process.isAlive()) {
          throw Failure.check("the operator shell ended with exit code " + process.exitValue()
              + " before " + what + "; see " + log);
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    throw Failure.check("the operator shell did not report " + what + " within "
        + PATIENCE_MILLIS / 1000 + " s; see " + log);
  }

  /** Tells the shell to stop and waits until it has drained. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
