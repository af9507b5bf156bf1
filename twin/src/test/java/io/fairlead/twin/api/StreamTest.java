package io.fairlead.twin.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import akka.actor.ActorSystem;
import akka.stream.javadsl.Sink;
import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.runtime.Rules;
import io.fairlead.twin.fact.Fact;
import io.fairlead.twin.log.LogHead;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stream of a twin of a real node under load, over real connections. */
class StreamTest {
  private static final int KILLS = 100;
  private static final String BEGINNING = "0-0";
  @TempDir private static Path folder;
  private static LoadedTwin loaded;

  @BeforeAll
  static void start() throws Exception {
    loaded = LoadedTwin.start(folder, Rules.REPAIRED);
    loaded.play(3, Duration.ofSeconds(4));
  }

  @AfterAll
  static void stop() {
    loaded.close();
  }

  /** An event as a browser gets it. */
  private record Got(String id, JsonNode data) {}

  /** A connection to the stream, read event by event. */
  private static final class Reader implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader lines;

    Reader(String query, Optional<String> lastId) throws IOException {
      socket = new Socket("127.0.0.1", loaded.url("").getPort());
      socket.getOutputStream().write(("GET /v1/stream" + query + " HTTP/1.1\r\nHost: twin\r\n"
          + lastId.map(id -> "Last-Event-ID: " + id + "\r\n").orElse("") + "\r\n")
          .getBytes(StandardCharsets.US_ASCII));
      lines = new BufferedReader(
          new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /** The next event whose end has come, passing over the lengths of chunks between the lines. */
    Optional<Got> next() throws IOException {
      String id = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("data: ")) {
          JsonNode data = Answer.JSON.readTree(line.substring(6));
          if (!String.valueOf(lines.readLine()).isEmpty()) {
            return Optional.empty(); // cut off before its end
          }
          return Optional.of(new Got(id, data));
        }
      }
      return Optional.empty();
    }

    @Override
    public void close() throws IOException {
      socket.setSoLinger(true, 0); // a reset, as when a reader is killed
      socket.close();
    }
  }

  private static List<String> logged() {
    return loaded.twin().log(1, Long.MAX_VALUE).toCompletableFuture().join().stream()
        .flatMap(event -> event.facts().stream()).map(Fact::id).map(Object::toString).toList();
  }

  private static long block(String id) {
    return Long.parseLong(id.substring(0, id.indexOf('-')));
  }

  private static List<Got> until(String query, String lastId, String end) throws IOException {
    var got = new ArrayList<Got>();
    try (Reader reader = new Reader(query, Optional.of(lastId))) {
      while (true) {
        Got next = reader.next().orElseThrow();
        got.add(next);
        if (next.id().equals(end)) {
          return got;
        }
      }
    }
  }

  @Test
  void a_reader_that_is_killed_again_and_again_sees_every_fact_once_and_in_order()
      throws Exception {
    Thread load = Thread.ofPlatform().start(() -> loaded.play(4, Duration.ofSeconds(6)));
    var random = new SplittableRandom(17);
    var seen = new ArrayList<String>();
    String last = BEGINNING;
    for (int kill = 0; kill < KILLS; kill++) {
      try (Reader reader = new Reader("", Optional.of(last))) {
        int take = random.nextInt(200);
        for (int i = 0; i < take && block(last) < loaded.twin().watermark(); i++) {
          Got got = reader.next().orElseThrow();
          seen.add(got.id());
          last = got.id();
        }
      }
    }
    load.join();
    List<String> all = logged();
    if (!last.equals(all.getLast())) {
      until("", last, all.getLast()).forEach(got -> seen.add(got.id()));
    }

    assertThat(seen).isEqualTo(all.subList(all.indexOf(BEGINNING) + 1, all.size()));
    await().untilAsserted(() -> assertThat(
        loaded.get("/v1/status").data().path("streams").asInt()).isZero());
  }

  @Test
  void a_reader_without_an_id_begins_with_the_next_block_and_can_come_back_before_its_first_event()
      throws Exception {
    loaded.settle();
    long head = loaded.twin().watermark();
    try (Reader reader = new Reader("?kind=mark", Optional.empty())) {
      assertThat(reader.lines.lines().filter(line -> line.startsWith("id: ")).findFirst())
          .contains("id: " + head + "-" + Integer.MAX_VALUE);
    }
    loaded.play(5, Duration.ofMillis(500));
    try (Reader reader =
        new Reader("", Optional.of(head + "-" + Integer.MAX_VALUE))) {
      assertThat(reader.next().orElseThrow().id()).isEqualTo(head + 1 + "-0");
    }
  }

  @Test
  void a_subject_gets_what_its_history_has() throws Exception {
    loaded.settle();
    var history = new ArrayList<String>();
    String account = loaded.get("/v1/slashes?state=all&limit=1").data().path("items").path(0)
        .path("operator").asText();
    String next = "";
    do {
      JsonNode page = loaded.get("/v1/operators/" + account + "/history?limit=500"
          + (next.isEmpty() ? "" : "&after=" + next)).data();
      page.path("items").forEach(fact -> history.add(fact.path("id").asText()));
      next = page.path("next").asText();
    } while (!next.isEmpty());

    assertThat(history).hasSizeGreaterThan(20);
    assertThat(until("?subject=op:" + account, BEGINNING, history.getLast()).stream()
        .map(Got::id).toList()).isEqualTo(history);
  }

  @Test
  void a_kind_gets_only_its_own() throws Exception {
    loaded.settle();
    JsonNode slash = loaded.get("/v1/slashes?state=all&limit=1").data().path("items").path(0);

    try (Reader reader = new Reader("?kind=refused", Optional.of(BEGINNING))) {
      for (int i = 0; i < 20; i++) {
        assertThat(reader.next().orElseThrow().data().path("outcome").asText())
            .isEqualTo("refused");
      }
    }
    try (Reader reader = new Reader("?kind=slash", Optional.of(BEGINNING))) {
      JsonNode first = reader.next().orElseThrow().data();
      while (!first.path("id").asText().equals(slash.path("call").asText())) {
        assertThat(first.path("outcome").asText()).isEqualTo("refused"); // disputes of nothing
        first = reader.next().orElseThrow().data();
      }
      assertThat(first.path("name").asText()).isEqualTo("slash");
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      ?lastEventId=x             | 400 | expected BLOCK-INDEX
      ?lastEventId=5             | 400 | expected BLOCK-INDEX
      ?lastEventId=5--1          | 400 | expected BLOCK-INDEX
      ?lastEventId=5-99999999999 | 400 | expected BLOCK-INDEX
      ?lastEventId=999999999-0   | 404 | is not here yet
      ?kind=color                | 400 | kind: expected some of mark, call
      ?subject=op                | 400 | subject: expected CODE:KEY
      ?subject=xx:5              | 400 | subject: expected CODE:KEY
      ?subject=op:5Gxx           | 400 | expected an SS58 address
      ?subject=sv:minus          | 400 | expected a number
      """)
  void what_cannot_be_read_is_refused_with_a_reason(String query, int status, String message)
      throws Exception {
    HttpResponse<String> answer = loaded.http().send(
        HttpRequest.newBuilder(loaded.url("/v1/stream" + query)).timeout(Duration.ofSeconds(10))
            .build(),
        HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(Answer.JSON.readTree(answer.body()).path("error").asText()).contains(message);
  }

  @Test
  void a_place_before_the_history_is_gone() {
    TwinView.Standing now = loaded.twin().standing().toCompletableFuture().join();
    LogHead head = now.log();
    var later = new TwinView.Standing(now.chain(), now.genesis(), now.ss58Prefix(),
        now.generation(), new LogHead(head.number(), head.hash(), 7, head.sequence(), true,
            List.of()),
        now.watermark(), now.feed());
    var stream = new FactStream(loaded.twin(), Runnable::run, Duration.ofSeconds(1));

    assertThatThrownBy(() -> stream.open(later, Map.of(), Optional.of("6-0")))
        .hasMessageContaining("before this history");
  }

  @Test
  void a_reader_that_never_reads_is_left() {
    ActorSystem system = ActorSystem.create();
    try (var blocking = Executors.newVirtualThreadPerTaskExecutor()) {
      var stream = new FactStream(loaded.twin(), blocking, Duration.ofMillis(500));
      var never = stream.open(loaded.twin().standing().toCompletableFuture().join(), Map.of(),
          Optional.of(BEGINNING)).runWith(Sink.queue(1), system);
      never.pull().toCompletableFuture().join();

      await().atMost(Duration.ofSeconds(10)).until(() -> stream.readers() == 0);
    } finally {
      system.terminate();
    }
  }
}
