package io.fairlead.rewards;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;

/** Who gets what a service pays: the strategies of rule {@code rewards.onward}. */
@FunctionalInterface
public interface IncomeShares {
  /** Takes a share. */
  @FunctionalInterface
  interface Sink {
    /** {@code who} gets {@code amount} planck, which may be none. */
    void book(AccountId who, Balance amount);
  }

  /**
   * Books the shares of {@code amount} planck that {@code earner} earned by service {@code serviceId}
   * (u64), the earner's first; together {@code amount}, nobody twice.
   */
  void share(AccountId earner, long serviceId, Balance amount, Sink sink);

  /** As deployed: whoever earned it, all of it. */
  IncomeShares OPERATOR_KEEPS = (earner, serviceId, amount, sink) -> sink.book(earner, amount);
}
