package io.fairlead.cli.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.cli.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code fairlead node …} in a process of its own. */
final class NodeProcess implements AutoCloseable {
  private static final String LISTENING = "Running JSON-RPC server: addr=";
  private static final int UNSAFE_WARNED_SINCE = 23;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final List<String> log = new ArrayList<>();
  private final BufferedReader lines;
  private final URI address;

  private NodeProcess(Process process) throws IOException {
    this.process = process;
    lines = process.errorReader();
    address = listening();
  }

  /** Starts it and waits until it says that it answers. */
  static NodeProcess start(String... options) throws IOException {
    return new NodeProcess(command(options).start());
  }

  /** The command line of this class path. */
  static ProcessBuilder command(String... options) {
    var command = new ArrayList<>(List.of(
        ProcessHandle.current().info().command().orElse("java"), "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC"));
    if (Runtime.version().feature() >= UNSAFE_WARNED_SINCE) {
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(),
        "node"));
    command.addAll(List.of(options));
    return new ProcessBuilder(command);
  }

  private URI listening() throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      log.add(line);
      int at = line.indexOf(LISTENING);
      if (at >= 0) {
        return URI.create("http://" + line.substring(at + LISTENING.length()));
      }
    }
    throw new AssertionError("the node did not start: " + log);
  }

  /** The result of a method. */
  JsonNode call(String method, Object... parameters) throws IOException, InterruptedException {
    var request = JSON.createObjectNode().put("jsonrpc", "2.0").put("id", 1)
        .put("method", method).set("params", JSON.valueToTree(parameters));
    try (HttpClient client = HttpClient.newHttpClient()) {
      String answer = client.send(HttpRequest.newBuilder(address)
          .header("Content-Type", "application/json")
          .POST(HttpRequest.BodyPublishers.ofString(request.toString())).build(),
          HttpResponse.BodyHandlers.ofString()).body();
      return JSON.readTree(answer).path("result");
    }
  }

  /** Its port. */
  int port() {
    return address.getPort();
  }

  /** Sends {@code TERM} or {@code INT} and waits for the exit code. */
  int stop(String signal) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      log.add(line);
    }
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      throw new AssertionError("the node did not stop: " + log);
    }
    return process.exitValue();
  }

  /** What it wrote to standard error so far. */
  List<String> log() {
    return List.copyOf(log);
  }

  /** What it wrote to standard output, after its end. */
  String output() throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
