package io.fairlead.twin.feed;

import io.fairlead.client.FinalizedBlock;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.twin.fact.BlockBody;
import io.fairlead.twin.fact.Composer;
import io.fairlead.twin.replica.BlockProof;
import io.fairlead.twin.replica.Replica;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A block fetched ahead of its turn, read already, with the nodes of the keys that its events announce:
 * in its turn most blocks are proved without another request.
 *
 * @param by what read it; another runtime may have taken over since
 * @param read what it says
 * @param nodes of the first proof and of the announced keys
 */
record Ahead(Endpoint.Fetched fetched, Composer by, BlockBody body, Composer.Read read,
    List<Bytes> nodes) {
  Ahead {
    nodes = List.copyOf(nodes);
  }

  /** A block of {@code endpoint}, read by {@code composer}; fails when the endpoint does not answer. */
  static CompletableFuture<Ahead> fetch(Endpoint endpoint, long number,
      Hash hash, long specVersion, Composer composer) {
    return endpoint.fetch(hash, BlockProof.firstKeys(Replica.empty())).thenCompose(it -> {
      Ahead bare = of(it, number, specVersion, composer);
      if (bare.read() instanceof Composer.Read.Good good && !good.touched().isEmpty()) {
        return endpoint.proof(hash, List.copyOf(good.touched())).thenApply(bare::with);
      }
      return CompletableFuture.completedFuture(bare);
    });
  }

  /** The block read by {@code composer}. */
  static Ahead of(Endpoint.Fetched it, long number, long specVersion, Composer composer) {
    FinalizedBlock block = it.block();
    var proof = new BlockProof(Replica.empty(), block.header().stateRoot(), it.nodes());
    Optional<Bytes> events = proof.events();
    var body = new BlockBody(number, block.hash(), block.header().parent(),
        block.header().stateRoot(), specVersion, proof.time(), block.extrinsics(),
        events.orElse(Bytes.EMPTY), BlockCheck.upgrades(block) ? 0 : -1);
    Composer.Read read = events.isEmpty() || !proof.showsTime()
        ? new Composer.Read.Bad("the proof does not show the "
            + (events.isEmpty() ? "events" : "time") + " of block " + number)
        : composer.read(body);
    return new Ahead(it, composer, body, read, it.nodes());
  }

  private Ahead with(List<Bytes> more) {
    var all = new ArrayList<>(nodes);
    all.addAll(more);
    return new Ahead(fetched, by, body, read, all);
  }
}
