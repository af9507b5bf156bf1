package io.fairlead.services;

import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Percent;

/** Who decides about slashes: the calls {@code slash} and {@code dispute}, and what else touches them. */
public interface SlashIntake {
  /** Queues a slash of {@code offender}, by {@code caller}. Refuses with errors of Services. */
  void slash(AccountId caller, AccountId offender, long serviceId, Percent percent);

  /** Takes slash {@code index} of round {@code era} out of the queue, by {@code origin}. */
  void dispute(Origin origin, long era, long index);

  /**
   * The service is about to end: {@code terminate} comes here before it changes anything. Refuses
   * with the error of a slash that cannot be taken now.
   */
  void serviceEnded(long serviceId);

  /**
   * Queues a slash of {@code operator}, who missed heartbeats ({@code heartbeat}). Checks nothing:
   * neither origin nor membership nor activity; refuses never.
   */
  void missedHeartbeats(AccountId operator, long blueprintId, long serviceId, Percent percent);

  /** Applies what is due at the start of a block; refuses never. */
  void onInitialize();
}
