package io.fairlead.twin.feed;

import io.fairlead.client.RpcFailure;
import io.fairlead.substrate.primitive.Hash;
import io.fairlead.twin.fact.ChangeReader;
import io.fairlead.twin.log.BlockFacts;
import io.fairlead.twin.log.LogHead;
import io.fairlead.twin.replica.BlockProof;
import io.fairlead.twin.replica.Replica;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What is asked of the endpoints before blocks are followed. Blocks the caller. */
public final class ChainStart {
  private static final long PATIENCE_SECONDS = 30;
  private static final int SEED_ROUNDS = 5;
  private static final long SEED_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private ChainStart() {}

  /** What a chain is known by. */
  public record Identity(Hash genesis, String specName, int ss58Prefix) {}

  /** The state that a history begins with. */
  public record Seed(BlockFacts block, Replica replica) {}

  /**
   * The chain of the endpoints: that of {@code pinned} where one of them has it, else of the first that
   * answers. Those of another are not asked again.
   */
  public static Identity identity(EndpointPool pool, Optional<Hash> pinned) {
    Identity first = null;
    String trouble = "";
    for (Endpoint endpoint : pool.all()) {
      try {
        Endpoint.Identity it =
            endpoint.identity().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        var identity = new Identity(it.genesis(), it.specName(), it.ss58Prefix());
        Hash wanted = pinned.orElse(first == null ? it.genesis() : first.genesis());
        if (it.genesis().equals(wanted)) {
          first = first == null ? identity : first;
        } else {
          pool.exclude(endpoint, "belongs to another chain, " + it.genesis());
          trouble = endpoint + " belongs to chain " + it.specName() + " " + it.genesis();
          if (pool.all().size() == 1) {
            return identity;
          }
        }
      } catch (CompletionException notAnswered) {
        trouble = endpoint + ": " + (notAnswered.getCause() == null ? notAnswered.getMessage()
            : notAnswered.getCause().getMessage());
      }
    }
    if (first == null) {
      throw new IllegalStateException("no endpoint of the chain answers: " + trouble);
    }
    return first;
  }

  /**
   * Whether the block after {@code head} can be taken from no node any more: all that answer have thrown
   * away its state. Not when there is no such block, or when they know another {@code head}.
   */
  public static boolean isPruned(EndpointPool pool, LogHead head) {
    boolean isRefused = false;
    for (Endpoint endpoint : pool.all()) {
      try {
        List<Optional<Hash>> hashes = endpoint.hashes(head.number(), 2).join();
        boolean isSameChain = hashes.getFirst().equals(Optional.of(head.hash()));
        if (!isSameChain || hashes.getLast().isEmpty()) {
          return false;
        }
        endpoint.fetch(hashes.getLast().orElseThrow(), BlockProof.firstKeys(Replica.empty()))
            .join();
        return false;
      } catch (CompletionException failed) {
        isRefused |= failed.getCause() instanceof RpcFailure rpc
            && rpc.kind() == RpcFailure.Kind.REFUSED;
      }
    }
    return isRefused;
  }

  /** The hash of a block that is final now, by the first node that answers; empty: no such block. */
  public static Optional<Hash> hash(EndpointPool pool, long number) {
    RuntimeException last = new IllegalStateException("no endpoint answers");
    for (Endpoint endpoint : pool.all()) {
      try {
        return endpoint.hashes(number, 1).join().getFirst();
      } catch (CompletionException failed) {
        last = failed;
      }
    }
    throw last;
  }

  /**
   * Reads and proves the state after a block; without one, after the last that is final. As many nodes
   * as the quorum needs must name the block.
   */
  public static Seed seed(EndpointPool pool, Optional<Long> number) {
    RuntimeException last = new IllegalStateException("no endpoint answers");
    for (int round = 0; round < SEED_ROUNDS; round++) {
      for (Endpoint endpoint : pool.all()) {
        try {
          Hash hash = agreed(pool, endpoint, number);
          Seeder.Seed seed = Seeder.seed(endpoint, hash, new ChangeReader()).join();
          return new Seed(seed.block(), seed.replica());
        } catch (CompletionException failed) {
          last = new IllegalStateException(endpoint + ": "
              + (failed.getCause() == null ? failed : failed.getCause()).getMessage(), failed);
        } catch (IllegalStateException notAgreed) {
          last = notAgreed;
        }
      }
      LockSupport.parkNanos(SEED_PAUSE_NANOS); // one may be a block behind
    }
    throw last;
  }

  /** The hash of the block, or of the last one that {@code endpoint} calls final. */
  private static Hash agreed(EndpointPool pool, Endpoint endpoint, Optional<Long> number) {
    long block = number.orElseGet(() -> endpoint.rpc().finalizedHead()
        .thenCompose(endpoint.rpc()::header).join().number());
    return switch (pool.decide(pool.hashes(block, 1).join(), 0)) {
      case Quorum.Verdict.Agreed(Hash hash, List<Integer> minority) -> hash;
      case Quorum.Verdict.Disagree(String votes) -> throw new IllegalStateException(
          "the nodes disagree on block " + block + ": " + votes);
      case Quorum.Verdict.Waiting few -> throw new IllegalStateException(
          "too few nodes know block " + block + " to begin with it; the quorum is "
              + pool.quorum());
    };
  }
}
