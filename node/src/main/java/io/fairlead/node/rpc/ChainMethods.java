package io.fairlead.node.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.fairlead.node.chain.Block;
import io.fairlead.substrate.primitive.Hash;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** {@code chain_*} ({@code sc_rpc::chain}). Best and finalized block are the same here. */
final class ChainMethods {
  private final Node node;

  private ChainMethods(Node node) {
    this.node = node;
  }

  static void register(Methods methods, Node node) {
    var chain = new ChainMethods(node);
    methods.now(chain::blockHash, "chain_getBlockHash", "chain_getHead");
    methods.now(params -> Json.hash(node.chain.best().hash()), "chain_getFinalizedHead",
        "chain_getFinalisedHead");
    methods.later(params -> chain.block(params).thenApply(
        found -> found.map(it -> Json.header(it.header())).orElse(NullNode.instance)),
        "chain_getHeader");
    methods.later(params -> chain.block(params)
        .thenApply(found -> found.map(Json::block).orElse(NullNode.instance)), "chain_getBlock");
    methods.subscription("chain_newHead",
        List.of("chain_subscribeNewHead", "chain_subscribeNewHeads", "subscribe_newHead"),
        List.of("chain_unsubscribeNewHead", "chain_unsubscribeNewHeads",
            "unsubscribe_newHead"),
        chain::heads);
    methods.subscription("chain_allHead", List.of("chain_subscribeAllHeads"),
        List.of("chain_unsubscribeAllHeads"), chain::heads);
    methods.subscription("chain_finalizedHead",
        List.of("chain_subscribeFinalizedHeads", "chain_subscribeFinalisedHeads"),
        List.of("chain_unsubscribeFinalizedHeads", "chain_unsubscribeFinalisedHeads"),
        chain::heads);
  }

  private JsonNode blockHash(Params params) {
    JsonNode which = params.get(0);
    if (which == null) {
      return Json.hash(node.chain.best().hash());
    }
    if (which.isArray()) {
      ArrayNode all = Json.array();
      which.forEach(it -> all.add(numbered(it)));
      return all;
    }
    return numbered(which);
  }

  private JsonNode numbered(JsonNode number) {
    return Json.hash(node.chain.hash(Params.number(number, 0, "number")));
  }

  private CompletionStage<Optional<Block>> block(Params params) {
    Hash at = params.hash(0, "hash");
    if (at == null) {
      return CompletableFuture.completedFuture(Optional.of(node.chain.best()));
    }
    @Nullable Long number = node.chain.number(at);
    return number == null ? CompletableFuture.completedFuture(Optional.empty())
        : node.chain.block(number);
  }

  /** The current head at once, then each; of a batch of blocks the last. */
  private CompletionStage<Runnable> heads(Params params, Subscription to) {
    Runnable end = node.news.follow(() -> {
      Block best = node.chain.best();
      to.send(Json.header(best.header()));
      return best.number();
    }, imported -> to.send(Json.header(imported.blocks().getLast().header())));
    return CompletableFuture.completedFuture(end);
  }
}
