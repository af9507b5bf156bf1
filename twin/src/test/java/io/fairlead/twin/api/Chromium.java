package io.fairlead.twin.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.testing.Skipped;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A real browser without a window, spoken to by its own protocol. */
final class Chromium implements AutoCloseable {
  private static final String LISTENING = "DevTools listening on ";
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final int PATIENCE_SECONDS = 30;

  private final Process process;
  private final HttpClient http = HttpClient.newHttpClient();
  private final WebSocket page;
  private final AtomicInteger numbers = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  private Chromium(Process process, URI address) throws Exception {
    this.process = process;
    JsonNode pages = Answer.JSON.readTree(http.send(
        java.net.http.HttpRequest.newBuilder(URI.create(
            "http://127.0.0.1:" + address.getPort() + "/json/list")).build(),
        HttpResponse.BodyHandlers.ofString()).body());
    page = http.newWebSocketBuilder()
        .buildAsync(URI.create(pages.path(0).path("webSocketDebuggerUrl").asText()),
            new Listener())
        .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    ask("Page.enable");
    ask("Runtime.enable");
    ask("Log.enable");
  }

  /** Starts it; its profile lies in {@code folder}. Without the program the test is skipped. */
  static Chromium start(Path folder) throws Exception {
    Process process = new ProcessBuilder(program().toString(), "--headless", "--no-sandbox",
        "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--window-size=1280,900",
        "--remote-debugging-port=0", "--user-data-dir=" + folder, "about:blank").start();
    BufferedReader lines = process.errorReader();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(LISTENING)) {
        drain(lines);
        return new Chromium(process, URI.create(line.substring(LISTENING.length())));
      }
    }
    throw new AssertionError("chromium did not start");
  }

  private static Path program() {
    for (String place : System.getenv("PATH").split(File.pathSeparator)) {
      for (String name : NAMES) {
        Path program = Path.of(place, name);
        if (Files.isExecutable(program)) {
          return program;
        }
      }
    }
    Skipped.suite(Skipped.Need.CHROMIUM, "the twin's console in a browser",
        "no program of the names " + NAMES + "; Debian has it in its package chromium");
    throw new AssertionError("never comes here");
  }

  private static void drain(BufferedReader lines) {
    Thread.ofVirtual().start(() -> lines.lines().forEach(line -> {
    }));
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @org.jspecify.annotations.Nullable CompletionStage<?> onText(WebSocket socket,
        CharSequence part, boolean isLast) {
      text.append(part);
      if (isLast) {
        take(text.toString());
        text.setLength(0);
      }
      socket.request(1);
      return null;
    }
  }

  private void take(String message) {
    try {
      JsonNode told = Answer.JSON.readTree(message);
      CompletableFuture<JsonNode> asked = waiting.remove(told.path("id").asInt(-1));
      if (asked != null) {
        asked.complete(told);
      } else if (told.path("method").asText().equals("Runtime.exceptionThrown")
          || told.path("method").asText().equals("Log.entryAdded")
              && told.at("/params/entry/level").asText().equals("error")) {
        complaints.add(told.path("params").toString());
      }
    } catch (IOException broken) {
      throw new AssertionError(message, broken);
    }
  }

  private JsonNode ask(String method, Object... parameters) {
    int number = numbers.incrementAndGet();
    ObjectNode question = Answer.JSON.createObjectNode().put("id", number).put("method", method);
    ObjectNode params = question.putObject("params");
    for (int i = 0; i < parameters.length; i += 2) {
      params.set((String) parameters[i], Answer.JSON.valueToTree(parameters[i + 1]));
    }
    var answer = new CompletableFuture<JsonNode>();
    waiting.put(number, answer);
    page.sendText(question.toString(), true).join();
    return answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join().path("result");
  }

  /** Whether pages may run scripts from now on. */
  void scripts(boolean isAllowed) {
    ask("Emulation.setScriptExecutionDisabled", "value", !isAllowed);
  }

  /** Colours for the light or the dark of the night. */
  void dark(boolean isDark) {
    ask("Emulation.setEmulatedMedia", "features",
        List.of(Map.of("name", "prefers-color-scheme", "value", isDark ? "dark" : "light")));
  }

  void width(int pixels) {
    ask("Emulation.setDeviceMetricsOverride", "width", pixels, "height", 900,
        "deviceScaleFactor", 1, "mobile", pixels < 600);
  }

  /** Goes to a page and waits until it is there. */
  void open(URI address) {
    ask("Page.navigate", "url", address.toString());
    org.awaitility.Awaitility.await().until(() -> eval("document.readyState").equals("complete")
        && eval("location.href").equals(address.toString()));
  }

  /** What an expression gives, as text. */
  String eval(String expression) {
    return ask("Runtime.evaluate", "expression", expression, "returnByValue", true)
        .at("/result/value").asText();
  }

  /** The text of the element, as a reader sees it. */
  String text(String selector) {
    return eval("(document.querySelector('" + selector + "') || {innerText: ''}).innerText");
  }

  /** Keeps what is seen as a picture. */
  void picture(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, Base64.getDecoder().decode(
        ask("Page.captureScreenshot", "captureBeyondViewport", true).path("data").asText()));
  }

  /** Errors of scripts, and what the page's policy refused. */
  List<String> complaints() {
    return new ArrayList<>(complaints);
  }

  @Override
  public void close() {
    page.abort();
    http.close();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().join();
  }
}
