package io.fairlead.restaking;

import io.fairlead.substrate.primitive.AccountId;
import java.util.HashSet;
import java.util.Set;

/** Operators that are busy or reported because a test says so. */
final class FakeServices implements ActiveServices, PendingSlashes {
  /** Registered for a blueprint. */
  final Set<AccountId> registered = new HashSet<>();
  /** In a service. */
  final Set<AccountId> serving = new HashSet<>();

  /** Slashed in every round and for every blueprint, and not yet taken. */
  final Set<AccountId> reported = new HashSet<>();

  @Override
  public boolean waits(AccountId operator, long sinceRound) {
    return reported.contains(operator);
  }

  @Override
  public boolean waits(AccountId operator, long blueprintId, long sinceRound) {
    return reported.contains(operator);
  }

  @Override
  public boolean canExit(AccountId operator) {
    return !registered.contains(operator) && !serving.contains(operator);
  }

  @Override
  public boolean hasActiveServices(AccountId operator) {
    return serving.contains(operator);
  }
}
