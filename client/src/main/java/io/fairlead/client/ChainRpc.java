package io.fairlead.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.primitive.Hex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The methods of a node that this project calls, with typed answers. */
public final class ChainRpc {
  /** Keys asked for in one request; nodes cap a page at 1,000. */
  private static final int PAGE = 1_000;

  private final RpcClient client;

  /** The methods of the node behind {@code client}. */
  public ChainRpc(RpcClient client) {
    this.client = client;
  }

  /** The connection below. */
  public RpcClient client() {
    return client;
  }

  /** {@code chain_getBlockHash}; empty when there is no such block yet. */
  public CompletableFuture<Optional<Hash>> blockHash(long number) {
    return client.call("chain_getBlockHash", number)
        .thenApply(json -> json.isTextual() ? Optional.of(Hash.hex(json.asText()))
            : Optional.empty());
  }

  /** Hash of block 0. */
  public CompletableFuture<Hash> genesisHash() {
    return blockHash(0).thenApply(hash -> hash
        .orElseThrow(() -> RpcFailure.unexpected("the node knows no block 0")));
  }

  /** {@code chain_getFinalizedHead}. */
  public CompletableFuture<Hash> finalizedHead() {
    return client.call("chain_getFinalizedHead").thenApply(json -> Hash.hex(json.asText()));
  }

  /** {@code chain_getHeader}; of the best block without {@code at}. */
  public CompletableFuture<BlockHeader> header(@Nullable Hash at) {
    return call("chain_getHeader", at).thenApply(BlockHeader::of);
  }

  private CompletableFuture<JsonNode> call(String method, @Nullable Hash at) {
    return at == null ? client.call(method) : client.call(method, at.toString());
  }

  /** {@code chain_getBlockHash} of many blocks at once; empty where there is no such block yet. */
  public CompletableFuture<List<Optional<Hash>>> blockHashes(long from, int count) {
    var numbers = new ArrayList<Long>();
    for (int i = 0; i < count; i++) {
      numbers.add(from + i);
    }
    return client.call("chain_getBlockHash", numbers).thenApply(json -> {
      var hashes = new ArrayList<Optional<Hash>>();
      json.forEach(each -> hashes
          .add(each.isTextual() ? Optional.of(Hash.hex(each.asText())) : Optional.empty()));
      if (hashes.size() != count) {
        throw RpcFailure.unexpected("asked for " + count + " hashes, the node sent "
            + hashes.size());
      }
      return hashes;
    });
  }

  /** {@code chain_getBlock}: header and extrinsics; the header must hash to {@code hash}. */
  public CompletableFuture<FinalizedBlock> body(Hash hash) {
    long asked = System.nanoTime();
    return client.call("chain_getBlock", hash.toString())
        .thenApply(json -> body(hash, json, Bytes.EMPTY, asked));
  }

  /**
   * {@code state_getReadProof}: nodes of the state's trie on the paths of {@code keys}, which need not
   * exist. The caller checks them against the state root.
   */
  public CompletableFuture<List<Bytes>> readProof(List<Bytes> keys, Hash at) {
    return client.call("state_getReadProof", keys.stream().map(Bytes::toString).toList(),
        at.toString()).thenApply(json -> {
          var nodes = new ArrayList<Bytes>();
          json.path("proof").forEach(node -> nodes.add(BlockHeader.bytes(node)));
          return nodes;
        });
  }

  /** {@code chain_getBlock} and the block's events; the header must hash to {@code hash}. */
  public CompletableFuture<FinalizedBlock> block(Hash hash) {
    long asked = System.nanoTime();
    var events = storage(SystemKeys.EVENTS, hash);
    return client.call("chain_getBlock", hash.toString()).thenCombine(events,
        (json, value) -> body(hash, json, value.orElse(Bytes.of((byte) 0)), asked));
  }

  private static FinalizedBlock body(Hash hash, JsonNode json, Bytes events, long asked) {
    JsonNode block = json.path("block");
    BlockHeader header = BlockHeader.of(block.path("header"));
    if (!header.hash().equals(hash)) {
      throw RpcFailure.unexpected("asked for block " + hash
          + ", the node sent one that hashes to " + header.hash());
    }
    var extrinsics = new ArrayList<Bytes>();
    block.path("extrinsics").forEach(xt -> extrinsics.add(BlockHeader.bytes(xt)));
    return new FinalizedBlock(hash, header, extrinsics, events, asked);
  }

  /** {@code state_getStorage}; of the best block without {@code at}. */
  public CompletableFuture<Optional<Bytes>> storage(Bytes key, @Nullable Hash at) {
    return (at == null ? client.call("state_getStorage", key.toString())
        : client.call("state_getStorage", key.toString(), at.toString()))
        .thenApply(json -> json.isTextual() ? Optional.of(BlockHeader.bytes(json))
            : Optional.empty());
  }

  /** A pair of a state. */
  public record Pair(Bytes key, Bytes value) {}

  /** All pairs under {@code prefix} at a block, ascending by key; page by page. */
  public CompletableFuture<List<Pair>> pairs(Bytes prefix, Hash at) {
    return pairs(prefix, at, null, new ArrayList<>());
  }

  private CompletableFuture<List<Pair>> pairs(Bytes prefix, Hash at, @Nullable Bytes after,
      List<Pair> found) {
    return page(prefix, at, after).thenCompose(page -> {
      found.addAll(page.pairs());
      Bytes last = page.last();
      return last == null ? CompletableFuture.completedFuture(List.copyOf(found))
          : pairs(prefix, at, last, found);
    });
  }

  /**
   * Some pairs of a state.
   *
   * @param last key after which the next page begins; null when there is none
   */
  public record Page(List<Pair> pairs, @Nullable Bytes last) {
    public Page {
      pairs = List.copyOf(pairs);
    }
  }

  /** The pairs under {@code prefix} at a block whose keys follow {@code after}, a page of them. */
  public CompletableFuture<Page> page(Bytes prefix, Hash at, @Nullable Bytes after) {
    return client.call("state_getKeysPaged", prefix.toString(), PAGE,
        after == null ? null : after.toString(), at.toString()).thenCompose(keys -> {
          var list = new ArrayList<String>();
          keys.forEach(key -> list.add(key.asText()));
          return list.isEmpty() ? CompletableFuture.completedFuture(new Page(List.of(), null))
              : client.call("state_queryStorageAt", list, at.toString())
                  .thenApply(answer -> new Page(changes(answer),
                      list.size() < PAGE ? null : Bytes.hex(list.getLast())));
        });
  }

  private static List<Pair> changes(JsonNode answer) {
    var found = new ArrayList<Pair>();
    for (JsonNode change : answer.path(0).path("changes")) {
      if (change.path(1).isTextual()) {
        found.add(
            new Pair(BlockHeader.bytes(change.path(0)), BlockHeader.bytes(change.path(1))));
      }
    }
    return found;
  }

  /** {@code state_call}: a runtime API by name. */
  public CompletableFuture<Bytes> runtimeCall(String method, Bytes arguments, @Nullable Hash at) {
    return (at == null ? client.call("state_call", method, arguments.toString())
        : client.call("state_call", method, arguments.toString(), at.toString()))
        .thenApply(BlockHeader::bytes);
  }

  /** {@code state_getMetadata}: of the version that the node gives by default. */
  public CompletableFuture<Bytes> metadata() {
    return client.call("state_getMetadata").thenApply(BlockHeader::bytes);
  }

  /** {@code state_getMetadata} at a block. */
  public CompletableFuture<Bytes> metadata(Hash at) {
    return client.call("state_getMetadata", at.toString()).thenApply(BlockHeader::bytes);
  }

  /** {@code state_getRuntimeVersion}: spec and transaction version. */
  public CompletableFuture<Versions> versions() {
    return versions(null);
  }

  /** {@code state_getRuntimeVersion} after a block; of the best one without {@code at}. */
  public CompletableFuture<Versions> versions(@Nullable Hash at) {
    return call("state_getRuntimeVersion", at)
        .thenApply(json -> new Versions(json.path("specName").asText(),
            json.path("specVersion").asLong(), json.path("transactionVersion").asLong()));
  }

  /** {@code system_properties}: the chain's own token; without a name, whole units. */
  public CompletableFuture<Units> units() {
    return client.call("system_properties").thenApply(json -> new Units(
        first(json.path("tokenSymbol")).asText("units"),
        first(json.path("tokenDecimals")).asInt()));
  }

  /** Chains with several tokens list them, their own first. */
  private static JsonNode first(JsonNode property) {
    return property.isArray() ? property.path(0) : property;
  }

  /** What a signature commits to. */
  public record Versions(String specName, long specVersion, long transactionVersion) {}

  /** {@code system_accountNextIndex}: the next nonce, transactions in the pool counted. */
  public CompletableFuture<Long> nextNonce(String ss58) {
    return client.call("system_accountNextIndex", ss58).thenApply(JsonNode::asLong);
  }

  /** {@code author_submitExtrinsic}: the extrinsic's hash. */
  public CompletableFuture<Hash> submit(Bytes extrinsic) {
    return client.call("author_submitExtrinsic", Hex.of(extrinsic.array()))
        .thenApply(json -> Hash.hex(json.asText()));
  }
}
