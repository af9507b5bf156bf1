package io.fairlead.twin.feed;

import io.fairlead.client.ChainRpc;
import io.fairlead.client.FinalizedBlock;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.twin.fact.Cause;
import io.fairlead.twin.fact.ChangeReader;
import io.fairlead.twin.fact.Concerned;
import io.fairlead.twin.fact.Fact;
import io.fairlead.twin.fact.FactId;
import io.fairlead.twin.fact.KeyChange;
import io.fairlead.twin.fact.MarkKind;
import io.fairlead.twin.log.BlockFacts;
import io.fairlead.twin.log.BlockLine;
import io.fairlead.twin.replica.BlockProof;
import io.fairlead.twin.replica.PalletTrie;
import io.fairlead.twin.replica.Replica;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Begins a history in the middle: reads all keys of the followed pallets after a block and proves that
 * they are all. History before the block is absent, and answers say so.
 */
final class Seeder {

  private Seeder() {}

  /** The state that a history begins with. */
  record Seed(BlockFacts block, Replica replica) {}

  /**
   * Reads the state after block {@code hash}. Fails with {@link NotProved} when the pairs that the
   * endpoint sends are not the block's.
   */
  static CompletableFuture<Seed> seed(Endpoint endpoint, Hash hash, ChangeReader reader) {
    ChainRpc rpc = endpoint.rpc();
    var keys = BlockProof.firstKeys(Replica.empty());
    var pairs = CompletableFuture.completedFuture((List<KeyChange>) new ArrayList<KeyChange>());
    for (PalletTrie pallet : Replica.empty().pallets().values()) {
      pairs = pairs.thenCombine(rpc.pairs(pallet.prefix(), hash), (all, more) -> {
        more.forEach(pair -> all.add(new KeyChange(pair.key(), Optional.of(pair.value()))));
        return all;
      });
    }
    var runtime = endpoint.runtime(hash);
    return pairs.thenCombine(endpoint.fetch(hash, keys), (all, fetched) -> {
      all.sort(Comparator.comparing(KeyChange::key));
      Replica replica = Replica.empty().after(all);
      var proof =
          new BlockProof(replica, fetched.block().header().stateRoot(), fetched.nodes());
      boolean isProved = proof.begin(Set.of()) instanceof BlockProof.Step.Proved proved
          && proved.changes().isEmpty();
      if (!isProved) {
        throw new NotProved(endpoint + " sent storage of block " + hash
            + " that is not what the block's state root says");
      }
      return new Seeding(fetched.block(), proof.time(), all, replica);
    }).thenCombine(runtime, (seeding, at) -> seeding.seed(at.specVersion(), reader));
  }

  /** The storage that an endpoint sent is not the chain's. */
  static final class NotProved extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotProved(String message) {
      super(message, null, false, false);
    }
  }

  private record Seeding(FinalizedBlock block, long time, List<KeyChange> pairs,
      Replica replica) {
    Seed seed(long specVersion, ChangeReader reader) {
      long number = block.number();
      var facts = new ArrayList<Fact>();
      facts.add(new Fact.Mark(new FactId(number, 0), MarkKind.BLOCK, time));
      facts.add(new Fact.Mark(new FactId(number, 1), MarkKind.SEEDED, pairs.size()));
      for (KeyChange pair : pairs) {
        facts.add(new Fact.Change(new FactId(number, facts.size()), pair.key(), pair.after(),
            reader.read(pair.key(), pair.after()), new Cause.Hook("history begins here"),
            Concerned.bySeed(reader, pair)));
      }
      var line = new BlockLine(block.hash(), block.header().stateRoot(), specVersion, time, true);
      return new Seed(new BlockFacts(number, block.header().parent(), line, facts), replica);
    }
  }
}
