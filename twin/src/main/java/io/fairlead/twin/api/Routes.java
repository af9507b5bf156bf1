package io.fairlead.twin.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.twin.log.BlockLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** From a path to an answer at one block. */
final class Routes {
  /** How long an answer may wait for a block. */
  private static final Duration READ_WAIT = Duration.ofSeconds(2);
  private static final long LOOK_MILLIS = 10;

  private final TwinView twin;
  private final GenerationDesk desk;
  private final Supplier<CompletionStage<Live>> live;
  private final Executor blocking;
  private final List<Resource> resources;

  /**
   * Routes.
   *
   * @param desk knows the generations
   * @param live gives what is in memory
   * @param blocking runs what waits for the database
   */
  Routes(TwinView twin, GenerationDesk desk, Supplier<CompletionStage<Live>> live,
      Executor blocking) {
    this.twin = twin;
    this.desk = desk;
    this.live = live;
    this.blocking = blocking;
    this.resources = all();
  }

  /** Every resource of the API. */
  static List<Resource> all() {
    var all = new ArrayList<Resource>();
    all.addAll(StatusResource.all());
    all.addAll(OperatorResource.all());
    all.addAll(DelegatorResource.all());
    all.addAll(BlueprintResource.all());
    all.addAll(ServiceResource.all());
    all.addAll(JobResource.all());
    all.addAll(RequestResource.all());
    all.addAll(SlashResource.all());
    all.addAll(VaultResource.all());
    all.addAll(TimeResource.all());
    return all;
  }

  /**
   * Answers a GET.
   *
   * @param path its segments
   * @param query its parameters
   */
  CompletionStage<Answer> get(List<String> path, Map<String, String> query) {
    try {
      for (Resource resource : resources) {
        Optional<Map<String, String>> found = resource.match(path);
        if (found.isPresent()) {
          return get(resource, new Question(found.get(), query));
        }
      }
      throw Refusal.missing("no such path: " + Question.shown("/" + String.join("/", path)),
          "the paths are in /v1/openapi.json");
    } catch (Refusal refused) {
      return CompletableFuture.completedFuture(refused.answer());
    }
  }

  private CompletionStage<Answer> get(Resource resource, Question question) {
    for (String name : new TreeSet<>(question.query().keySet())) {
      if (!resource.parameters().contains(name)) {
        throw Refusal.unreadable("no parameter " + Question.shown(name) + " here",
            resource.parameters().isEmpty() ? "leave it out"
                : "known are " + String.join(", ", new TreeSet<>(resource.parameters())));
      }
    }
    long deadline = System.nanoTime() + READ_WAIT.toNanos();
    Optional<Long> atLeast = question.queryNumber("atLeast");
    return reached(resource, atLeast.orElse(-1L), deadline)
        .thenCompose(here -> live.get()).thenApplyAsync(
            now -> answer(resource, question, atLeast.orElse(-1L), now, deadline), blocking);
  }

  /** Waits for a block without holding a thread. */
  private CompletionStage<Boolean> reached(Resource resource, long atLeast, long deadline) {
    if (reach(resource) >= atLeast || System.nanoTime() - deadline > 0) {
      return CompletableFuture.completedFuture(true);
    }
    return CompletableFuture.supplyAsync(() -> true,
        CompletableFuture.delayedExecutor(LOOK_MILLIS, TimeUnit.MILLISECONDS, blocking))
        .thenCompose(again -> reached(resource, atLeast, deadline));
  }

  private long reach(Resource resource) {
    return switch (resource.need()) {
      case NOTHING, ENTITIES -> twin.watermark();
      case TABLES -> twin.tables().watermark();
      case BOTH -> Math.min(twin.watermark(), twin.tables().watermark());
    };
  }

  private Answer answer(Resource resource, Question question, long atLeast, Live now,
      long deadline) {
    try {
      while (true) {
        try {
          return once(resource, question, atLeast, now);
        } catch (Ground.Moved moved) {
          if (System.nanoTime() - deadline > 0) {
            throw new Refusal(503, "the entities are ahead of what this answer needs",
                "the twin is catching up; ask again");
          }
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
        }
      }
    } catch (Refusal refused) {
      return refused.answer();
    }
  }

  private Answer once(Resource resource, Question question, long atLeast, Live now) {
    long reach = reach(resource);
    if (reach < atLeast) {
      throw new Refusal(504, "expected block " + atLeast + ", reached " + reach + " within "
          + READ_WAIT.toSeconds() + " s", "ask again, or without atLeast");
    }
    if (reach < 0 && resource.need() != Resource.Need.NOTHING) {
      throw new Refusal(503, "the twin has no block yet", "see /v1/status");
    }
    Optional<Long> at = question.queryNumber("at");
    at.ifPresent(block -> within(block, reach, now));
    var ground = new Ground(twin, desk, now, at.orElse(reach), at.isPresent());
    JsonNode data = data(resource, question, ground);
    return Answer.json(envelope(resource, ground, data));
  }

  private static void within(long block, long reach, Live now) {
    long first = now.standing().log().first();
    if (block > reach) {
      throw Refusal.missing("block " + block + " is not here yet; the twin stands at " + reach,
          "ask with atLeast=" + block + " to wait up to " + READ_WAIT.toSeconds() + " s for it");
    }
    if (block < first) {
      throw new Refusal(410, "block " + block + " was before this history",
          "the oldest block is " + first);
    }
    Ground.present(now.standing().log(), block);
  }

  private static JsonNode data(Resource resource, Question question, Ground ground) {
    try {
      return resource.reply().to(question, ground);
    } catch (IllegalArgumentException unreadable) {
      if (question.query().containsKey("after")) { // only the tables know what a key looks like
        throw Refusal.unreadable("after: expected what \"next\" gave, found "
            + Question.shown(question.query().get("after")), "leave it out for the first page");
      }
      throw unreadable;
    }
  }

  private static ObjectNode envelope(Resource resource, Ground ground, JsonNode data) {
    TwinView.Standing standing = ground.standing();
    Optional<BlockLine> line = ground.block() < 0 ? Optional.empty() : ground.line(ground.block());
    ObjectNode envelope = ChainJson.object().put("block", ground.block());
    line.ifPresent(it -> envelope.put("hash", it.hash().toString()));
    envelope.put("proved", line.isPresent() && line.get().isProved());
    envelope.put("lag", Math.max(0, standing.feed().target() - ground.block()));
    envelope.put("generation", standing.generation());
    if (resource.isHistory()) {
      envelope.put("since", standing.log().first());
      if (!standing.log().holes().isEmpty()) {
        envelope.set("holes", ChainJson.holes(standing.log()));
      }
    }
    envelope.set("data", data);
    return envelope;
  }
}
