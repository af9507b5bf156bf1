package io.fairlead.twin.feed;

import io.fairlead.substrate.primitive.Hash;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The nodes that the twin asks, and what it thinks of each. All methods but the callbacks are for one
 * thread: the feed's.
 */
public final class EndpointPool implements AutoCloseable {
  private static final Duration QUARANTINE = Duration.ofHours(1);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int PAUSE_DOUBLED_MAX = 6;
  /** For each answer: a node that hangs holds the others up no longer. */
  private static final Duration PATIENCE = Duration.ofSeconds(6);
  /** For each answer of the only node. */
  private static final Duration PATIENCE_ALONE = Duration.ofSeconds(30);

  /** Hears of new final heads, on a thread of the endpoint's. */
  interface HeadListener {
    void headSeen(int endpoint, long number);
  }

  private static final class Member {
    final Endpoint endpoint;
    long head = -1;
    long notBefore;
    String trouble = "";
    int failures;
    boolean isExcluded;
    long highest = -1;

    Member(Endpoint endpoint) {
      this.endpoint = endpoint;
    }
  }

  private final List<Member> members = new ArrayList<>();
  private final Quorum quorum;
  private final InstantSource clock;
  private final AtomicReference<@Nullable HeadListener> listener = new AtomicReference<>();
  private final long[] early;
  private int turn;

  private EndpointPool(List<URI> urls, int quorum, InstantSource clock) {
    this.quorum = new Quorum(quorum);
    this.clock = clock;
    this.early = new long[urls.size()];
    java.util.Arrays.fill(early, -1);
    for (int i = 0; i < urls.size(); i++) {
      int index = i;
      members.add(new Member(
          Endpoint.start(urls.get(i), urls.size() == 1 ? PATIENCE_ALONE : PATIENCE,
              number -> heard(index, number))));
    }
  }

  /**
   * Connects to each address in the background.
   *
   * @param quorum endpoints that must agree on which block is final
   */
  public static EndpointPool start(List<URI> urls, int quorum, InstantSource clock) {
    if (quorum > urls.size()) {
      throw new IllegalArgumentException(
          "a quorum of " + quorum + " of " + urls.size() + " endpoints");
    }
    return new EndpointPool(urls, quorum, clock);
  }

  private void heard(int index, long number) {
    HeadListener now;
    synchronized (early) { // the listener comes later than the first heads
      early[index] = number;
      now = listener.get();
    }
    if (now != null) {
      now.headSeen(index, number);
    }
  }

  void onHead(HeadListener newListener) {
    synchronized (early) {
      listener.set(newListener);
      for (int i = 0; i < early.length; i++) {
        if (early[i] >= 0) {
          newListener.headSeen(i, early[i]);
        }
      }
    }
  }

  /** Takes a final head; true when the endpoint once named a newer one. */
  boolean headSeen(int index, long number) {
    Member member = members.get(index);
    member.head = number;
    member.highest = Math.max(member.highest, number);
    return number < member.highest;
  }

  /** Whether one of them names an older block final than it once did. */
  boolean wentBack() {
    return members.stream().anyMatch(it -> it.head < it.highest);
  }

  /** The highest block that enough endpoints call final; -1 when none is known. */
  long target() {
    return quorum.target(
        members.stream().filter(it -> it.head >= 0 && !it.isExcluded).map(it -> it.head).toList());
  }

  /** How many must name the same block. */
  int quorum() {
    return quorum.needed();
  }

  /** Never to be asked again. */
  void exclude(Endpoint endpoint, String why) {
    members.stream().filter(it -> it.endpoint == endpoint).forEach(it -> {
      it.notBefore = Long.MAX_VALUE;
      it.trouble = why;
      it.isExcluded = true;
    });
  }

  /** All endpoints, for what is asked of each at the start. */
  List<Endpoint> all() {
    return members.stream().map(it -> it.endpoint).toList();
  }

  /** An endpoint to ask, taking turns; null when none is fit now. */
  @Nullable Endpoint pick() {
    long now = clock.millis();
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get((turn + i) % members.size());
      if (member.notBefore <= now) {
        turn = (turn + i + 1) % members.size();
        return member.endpoint;
      }
    }
    return null;
  }

  /**
   * What each endpoint says of some blocks.
   *
   * @param silent those that were asked and did not answer
   */
  record Votes(List<List<Optional<Hash>>> byEndpoint, List<Integer> silent, int count) {
    static final Votes NONE = new Votes(List.of(), List.of(), 0);
  }

  /** Asks every endpoint that is fit; one that does not answer has no vote. */
  CompletableFuture<Votes> hashes(long from, int count) {
    var silent = new ConcurrentSkipListSet<Integer>();
    var votes = new ArrayList<CompletableFuture<List<Optional<Hash>>>>();
    for (int i = 0; i < members.size(); i++) {
      int index = i;
      Member member = members.get(i);
      votes.add(member.notBefore > clock.millis() ? CompletableFuture.completedFuture(List.of())
          : member.endpoint.hashes(from, count).exceptionally(failure -> {
            silent.add(index);
            return List.of();
          }));
    }
    return CompletableFuture.allOf(votes.toArray(CompletableFuture[]::new)).thenApply(all -> {
      var list = votes.stream().map(CompletableFuture::join).toList();
      return new Votes(list, List.copyOf(silent),
          list.stream().anyMatch(each -> !each.isEmpty()) ? count : 0);
    });
  }

  Quorum.Verdict decide(Votes votes, int place) {
    return quorum.decide(votes.byEndpoint().stream()
        .map(each -> place < each.size() ? each.get(place) : Optional.<Hash>empty()).toList());
  }

  void quarantine(List<Integer> indices, String why) {
    indices.forEach(index -> quarantine(members.get(index).endpoint, why));
  }

  /** Not to be asked for an hour, unless it is the only one: then for a second. */
  void quarantine(Endpoint endpoint, String why) {
    rest(endpoint, members.size() == 1 ? PAUSE : QUARANTINE, "quarantined: " + why);
  }

  /** Did not answer: not to be asked for a second; where there are others, longer each time. */
  void failed(Endpoint endpoint, String why) {
    for (Member member : members) {
      if (member.endpoint == endpoint) {
        int doubled = members.size() == 1 ? 0 : Math.min(member.failures, PAUSE_DOUBLED_MAX);
        member.failures++;
        rest(endpoint, PAUSE.multipliedBy(1L << doubled), why);
      }
    }
  }

  /** Those that gave no vote. */
  void silent(Votes votes) {
    votes.silent().forEach(index -> failed(members.get(index).endpoint, "does not answer"));
  }

  /** Has answered. */
  void answered(Endpoint endpoint) {
    members.stream().filter(it -> it.endpoint == endpoint).forEach(it -> it.failures = 0);
  }

  private void rest(Endpoint endpoint, Duration pause, String why) {
    members.stream().filter(it -> it.endpoint == endpoint).forEach(it -> {
      it.notBefore = clock.millis() + pause.toMillis();
      it.trouble = why;
    });
  }

  /** Why no endpoint can be asked now. */
  String trouble() {
    return "no endpoint answers: " + String.join("; ", lines());
  }

  /** A line for each: address, head, trouble. */
  List<String> lines() {
    long now = clock.millis();
    return members.stream()
        .map(it -> it.endpoint + (it.head < 0 ? " not heard from" : " final " + it.head)
            + (it.notBefore > now ? ", " + it.trouble : ""))
        .toList();
  }

  @Override
  public void close() {
    members.forEach(it -> it.endpoint.close());
  }
}
