package io.fairlead.operator;

import io.fairlead.operator.plan.CallKey;
import io.fairlead.services.wire.Field;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Signs {@code submit_result} for the operator's account and hands it to the node's pool. */
interface ResultPool {
  /** What became of handing over. */
  sealed interface Handed {
    /**
     * The pool has it.
     *
     * @param lost completes with the reason when the pool no longer has it, or nobody watches
     */
    record Taken(CompletionStage<String> lost) implements Handed {}

    /** The pool refuses, with the JSON-RPC code. */
    record Refused(int code, String message) implements Handed {}

    /** The node is away. */
    record NotReached(String reason) implements Handed {}
  }

  /** Whether signatures are made in this process: what was not written down dies with it. */
  boolean signsHere();

  /** The account's next nonce, transactions in the pool counted. */
  CompletionStage<Long> nextNonce();

  /**
   * Signs the answer to a call, to be valid from the newest finalized block on for the era of the
   * configuration.
   */
  CompletionStage<SignedResult> sign(CallKey key, List<Field> result, long nonce);

  /** Hands over and watches. */
  CompletionStage<Handed> hand(SignedResult signed);
}
