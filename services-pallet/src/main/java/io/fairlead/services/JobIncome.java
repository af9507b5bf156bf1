package io.fairlead.services;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;

/** Where Services reports what a job, an interval or an event earned ({@code RewardRecorder}). */
@FunctionalInterface
public interface JobIncome {
  /**
   * {@code account} earned {@code amount} planck by service {@code serviceId}. Never refuses; a full
   * list drops it silently, as on chain.
   */
  void record(AccountId account, long serviceId, Balance amount);
}
