package io.fairlead.restaking;

import io.fairlead.substrate.primitive.AccountId;
import java.util.HashSet;
import java.util.Set;

/** Operators that are busy because a test says so. */
final class FakeServices implements ActiveServices {
  /** Registered for a blueprint. */
  final Set<AccountId> registered = new HashSet<>();
  /** In a service. */
  final Set<AccountId> serving = new HashSet<>();

  @Override
  public boolean canExit(AccountId operator) {
    return !registered.contains(operator) && !serving.contains(operator);
  }

  @Override
  public boolean hasActiveServices(AccountId operator) {
    return serving.contains(operator);
  }
}
