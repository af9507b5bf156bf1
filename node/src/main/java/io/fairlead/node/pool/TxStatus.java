package io.fairlead.node.pool;

import io.fairlead.substrate.primitive.Hash;

/** What {@code author_extrinsicUpdate} tells of a transaction. */
public sealed interface TxStatus {
  /** The nonce is too high: waits for others. */
  record Future() implements TxStatus {}

  /** Can be included. */
  record Ready() implements TxStatus {}

  /** In a best block. */
  record InBlock(Hash block) implements TxStatus {}

  /** In a finalized block. Last. */
  record Finalized(Hash block) implements TxStatus {}

  /** Replaced by another that provides the same. Last. */
  record Usurped(Hash by) implements TxStatus {}

  /** The pool was full. Last. */
  record Dropped() implements TxStatus {}

  /** Not valid any more. Last. */
  record Invalid() implements TxStatus {}

  /** Whether nothing comes after this. */
  default boolean last() {
    return switch (this) {
      case Future f -> false;
      case Ready r -> false;
      case InBlock b -> false;
      case Finalized f -> true;
      case Usurped u -> true;
      case Dropped d -> true;
      case Invalid i -> true;
    };
  }
}
