package io.fairlead.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.substrate.primitive.Hash;

/** What the pool says of a watched extrinsic ({@code TransactionStatus}). */
public sealed interface TransactionStatus {
  /** Waits for an earlier nonce. */
  record Future() implements TransactionStatus {}

  /** Can be included. */
  record Ready() implements TransactionStatus {}

  /** Was sent to peers. */
  record Broadcast() implements TransactionStatus {}

  /** Stands in a block that is not final yet. */
  record InBlock(Hash block) implements TransactionStatus {}

  /** The block it stood in is no longer in the best chain. */
  record Retracted(Hash block) implements TransactionStatus {}

  /** Its block is final: the end. */
  record Finalized(Hash block) implements TransactionStatus {}

  /** Its block was not finalized in time: the end, though it may come yet. */
  record FinalityTimeout(Hash block) implements TransactionStatus {}

  /** Another extrinsic took its place: the end. */
  record Usurped(Hash by) implements TransactionStatus {}

  /** The pool was full: the end. */
  record Dropped() implements TransactionStatus {}

  /** Is no longer valid: the end. */
  record Invalid() implements TransactionStatus {}

  /** Whether no further status follows. */
  default boolean isLast() {
    return switch (this) {
      case Future f -> false;
      case Ready r -> false;
      case Broadcast b -> false;
      case InBlock i -> false;
      case Retracted r -> false;
      case Finalized f -> true;
      case FinalityTimeout t -> true;
      case Usurped u -> true;
      case Dropped d -> true;
      case Invalid i -> true;
    };
  }

  /** The status of an {@code author_extrinsicUpdate} notification. */
  static TransactionStatus of(JsonNode json) {
    if (json.isTextual()) {
      return switch (json.asText()) {
        case "future" -> new Future();
        case "ready" -> new Ready();
        case "dropped" -> new Dropped();
        case "invalid" -> new Invalid();
        case String other -> throw RpcFailure.unexpected("transaction status " + other);
      };
    }
    String name = json.fieldNames().hasNext() ? json.fieldNames().next() : "";
    JsonNode value = json.path(name);
    return switch (name) {
      case "broadcast" -> new Broadcast();
      case "inBlock" -> new InBlock(Hash.hex(value.asText()));
      case "retracted" -> new Retracted(Hash.hex(value.asText()));
      case "finalized" -> new Finalized(Hash.hex(value.asText()));
      case "finalityTimeout" -> new FinalityTimeout(Hash.hex(value.asText()));
      case "usurped" -> new Usurped(Hash.hex(value.asText()));
      case String other -> throw RpcFailure.unexpected("transaction status " + other);
    };
  }
}
