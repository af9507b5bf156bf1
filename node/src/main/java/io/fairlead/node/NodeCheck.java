package io.fairlead.node;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.Behaviors;
import io.fairlead.node.chain.ChainAuditor;
import io.fairlead.node.chain.ChainDamaged;
import io.fairlead.runtime.engine.Engines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.function.LongConsumer;

/** Executes every stored block anew on a fresh runtime and compares what comes out. */
public final class NodeCheck {
  private static final Duration STOPPING = Duration.ofSeconds(10);

  private NodeCheck() {}

  /** What a check found. */
  public sealed interface Result {
    /**
     * Every block is what its execution gives.
     *
     * @param blocks blocks after genesis
     */
    record Clean(long blocks) implements Result {}

    /** Block {@code block} is not what its execution gives. */
    record Different(long block, String expectedAndFound) implements Result {}

    /** Nothing could be checked; the reason is for the user. */
    record Unusable(String reason) implements Result {}
  }

  /** Checks a chain of our runtime under the rules with which it began. No node may run on it. */
  public static Result run(Path basePath) {
    return run(basePath, block -> {
    });
  }

  /** The same; {@code progress} is told the number of each block that is as it should be. */
  public static Result run(Path basePath, LongConsumer progress) {
    return run(basePath, stored -> EngineChoice.tangle(null, null, stored), progress);
  }

  static Result run(Path folder, EngineChoice choice, LongConsumer progress) {
    if (!Files.isDirectory(folder)) {
      return new Result.Unusable("there is no chain in " + folder);
    }
    try (BasePath basePath = BasePath.take(folder)) {
      if (!basePath.hasJournal()) {
        return new Result.Unusable("there is no chain in " + basePath.folder());
      }
      Journal.Open journal = Journal.open(basePath.journal());
      ActorSystem<Void> system = ActorSystem.create(Behaviors.empty(), "fairlead",
          Journal.config(basePath.journal()));
      try {
        return check(system, choice.of(journal.rules()), progress);
      } finally {
        FairleadNode.end(system, STOPPING);
        journal.release();
      }
    } catch (CompletionException | ChainDamaged | SQLException failed) {
      return new Result.Unusable("the journal in " + folder + " cannot be read: "
          + FairleadNode.said(FairleadNode.rootOf(failed)));
    } catch (BasePath.Unusable unusable) {
      return new Result.Unusable(unusable.reason);
    } catch (IOException failed) {
      return new Result.Unusable("base path " + folder + ": " + failed);
    }
  }

  private static Result check(ActorSystem<?> system, EngineChoice.Choice choice,
      LongConsumer progress) {
    return switch (choice) {
      case EngineChoice.Impossible(String reason) -> new Result.Unusable(reason);
      case EngineChoice.Chosen(Engines engines) -> {
        var auditor = new ChainAuditor(engines);
        Journal.events(system, 0).takeWhile(event -> auditor.next(event))
            .runForeach(event -> progress.accept(event.header().number()), system)
            .toCompletableFuture().join();
        yield auditor.difference()
            .<Result>map(it -> new Result.Different(it.block(), it.expectedAndFound()))
            .orElseGet(() -> new Result.Clean(auditor.blocks()));
      }
    };
  }
}
