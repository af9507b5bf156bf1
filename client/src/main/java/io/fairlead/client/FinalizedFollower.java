package io.fairlead.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.substrate.primitive.Hash;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the finalized chain from a cursor: every block once, in order, the next only when the
 * sink is done with the one before. Gaps are filled, a lost node is waited for. A block whose
 * parent is not the block before it ends the following: that is another chain. So does a block
 * whose state the node has thrown away.
 */
public final class FinalizedFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FinalizedFollower.class);
  /** JSON-RPC code for the state of a block that is no longer kept. */
  private static final int STATE_DISCARDED = 4003;

  /** A finalized head and when it was heard of. */
  private record Notice(Cursor head, long nanos) {}

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
  private volatile @Nullable Notice newest;
  private boolean busy;
  private boolean isClosed;

  private FinalizedFollower(ChainRpc rpc, Cursor cursor, Sink sink) {
    this.rpc = rpc;
    this.cursor = cursor;
    this.sink = sink;
    // what arrives after the end is of no use to anybody
    this.loop = new ScheduledThreadPoolExecutor(1, task -> {
      var thread = new Thread(task, "follow " + rpc.client().config().url());
      thread.setDaemon(true);
      return thread;
    }, new ThreadPoolExecutor.DiscardPolicy());
  }

  /** Begins with the block after {@code cursor}. */
  public static FinalizedFollower start(ChainRpc rpc, Cursor cursor, Sink sink) {
    var follower = new FinalizedFollower(rpc, cursor, sink);
    follower.loop.execute(follower::subscribe);
    return follower;
  }

  /**
   * Completes exceptionally when the chain is not the one that was followed before, and with an
   * {@link RpcFailure} of code 4003 when the node no longer has the state of the next block.
   */
  public CompletionStage<Void> ended() {
    return ended;
  }

  /** The newest finalized block that was heard of, which may be far ahead of the sink's. */
  public Optional<Cursor> newest() {
    Notice notice = newest;
    return notice == null ? Optional.empty() : Optional.of(notice.head());
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

  private void noticed(JsonNode json) {
    long heard = System.nanoTime();
    BlockHeader header = BlockHeader.of(json);
    var notice = new Notice(new Cursor(header.number(), header.hash()), heard);
    loop.execute(() -> {
      Notice before = newest;
      if (before == null || before.head().number() < notice.head().number()) {
        newest = notice;
      }
      step();
    });
  }

  private void step() {
    Notice known = newest;
    if (busy || isClosed || ended.isDone() || known == null
        || cursor.number() >= known.head().number()) {
      return;
    }
    busy = true;
    var unused = block(cursor.number() + 1, known).thenComposeAsync(this::take, loop)
        .whenCompleteAsync((next, failure) -> {
          busy = false;
          if (failure == null) {
            cursor = next;
            step();
          } else {
            failed(failure);
          }
        }, loop);
  }

  /** The next block; one that was just told of needs no question for its hash. */
  private CompletableFuture<FinalizedBlock> block(long number, Notice known) {
    Hash hash = known.head().hash();
    return known.head().number() == number && hash != null
        ? rpc.block(hash).thenApply(block -> block.heardAt(known.nanos()))
        : rpc.blockHash(number).thenCompose(found -> rpc.block(found
            .orElseThrow(() -> RpcFailure.unexpected("no block " + number + " yet"))));
  }

  private void failed(Throwable failure) {
    if (cause(failure) instanceof RpcFailure refused && refused.code() == STATE_DISCARDED) {
      ended.completeExceptionally(refused);
    } else if (!ended.isDone()) {
      LOG.warn("block {}: {}; trying again", cursor.number() + 1, message(failure));
      again(this::step);
    }
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
    return String.valueOf(cause(failure).getMessage());
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause() : failure;
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
