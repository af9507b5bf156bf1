package io.fairlead.client;

import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * An extrinsic that was handed to the pool and is watched. What is lost with the connection is only
 * the watching: the extrinsic may still be included.
 */
public final class Submission {
  private final Bytes extrinsic;
  private final CompletableFuture<TransactionStatus> end = new CompletableFuture<>();
  private final Consumer<TransactionStatus> progress;

  private Submission(Bytes extrinsic, Consumer<TransactionStatus> progress) {
    this.extrinsic = extrinsic;
    this.progress = progress;
  }

  /**
   * {@code author_submitAndWatchExtrinsic}.
   *
   * @param extrinsic with its length in front
   * @param progress told every status; must not block
   * @return the submission once the pool took it; fails as REFUSED when the pool refuses
   */
  public static CompletableFuture<Submission> send(RpcConnection connection, Bytes extrinsic,
      Consumer<TransactionStatus> progress) {
    var submission = new Submission(extrinsic, progress);
    connection.closed().thenAccept(reason -> submission.end.completeExceptionally(
        RpcFailure.unreachable("lost the node while watching " + submission.hash() + ": "
            + reason)));
    return connection
        .subscribe("author_submitAndWatchExtrinsic", List.of(extrinsic.toString()),
            json -> submission.heard(TransactionStatus.of(json)))
        .thenApply(id -> submission);
  }

  private void heard(TransactionStatus status) {
    progress.accept(status);
    if (status.isLast()) {
      end.complete(status);
    }
  }

  /** The bytes that were sent. */
  public Bytes extrinsic() {
    return extrinsic;
  }

  /** BLAKE2b-256 of the bytes. */
  public Hash hash() {
    return io.fairlead.substrate.extrinsic.ExtrinsicCodec.hash(extrinsic.array());
  }

  /** The last status; fails as UNREACHABLE when the connection goes first. */
  public CompletionStage<TransactionStatus> end() {
    return end;
  }
}
