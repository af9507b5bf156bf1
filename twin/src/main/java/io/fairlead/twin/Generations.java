package io.fairlead.twin;

import io.fairlead.twin.api.GenerationDesk;
import io.fairlead.twin.feed.FeedState;
import io.fairlead.twin.log.LogHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The generations of a folder: one answers, another may be made beside it, and takes over when it has
 * caught up. What the old one had stays on disk. With {@code isDev} a chain that went back is followed
 * by a new generation that has the log up to where it went.
 */
final class Generations implements GenerationDesk, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Generations.class);
  private static final long LOOK_MILLIS = 200;
  /** What was asked of the old one is answered by it. */
  private static final long RETIRING_MILLIS = 2_000;
  private static final long STOPPING_SECONDS = 30;
  /** A chain that seems to have gone back for so many looks has. */
  private static final int LOOKS_BACK = 5;

  /** Told which one answers from now on. */
  interface Listener {
    void serves(Build build);
  }

  private final TwinConfig config;
  private final DataFolder folder;
  private final Listener listener;
  private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1,
      Thread.ofPlatform().daemon().name("twin-generations").factory());
  private final List<Build> retired = new ArrayList<>();
  private volatile Build serving;
  private volatile @Nullable Build next;
  private volatile int begun;
  private volatile String trouble = "";
  private volatile boolean isClosed;
  private int looksBack;

  private Generations(TwinConfig config, DataFolder folder, Build serving, Listener listener) {
    this.config = config;
    this.folder = folder;
    this.serving = serving;
    this.listener = listener;
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /**
   * Opens the one that answers, and goes on with one that was being made.
   *
   * @param listener is told when another one answers, on a thread of its own
   */
  static Generations open(TwinConfig config, DataFolder folder, Listener listener)
      throws Unusable {
    int number = folder.serving();
    Build serving = Build.open(config, folder, number, Optional.empty(), () -> false);
    var generations = new Generations(config, folder, serving, listener);
    folder.generations().stream().filter(it -> it > number).reduce((first, second) -> second)
        .ifPresent(generations::make);
    var unused = generations.thread.scheduleWithFixedDelay(generations::look, LOOK_MILLIS,
        LOOK_MILLIS, TimeUnit.MILLISECONDS);
    return generations;
  }

  /** The one that answers. */
  Build serving() {
    return serving;
  }

  @Override
  public List<Line> lines() {
    var lines = new ArrayList<Line>();
    Build serves = serving;
    Build coming = next;
    try {
      for (int number : folder.generations()) {
        String plan = folder.plan(number).map(Plan::toString).orElse("");
        if (number == serves.number()) {
          lines.add(line(serves, State.SERVING, plan));
        } else if (coming != null && number == coming.number()) {
          lines.add(line(coming, State.BUILDING, plan));
        } else {
          lines.add(new Line(number, number == begun ? State.BUILDING : State.KEPT, plan, -1, -1));
        }
      }
    } catch (Unusable failed) {
      throw new IllegalStateException(failed.getMessage(), failed);
    }
    return lines;
  }

  private static Line line(Build build, State state, String plan) {
    LogHead head = build.core().standing().toCompletableFuture().join();
    return new Line(build.number(), state, plan, head.first(), build.watermark());
  }

  @Override
  public String trouble() {
    return trouble;
  }

  @Override
  public int backfill(String from) {
    From start = From.parse(from);
    long since = serving.core().standing().toCompletableFuture().join().first();
    if (!(start instanceof From.Genesis)
        && !(start instanceof From.Block(long block) && block < since)) {
      throw new IllegalArgumentException("expected genesis or a block before " + since
          + ", with which the history begins now, found " + from);
    }
    return begin(new Plan.Seed(start));
  }

  @Override
  public int rewind(long to) {
    LogHead head = serving.core().standing().toCompletableFuture().join();
    if (to < head.first() || to >= head.number() || head.hole(to).isPresent()) {
      throw new IllegalArgumentException("expected a block from " + head.first() + " to "
          + (head.number() - 1) + " that is in the log, found " + to);
    }
    return begin(new Plan.Copy(serving.number(), to));
  }

  private synchronized int begin(Plan plan) {
    if (begun > 0) {
      throw new Busy("generation " + begun + " is being made; wait until it answers");
    }
    try {
      int number = folder.begin(plan);
      make(number);
      return number;
    } catch (Unusable failed) {
      throw new IllegalStateException(failed.getMessage(), failed);
    }
  }

  private void make(int number) {
    begun = number;
    trouble = "";
    thread.execute(() -> {
      try {
        LOG.warn("generation {}: {}", number,
            folder.plan(number).map(Plan::toString).orElse(""));
        next = Build.open(config, folder, number, Optional.of(serving), () -> isClosed);
      } catch (Unusable | RuntimeException failed) {
        if (!isClosed) {
          drop(number, String.valueOf(failed.getMessage()));
        }
      }
    });
  }

  private void drop(int number, String why) {
    LOG.warn("generation {} came to nothing: {}", number, why);
    Build made = next;
    next = null;
    if (made != null) {
      made.close();
    }
    String told = "generation " + number + " came to nothing: " + why;
    try {
      forget(number);
    } catch (Unusable failed) {
      told += "; " + failed.getMessage();
    }
    trouble = told;
    begun = 0;
  }

  private void look() {
    try {
      Build made = next;
      if (made != null && config.isDev() && isBack(made)) {
        drop(made.number(), "the chain went back again");
      } else if (made != null && made.isCaughtUp()) {
        switchTo(made);
      } else if (made == null && begun == 0 && config.isDev()) {
        looksBack = isBack(serving) ? looksBack + 1 : 0;
        if (looksBack >= LOOKS_BACK) {
          looksBack = 0;
          followBack();
        }
      }
    } catch (Unusable | CompletionException | IllegalStateException failed) {
      LOG.warn("generations: {}", String.valueOf(failed.getMessage()));
    }
  }

  private static boolean isBack(Build build) {
    FeedState state = build.status().join().state();
    return state == FeedState.FINALITY_BROKEN || state == FeedState.WENT_BACK;
  }

  private void followBack() throws Unusable {
    LogHead head = serving.core().head();
    Optional<Long> agreed = serving.agreed();
    if (agreed.isEmpty()) {
      begin(new Plan.Seed(config.from()));
    } else if (agreed.get() < head.number()) {
      begin(new Plan.Copy(serving.number(), agreed.get()));
    }
  }

  private void switchTo(Build made) throws Unusable {
    Build old = serving;
    folder.serve(made.number());
    serving = made;
    listener.serves(made);
    next = null;
    begun = 0;
    retired.add(old);
    LOG.warn("generation {} answers now", made.number());
    var unused = thread.schedule(() -> retire(old), RETIRING_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void retire(Build old) {
    retired.remove(old);
    old.close();
    if (config.isDev()) { // a dev chain goes back often
      try {
        for (int number : folder.generations()) {
          if (number < old.number()) {
            forget(number);
          }
        }
      } catch (Unusable failed) {
        LOG.warn("{}", failed.getMessage());
      }
    }
  }

  /** Its tables first: they may stand elsewhere, and the number may be given again. */
  private void forget(int number) throws Unusable {
    DataFolder.Chain chain = folder.chain().orElseThrow();
    Generation generation = Generation.of(chain.genesis(), number);
    config.tables(folder.place(number), generation).remove();
    folder.remove(number);
  }

  /** Stops all that run; one that is being made is gone on with at the next start. */
  @Override
  public void close() {
    isClosed = true;
    thread.shutdown(); // what runs is not broken off: it may be closing another
    try {
      if (!thread.awaitTermination(STOPPING_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("a generation did not stop within {} s", STOPPING_SECONDS);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    Build made = next;
    if (made != null) {
      made.close();
    }
    retired.forEach(Build::close);
    serving.close();
  }
}
