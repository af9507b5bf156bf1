package io.fairlead.services;

import io.fairlead.substrate.pallet.Origin;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Percent;

/** A slash queue for worlds in which nobody slashes. */
enum UnexpectedSlashes implements SlashIntake {
  INSTANCE;

  @Override
  public void slash(AccountId caller, AccountId offender, long serviceId, Percent percent) {
    throw new AssertionError("this world has no slash queue");
  }

  @Override
  public void dispute(Origin origin, long era, long index) {
    throw new AssertionError("this world has no slash queue");
  }

  @Override
  public void serviceEnded(long serviceId) {}

  @Override
  public void missedHeartbeats(AccountId operator, long blueprintId, long serviceId,
      Percent percent) {
    throw new AssertionError("this world has no slash queue");
  }

  @Override
  public void onInitialize() {}
}
