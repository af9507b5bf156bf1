package io.fairlead.services;

import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Percent;

/** Who decides about slashes: the calls {@code slash} and {@code dispute} and the hook. */
public interface SlashIntake {
  /** Queues a slash of {@code offender}, by {@code caller}. Refuses with errors of Services. */
  void slash(AccountId caller, AccountId offender, long serviceId, Percent percent);

  /** Takes slash {@code index} of round {@code era} out of the queue, by {@code caller}. */
  void dispute(AccountId caller, long era, long index);

  /** Applies what is due at the start of a block; refuses never. */
  void onInitialize();
}
