package io.fairlead.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.substrate.primitive.Hash;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the finalized chain from a cursor: every block once, in order, the next only when the sink is
 * done with the one before. Gaps are filled, a lost node is waited for. A block whose parent is not the
 * block before it ends the following: that is another chain.
 */
public final class FinalizedFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FinalizedFollower.class);

  /** The last block that was taken; without a hash the parent of the next is not checked. */
  public record Cursor(long number, @Nullable Hash hash) {}

  /** Takes blocks; the next comes when its stage completes, the same again when it fails. */
  @FunctionalInterface
  public interface Sink {
    CompletionStage<?> accept(FinalizedBlock block);
  }

  private final ChainRpc rpc;
  private final Sink sink;
  private final ScheduledExecutorService loop;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private Cursor cursor;
  private long finalized = -1;
  private boolean busy;
  private boolean isClosed;

  private FinalizedFollower(ChainRpc rpc, Cursor cursor, Sink sink) {
    this.rpc = rpc;
    this.cursor = cursor;
    this.sink = sink;
    this.loop = Executors.newSingleThreadScheduledExecutor(task -> {
      var thread = new Thread(task, "follow " + rpc.client().config().url());
      thread.setDaemon(true);
      return thread;
    });
  }

  /** Begins with the block after {@code cursor}. */
  public static FinalizedFollower start(ChainRpc rpc, Cursor cursor, Sink sink) {
    var follower = new FinalizedFollower(rpc, cursor, sink);
    follower.loop.execute(follower::subscribe);
    return follower;
  }

  /** Completes exceptionally when the chain is not the one that was followed before. */
  public CompletionStage<Void> ended() {
    return ended;
  }

  private void subscribe() {
    if (isClosed) {
      return;
    }
    rpc.client().connection().thenAcceptAsync(connection -> {
      connection.closed().thenAcceptAsync(reason -> {
        LOG.warn("lost the node: {}", reason);
        again(this::subscribe);
      }, loop);
      connection.subscribe("chain_subscribeFinalizedHeads", List.of(), this::noticed)
          .exceptionally(failure -> {
            LOG.warn("cannot subscribe: {}", message(failure));
            connection.close();
            return "";
          });
    }, loop).exceptionally(failure -> {
      again(this::subscribe);
      return null;
    });
  }

  private void noticed(JsonNode header) {
    long number = BlockHeader.of(header).number();
    loop.execute(() -> {
      finalized = Math.max(finalized, number);
      step();
    });
  }

  private void step() {
    if (busy || isClosed || ended.isDone() || cursor.number() >= finalized) {
      return;
    }
    busy = true;
    var unused = rpc.blockHash(cursor.number() + 1)
        .thenCompose(hash -> rpc.block(hash.orElseThrow(
            () -> RpcFailure.unexpected("no block " + (cursor.number() + 1) + " yet"))))
        .thenComposeAsync(this::take, loop)
        .whenCompleteAsync((next, failure) -> {
          busy = false;
          if (failure == null) {
            cursor = next;
            step();
          } else if (!ended.isDone()) {
            LOG.warn("block {}: {}; trying again", cursor.number() + 1, message(failure));
            again(this::step);
          }
        }, loop);
  }

  private CompletionStage<Cursor> take(FinalizedBlock block) {
    Hash parent = cursor.hash();
    if (parent != null && !parent.equals(block.header().parent())) {
      var another = new IllegalStateException("block " + block.number() + " follows "
          + block.header().parent() + ", but block " + cursor.number() + " was " + parent
          + ": this is another chain");
      ended.completeExceptionally(another);
      return CompletableFuture.failedFuture(another);
    }
    return sink.accept(block).thenApply(done -> new Cursor(block.number(), block.hash()));
  }

  private void again(Runnable task) {
    if (!isClosed) {
      var unused =
          loop.schedule(task, rpc.client().config().backoffMin().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private static String message(Throwable failure) {
    Throwable cause = failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause() : failure;
    return String.valueOf(cause.getMessage());
  }

  /** Stops; a block that the sink has is finished by it. */
  @Override
  public void close() {
    loop.execute(() -> {
      isClosed = true;
      ended.complete(null);
      loop.shutdownNow();
    });
  }
}
