package io.fairlead.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.twin.audit.Verification;
import io.fairlead.twin.load.Load;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A twin that is killed again and again while it follows a node under load, and the node now and then as
 * well, ends with the same log, entities, rows and replica as one that was never killed. Forty kills; more
 * with {@code -Dfairlead.twin.kills=200}.
 */
class KillTest {
  private static final int KILLS = Integer.getInteger("fairlead.twin.kills", 40);
  private static final int NODE_KILLED_EVERY = 13;
  private static final Duration BURST = Duration.ofMillis(400);
  private static final Duration PAUSE = Duration.ofMillis(1_500);
  private static final long SEED = 2_026_11_26;
  private static final int LIFE_MILLIS_MAX = 900;
  private static final int YOUNG_MILLIS_MIN = 700;
  private static final int YOUNG_MILLIS_MAX = 3_000;

  @TempDir private Path folder;

  @Test
  void a_twin_that_was_killed_holds_the_same_as_one_that_never_was() throws Exception {
    var random = new SplittableRandom(SEED);
    var isOver = new AtomicBoolean();
    ChildProcess node = node(0);
    CompletableFuture<Void> load = null;
    try {
      URI url = node.address();
      QuickStart start = recorded(url);
      load = CompletableFuture.runAsync(() -> play(url, isOver));
      for (int kill = 1; kill <= KILLS; kill++) {
        try (ChildProcess twin =
            ChildProcess.start(start.quick(), ChildTwin.class, folder.resolve("twin.log"),
                url.toString(), folder.resolve("killed").toString())) {
          if (random.nextBoolean()) { // young: while it starts, seeds or catches up
            TimeUnit.MILLISECONDS.sleep(random.nextInt(YOUNG_MILLIS_MIN, YOUNG_MILLIS_MAX));
          } else {
            twin.address();
            TimeUnit.MILLISECONDS.sleep(random.nextInt(LIFE_MILLIS_MAX));
          }
          assertThat(twin.isAlive()).as("twin before kill %d", kill).isTrue();
          twin.kill();
        }
        if (kill % NODE_KILLED_EVERY == 0) {
          node.kill();
          node = node(url.getPort());
          node.address();
        }
      }
      isOver.set(true);
      load.join();
      settle(url, "killed", true);
      settle(url, "spared", false);
    } finally {
      isOver.set(true);
      if (load != null) {
        load.exceptionally(failed -> null).join();
      }
      node.close();
    }

    SortedMap<String, String> killed = Content.of(folder.resolve("killed"));
    SortedMap<String, String> spared = Content.of(folder.resolve("spared"));
    assertThat(killed.keySet()).isEqualTo(spared.keySet());
    spared.forEach((name, text) -> assertThat(killed.get(name)).as(name).isEqualTo(text));
    assertThat(spared.keySet().stream().filter(name -> name.startsWith("fact ")).count())
        .isGreaterThan(20L * KILLS);
    assertThat(spared.keySet()).anyMatch(name -> name.startsWith("row slash"))
        .anyMatch(name -> name.startsWith("row duty"))
        .anyMatch(name -> name.startsWith("entity jb"));
  }

  private ChildProcess node(int port) throws Exception {
    return ChildProcess.start(ChildNode.class, folder.resolve("node.log"),
        folder.resolve("chain").toString(), Integer.toString(port));
  }

  /** One twin that ends by itself: those after it start sooner. */
  private QuickStart recorded(URI url) throws Exception {
    QuickStart start = QuickStart.in(folder);
    try (ChildProcess twin = ChildProcess.start(start.recording(), ChildTwin.class,
        folder.resolve("twin.log"), url.toString(), folder.resolve("killed").toString())) {
      twin.address();
      twin.end();
    }
    return start;
  }

  private static void play(URI url, AtomicBoolean isOver) {
    for (long seed = SEED; !isOver.get(); seed++) {
      Load.run(url, seed, BURST, progress -> {
      });
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** Lets a twin reach the head, and verifies all it holds. */
  private void settle(URI url, String name, boolean wasKilled) throws Unusable {
    try (Twin twin = Twin.start(TwinConfig.of(List.of(url), folder.resolve(name),
        new From.Genesis()))) {
      Chains.awaitHead(twin);
      Verification found = twin.verify(true);
      assertThat(found.differences()).as("%s twin", wasKilled ? "killed" : "spared").isEmpty();
      assertThat(found.chain()).isEqualTo("compared");
      assertThat(found.proved()).isEqualTo(found.blocks()).isGreaterThan(5L * KILLS);
    }
  }
}
