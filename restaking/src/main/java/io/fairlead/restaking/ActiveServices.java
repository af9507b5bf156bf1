package io.fairlead.restaking;

import io.fairlead.substrate.primitive.AccountId;

/** What restaking asks Services about an operator ({@code ServiceManager}). */
public interface ActiveServices {
  /** Whether the operator has neither services nor blueprints. */
  boolean canExit(AccountId operator);

  /** Whether the operator is in at least one service. */
  boolean hasActiveServices(AccountId operator);
}
