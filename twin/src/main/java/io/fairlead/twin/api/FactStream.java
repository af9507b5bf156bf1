package io.fairlead.twin.api;

import akka.NotUsed;
import akka.japi.Pair;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import io.fairlead.twin.fact.Fact;
import io.fairlead.twin.fact.FactId;
import io.fairlead.twin.log.Blocks;
import io.fairlead.twin.table.LogPart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Facts as server-sent events, in order, each once. They are read from the log as fast as the reader
 * takes them: a slow reader costs nothing but its place, and one that does not read at all is left after
 * {@link #PATIENCE}. The id of an event is the fact's; a reader that comes back with the last one goes on
 * after it. Only what every other question can answer already is told.
 */
final class FactStream {
  /** Readers at once. */
  static final int READERS_MAX = 2_000;
  /** A reader that takes nothing for so long is left. */
  static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  /** Events of the log read at once. */
  private static final int EVENTS_AT_ONCE = 4;
  private static final ByteString HEART = ByteString.fromString(":\n\n");

  private final TwinView twin;
  private final Duration patience;
  private final Watermark watermark;
  private final Executor blocking;
  private final AtomicInteger readers = new AtomicInteger();

  /**
   * A stream.
   *
   * @param blocking runs what waits for the database
   * @param patience a reader that takes nothing for so long is left
   */
  FactStream(TwinView twin, Executor blocking, Duration patience) {
    this.twin = twin;
    this.blocking = blocking;
    this.patience = patience;
    this.watermark = new Watermark();
    twin.onAdvance(this::advanced);
    advanced();
  }

  private void advanced() {
    watermark.rise(Math.min(twin.watermark(), twin.tables().watermark()));
  }

  /** How many read now. */
  int readers() {
    return readers.get();
  }

  /**
   * Where a reader is.
   *
   * @param sequence of the next event of the log; 0 while it is not known
   * @param parts of a large block whose last part was not read yet
   * @param block up to which everything was told
   * @param seen watermark that gave nothing new; wait for a higher one
   */
  private record Place(long sequence, List<Fact> parts, long block, long seen) {
    Place {
      parts = List.copyOf(parts);
    }
  }

  /** What a reader wants, and how it is written. */
  private record Reader(StreamFilter filter, FactId last, FactJson json) {
    /** The events of a block, those after the last fact that the reader has. */
    ByteString events(List<Fact> block) {
      var text = new StringBuilder();
      for (Fact fact : filter.of(block)) {
        if (fact.id().compareTo(last) > 0) {
          text.append("id: ").append(fact.id()).append("\nevent: fact\ndata: ")
              .append(json.of(fact)).append("\n\n");
        }
      }
      return ByteString.fromString(text.toString());
    }
  }

  /**
   * The events that are asked for.
   *
   * @param query parameters {@code subject}, {@code kind}, {@code lastEventId}
   * @param lastId header {@code Last-Event-ID}; empty: from the next block on
   */
  Source<ByteString, NotUsed> open(TwinView.Standing standing, Map<String, String> query,
      Optional<String> lastId) {
    var question = new Question(Map.of(), query);
    StreamFilter filter = StreamFilter.of(question, standing.ss58Prefix());
    FactId last = lastId.or(() -> Optional.ofNullable(query.get("lastEventId")))
        .map(text -> resume(text, standing))
        .orElseGet(() -> new FactId(Math.max(0, standing.watermark()), Integer.MAX_VALUE));
    if (readers.get() >= READERS_MAX) {
      throw new Refusal(503, READERS_MAX + " readers are here already", "come again later");
    }
    var reader =
        new Reader(filter, last, new FactJson(new ChainJson(standing.ss58Prefix())));
    ByteString begin = ByteString.fromString("retry: 1000\nid: " + last + "\n\n");
    return Source
        .unfoldAsync(new Place(0, List.of(), last.block() - 1, -1), place -> next(reader, place))
        .mapConcat(each -> each).prepend(Source.single(begin))
        .keepAlive(HEARTBEAT, () -> HEART).backpressureTimeout(patience)
        .watchTermination((before, ended) -> {
          readers.incrementAndGet();
          ended.whenComplete((done, failure) -> readers.decrementAndGet());
          return before;
        });
  }

  /** The last fact that a reader has; of a block that was told to it by this twin. */
  private static FactId resume(String text, TwinView.Standing standing) {
    String[] parts = text.split("-", -1);
    if (parts.length != 2 || !parts[0].matches("[0-9]{1,18}") || !parts[1].matches("[0-9]{1,10}")
        || Long.parseLong(parts[1]) > Integer.MAX_VALUE) {
      throw Refusal.unreadable("Last-Event-ID: expected BLOCK-INDEX, found "
          + Question.shown(text), "give the id of the last event that you read, or none");
    }
    var id = new FactId(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
    if (id.block() < standing.log().first()) {
      throw new Refusal(410, "block " + id.block() + " was before this history",
          "the oldest block is " + standing.log().first() + "; begin without Last-Event-ID");
    }
    if (id.block() > standing.log().number()) {
      throw Refusal.missing("block " + id.block() + " is not here yet; the log ends with "
          + standing.log().number(), "begin without Last-Event-ID");
    }
    return id;
  }

  private CompletionStage<Optional<Pair<Place, List<ByteString>>>> next(Reader reader,
      Place place) {
    return watermark.above(Math.max(place.block(), place.seen()))
        .thenCompose(reached -> reached == Long.MAX_VALUE
            ? CompletableFuture.completedFuture(Optional.empty())
            : CompletableFuture.supplyAsync(() -> Optional.of(read(reader, place, reached)),
                blocking));
  }

  /** Lets every reader go: another generation answers, and they come back to it. */
  void end() {
    watermark.end();
  }

  /** Whole blocks; the first is that of the last fact told, the rest of which may be due. */
  private Pair<Place, List<ByteString>> read(Reader reader, Place place, long reached) {
    long sequence = place.sequence() > 0 ? place.sequence() : first(place.block() + 1);
    var parts = new ArrayList<>(place.parts());
    var told = new ArrayList<ByteString>();
    long block = place.block();
    List<Blocks> events =
        twin.log(sequence, sequence + EVENTS_AT_ONCE - 1).toCompletableFuture().join();
    for (Blocks event : events) {
      if (event.to() > reached) {
        break; // its rows are not there yet
      }
      sequence++;
      parts.addAll(event.facts());
      if (event.isWhole()) {
        cut(parts).forEach(facts -> told.add(reader.events(facts)));
        parts.clear();
        block = event.to();
      }
    }
    told.removeIf(ByteString::isEmpty);
    long seen = block > place.block() ? -1 : reached;
    return Pair.create(new Place(sequence, parts, block, seen), told);
  }

  /** Sequence number of the first part of the event with the block. */
  private long first(long block) {
    Optional<LogPart> part = twin.tables().part(block);
    long sequence = part.map(LogPart::sequence).orElse(1L);
    while (sequence > 1 && part.get().from() == part.get().to()
        && !twin.log(sequence - 1, sequence - 1).toCompletableFuture().join().getFirst()
            .isWhole()) {
      sequence--;
    }
    return sequence;
  }

  private static List<List<Fact>> cut(List<Fact> facts) {
    var blocks = new ArrayList<List<Fact>>();
    int start = 0;
    for (int i = 1; i <= facts.size(); i++) {
      if (i == facts.size() || facts.get(i).id().block() != facts.get(start).id().block()) {
        blocks.add(List.copyOf(facts.subList(start, i)));
        start = i;
      }
    }
    return blocks;
  }
}
