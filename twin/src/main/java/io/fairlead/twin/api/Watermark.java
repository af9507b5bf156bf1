package io.fairlead.twin.api;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The block up to which everything can be asked for, and waiting for it. Only rises, until it ends. */
final class Watermark {
  private long block = -1;
  private CompletableFuture<Long> risen = new CompletableFuture<>();

  /** Rises to {@code reached}; less is ignored. */
  void rise(long reached) {
    CompletableFuture<Long> waiting;
    synchronized (this) {
      if (reached <= block) {
        return;
      }
      block = reached;
      waiting = risen;
      risen = new CompletableFuture<>();
    }
    waiting.complete(reached);
  }

  /** Nothing rises any more: those who wait are told {@link Long#MAX_VALUE}. */
  void end() {
    rise(Long.MAX_VALUE);
  }

  /** Completes with a block above {@code seen}, at once when it is there already. */
  synchronized CompletionStage<Long> above(long seen) {
    return block > seen ? CompletableFuture.completedFuture(block) : risen;
  }
}
