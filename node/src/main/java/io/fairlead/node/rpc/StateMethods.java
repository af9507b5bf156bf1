package io.fairlead.node.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.fairlead.substrate.hash.Blake2b;
import io.fairlead.substrate.pallet.Store.Change;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.trie.Trie;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** {@code state_*} ({@code sc_rpc::state}). */
final class StateMethods {
  /** {@code STORAGE_KEYS_PAGED_MAX_COUNT}. */
  private static final int PAGE_MAX = 1_000;
  private static final Codec<byte[]> OPAQUE = Codecs.byteVec(Codecs.UNBOUNDED);

  private final Node node;

  private StateMethods(Node node) {
    this.node = node;
  }

  static void register(Methods methods, Node node) {
    var state = new StateMethods(node);
    methods.now(state::metadata, "state_getMetadata");
    methods.now(state::version, "state_getRuntimeVersion", "chain_getRuntimeVersion");
    methods.now(state::call, "state_call", "state_callAt");
    methods.now(params -> Json.hex(state.value(params)), "state_getStorage",
        "state_getStorageAt");
    methods.now(state::hash, "state_getStorageHash", "state_getStorageHashAt");
    methods.now(state::size, "state_getStorageSize", "state_getStorageSizeAt");
    methods.now(state::keysPaged, "state_getKeysPaged", "state_getKeysPagedAt");
    methods.now(state::keys, "state_getKeys");
    methods.now(state::pairs, "state_getPairs");
    methods.now(state::queryAt, "state_queryStorageAt");
    methods.now(state::query, "state_queryStorage");
    methods.now(state::readProof, "state_getReadProof");
    methods.subscription("state_storage", List.of("state_subscribeStorage"),
        List.of("state_unsubscribeStorage"), state::subscribe);
    methods.subscription("state_runtimeVersion",
        List.of("state_subscribeRuntimeVersion", "chain_subscribeRuntimeVersion"),
        List.of("state_unsubscribeRuntimeVersion", "chain_unsubscribeRuntimeVersion"),
        state::subscribeVersion);
  }

  private long at(Params params, int index) {
    return node.blockAt(params.hash(index, "at"));
  }

  private JsonNode metadata(Params params) {
    Bytes wrapped = node.call(at(params, 0), "Metadata_metadata", Bytes.EMPTY);
    return Json.hex(Bytes.wrap(OPAQUE.decode(wrapped.array()).trusted()));
  }

  private JsonNode version(Params params) {
    return Json.version(node.engineAt(at(params, 0)).version());
  }

  private JsonNode call(Params params) {
    String method = params.text(0, "name");
    Bytes arguments = params.bytes(1, "bytes");
    return Json.hex(node.call(at(params, 2), method, arguments));
  }

  private @Nullable Bytes value(Params params) {
    Bytes key = params.bytes(0, "key");
    return node.chain.states().at(key, at(params, 1));
  }

  private JsonNode hash(Params params) {
    Bytes value = value(params);
    return value == null ? NullNode.instance
        : Json.hash(Hash.of(Blake2b.hash256(value.array())));
  }

  private JsonNode size(Params params) {
    Bytes value = value(params);
    return value == null ? NullNode.instance : Json.number(value.size());
  }

  private JsonNode keysPaged(Params params) {
    Bytes prefix = params.has(0) ? params.bytes(0, "prefix") : Bytes.EMPTY;
    long count = params.number(1, "count");
    if (count > PAGE_MAX) {
      throw RpcError.count(count, PAGE_MAX);
    }
    Bytes after = params.optionalBytes(2, "startKey");
    return Json.hexes(
        node.chain.states().keysAt(prefix, after, (int) count, at(params, 3)));
  }

  private JsonNode keys(Params params) {
    Bytes prefix = params.bytes(0, "prefix");
    return Json.hexes(
        node.chain.states().keysAt(prefix, null, Integer.MAX_VALUE, at(params, 1)));
  }

  private JsonNode pairs(Params params) {
    Bytes prefix = params.bytes(0, "prefix");
    ArrayNode all = Json.array();
    for (Change pair : node.chain.states().pairsAt(prefix, at(params, 1))) {
      all.addArray().add(pair.key().toString()).add(Json.hex(pair.value()));
    }
    return all;
  }

  private JsonNode queryAt(Params params) {
    List<Bytes> keys = params.byteStrings(0, "keys");
    long block = at(params, 1);
    return Json.array().add(Json.changeSet(node.hashOf(block), read(keys, block)));
  }

  private List<Change> read(List<Bytes> keys, long block) {
    return keys.stream().map(key -> new Change(key, node.chain.states().at(key, block))).toList();
  }

  /** All keys at the first block, then for each block those that differ from the one before. */
  private JsonNode query(Params params) {
    List<Bytes> keys = params.byteStrings(0, "keys");
    if (!params.has(1)) {
      throw RpcError.params("parameter 2 (from): expected a block hash, found nothing");
    }
    long from = at(params, 1);
    long to = at(params, 2);
    if (from > to) {
      throw new RpcError(4001, "Cannot resolve a block range ['" + from + "' ... '" + to
          + "]. from number > to number");
    }
    ArrayNode sets = Json.array();
    sets.add(Json.changeSet(node.hashOf(from), read(keys, from)));
    for (long block = from + 1; block <= to; block++) {
      var changed = new ArrayList<>(read(keys, block));
      changed.removeAll(read(keys, block - 1));
      if (!changed.isEmpty()) {
        sets.add(Json.changeSet(node.hashOf(block), changed));
      }
    }
    return sets;
  }

  private JsonNode readProof(Params params) {
    List<Bytes> keys = params.byteStrings(0, "keys");
    long block = at(params, 1);
    Trie trie = node.chain.trie(block);
    if (trie == null) {
      throw RpcError.state("UnknownBlock: State already discarded for " + node.hashOf(block));
    }
    List<byte[]> proof = trie.prove(keys.stream().map(Bytes::array).toList());
    return Json.object().put("at", node.hashOf(block).toString()).set("proof",
        Json.hexes(proof.stream().map(Bytes::wrap).toList()));
  }

  /** The current values of all keys at once, then what changes of them. */
  private CompletionStage<Runnable> subscribe(Params params, Subscription to) {
    if (!params.has(0)) {
      throw RpcError.params("parameter 1 (keys): a subscription to all keys is not served; "
          + "name the keys");
    }
    List<Bytes> keys = params.byteStrings(0, "keys");
    Set<Bytes> wanted = new HashSet<>(keys);
    Runnable end = node.news.follow(() -> {
      long best = node.chain.best().number();
      to.send(Json.changeSet(node.hashOf(best), read(keys, best)));
      return best;
    }, imported -> {
      List<Change> changes =
          imported.changes().stream().filter(it -> wanted.contains(it.key())).toList();
      if (!changes.isEmpty()) {
        to.send(Json.changeSet(imported.blocks().getLast().hash(), changes));
      }
    });
    return CompletableFuture.completedFuture(end);
  }

  /** The version of a chain does not change. */
  private CompletionStage<Runnable> subscribeVersion(Params params, Subscription to) {
    to.send(Json.version(node.engineAt(node.chain.best().number()).version()));
    return CompletableFuture.completedFuture(() -> {
    });
  }
}
