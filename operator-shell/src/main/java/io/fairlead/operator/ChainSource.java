package io.fairlead.operator;

import io.fairlead.operator.plan.CallKey;
import io.fairlead.operator.plan.JobOrder;
import io.fairlead.operator.plan.OperatorView;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.substrate.primitive.Hash;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** What the shell asks of the chain. Every question waits for a node that is away. */
interface ChainSource {
  /**
   * Where the chain is.
   *
   * @param genesis hash of block 0: which chain it is
   * @param finalized the newest finalized block
   */
  record Head(Hash genesis, ChainPoint finalized) {}

  /**
   * What the state of one block tells an operator.
   *
   * @param view its services
   * @param unanswered calls of its services that nobody has answered, in the order they were made
   * @param answered those of the calls asked for that have a result, by whomever
   * @param nonce of the account: smaller ones are used up
   */
  record Standing(OperatorView view, List<JobOrder> unanswered, Set<CallKey> answered,
      long nonce) {
    public Standing {
      unanswered = List.copyOf(unanswered);
      answered = Set.copyOf(answered);
    }
  }

  /**
   * Takes blocks in order; the next comes when its stage completes, the same again when it fails.
   */
  @FunctionalInterface
  interface Sink {
    CompletionStage<?> accept(ChainBlock block);
  }

  /** A following that goes on until it is closed or {@link #ended} fails. */
  interface Following extends AutoCloseable {
    /**
     * Fails with {@link StateGone} when the node no longer has the states that lie ahead, with
     * another exception when the chain is not the one that was followed before.
     */
    CompletionStage<Void> ended();

    @Override
    void close();
  }

  /** The node has thrown away the state of a block that was not read yet. */
  final class StateGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StateGone(String message) {
      super(message, null, false, false);
    }
  }

  /** The chain and its newest finalized block. */
  CompletionStage<Head> head();

  /** What the state at {@code at} tells, of the calls in {@code open} too. */
  CompletionStage<Standing> standing(ChainPoint at, Set<CallKey> open);

  /** A blueprint; empty when there is none of that number. Blueprints never change. */
  CompletionStage<Optional<ServiceBlueprint>> blueprint(long number);

  /** Every finalized block after {@code after}. */
  Following follow(ChainPoint after, Sink sink);
}
