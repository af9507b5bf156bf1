package io.fairlead.twin.feed;

import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.twin.fact.KeyChange;
import io.fairlead.twin.replica.BlockProof;
import io.fairlead.twin.replica.Replica;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;

/** Asks the chain whether a replica is its storage after a block. Blocks the caller. */
public final class HeadProof {
  /** What came of it. */
  public sealed interface Verdict {

    /** The keys in which the replica differs, with the chain's values; none: equal, proved. */
    record Compared(List<KeyChange> differences) implements Verdict {
      public Compared {
        differences = List.copyOf(differences);
      }
    }

    /** No endpoint has the state of the block any more, or none answers. */
    record NotShown(String reason) implements Verdict {}
  }

  private HeadProof() {}

  /** Compares {@code replica} with the state after block {@code hash}. */
  public static Verdict of(EndpointPool pool, Hash hash, Replica replica) {
    String trouble = "no endpoint";
    for (Endpoint endpoint : pool.all()) {
      try {
        var fetched = endpoint.fetch(hash, BlockProof.firstKeys(replica)).join();
        var proof =
            new BlockProof(replica, fetched.block().header().stateRoot(), fetched.nodes());
        BlockProof.Step step = proof.begin(Set.of());
        while (step instanceof BlockProof.Step.Ask(List<Bytes> keys)) {
          step = proof.take(endpoint.proof(hash, keys).join());
        }
        switch (step) {
          case BlockProof.Step.Proved proved -> {
            return new Verdict.Compared(proved.changes());
          }
          case BlockProof.Step.Failed(String reason) -> trouble = endpoint + ": " + reason;
          case BlockProof.Step.Ask ask -> throw new IllegalStateException("asked and not taken");
        }
      } catch (CompletionException notAnswered) {
        trouble = endpoint + ": " + (notAnswered.getCause() == null ? notAnswered
            : notAnswered.getCause()).getMessage();
      }
    }
    return new Verdict.NotShown(trouble);
  }
}
