package io.fairlead.node.pool;

import io.fairlead.runtime.engine.Validity;
import io.fairlead.substrate.primitive.Hash;

/** What the pool answers to a transaction ({@code sc_transaction_pool_api::error::Error}). */
public sealed interface Submitted {
  /** Taken; by its hash. */
  record Taken(Hash hash) implements Submitted {}

  /** 1010 or 1011. */
  record Unfit(Validity.Unfit reason) implements Submitted {}

  /** 1012: it was invalid or included not long ago. */
  record TemporarilyBanned() implements Submitted {}

  /** 1013: it is in the pool. */
  record AlreadyImported(Hash hash) implements Submitted {}

  /** 1014: others in the pool provide the same and pay at least as much. */
  record TooLowPriority(long old, long offered) implements Submitted {}

  /** 1015: what it made ready pushed it out again. */
  record CycleDetected() implements Submitted {}

  /** 1016: the pool is full of better ones. */
  record ImmediatelyDropped() implements Submitted {}

  /** 1019: it provides nothing, so it could be included for ever. */
  record NoTagsProvided() implements Submitted {}
}
