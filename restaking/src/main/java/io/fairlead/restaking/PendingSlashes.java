package io.fairlead.restaking;

import io.fairlead.substrate.primitive.AccountId;

/** What restaking asks Services about slashes that were reported and not taken yet. */
public interface PendingSlashes {
  /**
   * Whether a slash of the operator waits that was reported in {@code sinceRound} or later.
   *
   * @param sinceRound u32
   */
  boolean waits(AccountId operator, long sinceRound);

  /** The same of slashes of one blueprint, u64. */
  boolean waits(AccountId operator, long blueprintId, long sinceRound);
}
