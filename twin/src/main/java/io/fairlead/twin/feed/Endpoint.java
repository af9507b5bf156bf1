package io.fairlead.twin.feed;

import io.fairlead.client.ChainRpc;
import io.fairlead.client.FinalizedBlock;
import io.fairlead.client.RpcClient;
import io.fairlead.client.RpcConfig;
import io.fairlead.client.RpcConnection;
import io.fairlead.client.RpcFailure;
import io.fairlead.substrate.metadata.Metadata;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Decoded;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;

/** A node that the twin asks. Reconnects by itself; what it cannot answer fails. */
final class Endpoint implements AutoCloseable {
  private static final Duration BACKOFF_MAX = Duration.ofSeconds(5);

  private final URI url;
  private final RpcClient client;
  private final ChainRpc rpc;

  private Endpoint(URI url, RpcClient client) {
    this.url = url;
    this.client = client;
    this.rpc = new ChainRpc(client);
  }

  /**
   * Connects in the background and goes on trying.
   *
   * @param patience for each answer
   * @param onHead is told the number of each new finalized head, and of the present one whenever a
   *     connection opens
   */
  static Endpoint start(URI url, Duration patience, LongConsumer onHead) {
    RpcConfig usual = RpcConfig.of(url);
    var endpoint = new Endpoint(url, RpcClient.start(new RpcConfig(url, usual.connectTimeout(),
        patience, usual.backoffMin(), BACKOFF_MAX, usual.messageBytesMax())));
    endpoint.follow(onHead);
    return endpoint;
  }

  private void follow(LongConsumer onHead) {
    var unused = client.connection().thenAccept(connection -> {
      connection.closed().thenAccept(reason -> {
        if (!reason.equals("closed here")) {
          follow(onHead);
        }
      });
      subscribe(connection, onHead);
    });
  }

  private void subscribe(RpcConnection connection, LongConsumer onHead) {
    var unused = connection.subscribe("chain_subscribeFinalizedHeads", List.of(),
        head -> onHead.accept(Long.decode(head.path("number").asText())))
        .thenCompose(id -> rpc.finalizedHead()).thenCompose(rpc::header)
        .thenAccept(header -> onHead.accept(header.number()));
  }

  URI url() {
    return url;
  }

  ChainRpc rpc() {
    return rpc;
  }

  /** What a node must be to be asked at all. */
  record Identity(Hash genesis, String specName, int ss58Prefix) {}

  CompletableFuture<Identity> identity() {
    return rpc.finalizedHead().thenCompose(this::runtime) // the first states may be gone
        .thenCombine(rpc.versions(), (runtime, versions) -> new Known(runtime, versions.specName()))
        .thenCombine(rpc.genesisHash(), (known, genesis) -> new Identity(genesis, known.specName(),
            ss58Prefix(known.runtime().metadata())));
  }

  private record Known(RuntimeAt runtime, String specName) {}

  private static int ss58Prefix(Metadata metadata) {
    return metadata.pallet("System").flatMap(system -> system.constant("SS58Prefix"))
        .map(constant -> Codecs.U16.decode(constant.value().array()).trusted()).orElse(42);
  }

  CompletableFuture<List<Optional<Hash>>> hashes(long from, int count) {
    return rpc.blockHashes(from, count);
  }

  /** A block's body and the nodes of its first proof, asked for side by side. */
  record Fetched(FinalizedBlock block, List<Bytes> nodes, Endpoint from) {}

  CompletableFuture<Fetched> fetch(Hash hash, List<Bytes> keys) {
    return rpc.body(hash).thenCombine(rpc.readProof(keys, hash),
        (block, nodes) -> new Fetched(block, nodes, this));
  }

  CompletableFuture<List<Bytes>> proof(Hash hash, List<Bytes> keys) {
    return rpc.readProof(keys, hash);
  }

  /** The runtime after a block. */
  record RuntimeAt(long specVersion, Metadata metadata) {}

  CompletableFuture<RuntimeAt> runtime(Hash hash) {
    return rpc.metadata(hash).thenCombine(rpc.versions(hash), (bytes, versions) -> {
      if (Metadata.decode(bytes.array()) instanceof Decoded.Value<Metadata>(Metadata metadata)) {
        return new RuntimeAt(versions.specVersion(), metadata);
      }
      throw RpcFailure.unexpected("the metadata after block " + hash + " cannot be read");
    });
  }

  @Override
  public void close() {
    client.close();
  }

  @Override
  public String toString() {
    return url.toString();
  }
}
