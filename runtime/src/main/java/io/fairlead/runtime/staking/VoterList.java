package io.fairlead.runtime.staking;

import io.fairlead.substrate.primitive.AccountId;

/** A list of voters by their votes, u64 ({@code SortedListProvider}). Answered by BagsList. */
public interface VoterList {
  /** Whether {@code who} is in it. */
  boolean contains(AccountId who);

  /** Takes {@code who} in, if it is not there. */
  void insert(AccountId who, long votes);

  /** {@code who} has other votes. */
  void update(AccountId who, long votes);

  /** Takes {@code who} out, if it is there. */
  void remove(AccountId who);
}
