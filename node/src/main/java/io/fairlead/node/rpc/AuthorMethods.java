package io.fairlead.node.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.node.pool.PoolActor;
import io.fairlead.node.pool.Submitted;
import io.fairlead.node.pool.TxStatus;
import io.fairlead.runtime.engine.CheckedExtrinsic;
import io.fairlead.runtime.engine.ExtrinsicChecker.Checked;
import io.fairlead.runtime.engine.Validity;
import io.fairlead.substrate.hash.Blake2b;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.primitive.Hex;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code author_*} ({@code sc_rpc::author}). */
final class AuthorMethods {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final Node node;

  private AuthorMethods(Node node) {
    this.node = node;
  }

  static void register(Methods methods, Node node) {
    var author = new AuthorMethods(node);
    methods.later(author::submit, "author_submitExtrinsic");
    methods.later(author::pending, "author_pendingExtrinsics");
    methods.later(author::remove, "author_removeExtrinsic");
    methods.subscription("author_extrinsicUpdate", List.of("author_submitAndWatchExtrinsic"),
        List.of("author_unwatchExtrinsic"), author::submitAndWatch);
  }

  private CheckedExtrinsic checked(Params params) {
    return switch (node.check(params.bytes(0, "extrinsic"))) {
      case Checked.Good(CheckedExtrinsic extrinsic) -> extrinsic;
      case Checked.Undecodable(String reason) -> throw RpcError.undecodable(reason);
      case Checked.Bad(Validity.Unfit reason) -> throw RpcError.unfit(reason);
    };
  }

  private CompletionStage<Submitted> submit(CheckedExtrinsic extrinsic,
      @Nullable Consumer<TxStatus> watcher) {
    return node.<Submitted>ask(TIMEOUT,
        replyTo -> new PoolActor.Submit(extrinsic, watcher, replyTo)).thenApply(submitted -> {
          RpcError refusal = RpcError.of(submitted);
          if (refusal != null) {
            throw refusal;
          }
          return submitted;
        });
  }

  private CompletionStage<JsonNode> submit(Params params) {
    CheckedExtrinsic extrinsic = checked(params);
    return submit(extrinsic, null).thenApply(taken -> Json.hash(extrinsic.hash()));
  }

  private CompletionStage<Runnable> submitAndWatch(Params params, Subscription to) {
    CheckedExtrinsic extrinsic = checked(params);
    Consumer<TxStatus> watcher = status -> {
      to.send(Json.status(status));
      if (status.last()) {
        to.complete();
      }
    };
    return submit(extrinsic, watcher)
        .thenApply(taken -> () -> node.tell(new PoolActor.Unwatch(extrinsic.hash(), watcher)));
  }

  private CompletionStage<JsonNode> pending(Params params) {
    return node.<List<CheckedExtrinsic>>ask(TIMEOUT, PoolActor.Pending::new)
        .thenApply(all -> Json.hexes(all.stream().map(CheckedExtrinsic::bytes).toList()));
  }

  /** Takes hashes and extrinsics: {@code [{"hash":"0x…"},{"extrinsic":"0x…"}]}. */
  private CompletionStage<JsonNode> remove(Params params) {
    JsonNode list = params.get(0);
    if (list == null || !list.isArray()) {
      throw RpcError.params("parameter 1: expected an array of {\"hash\"} or {\"extrinsic\"}");
    }
    var hashes = new ArrayList<Hash>();
    for (JsonNode element : list) {
      hashes.add(hashOf(element));
    }
    return node.<List<Hash>>ask(TIMEOUT, replyTo -> new PoolActor.Remove(hashes, replyTo))
        .thenApply(removed -> {
          var all = Json.array();
          removed.forEach(hash -> all.add(hash.toString()));
          return all;
        });
  }

  private static Hash hashOf(JsonNode element) {
    byte[] hash = Hex.parse(element.path("hash").asText("?")).orElse(new byte[0]);
    if (hash.length == 32) {
      return Hash.of(hash);
    }
    byte[] whole = Hex.parse(element.path("extrinsic").asText("?")).orElseThrow(() -> RpcError
        .params("parameter 1: expected {\"hash\"} or {\"extrinsic\"}, found " + element));
    return Hash.of(Blake2b.hash256(Bytes.wrap(whole).array()));
  }
}
