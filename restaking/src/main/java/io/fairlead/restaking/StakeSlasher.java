package io.fairlead.restaking;

import io.fairlead.restaking.wire.UnappliedSlash;
import io.fairlead.substrate.pallet.Refusal;

/**
 * Takes a due slash out of stakes and delegations ({@code SlashManager::slash_operator}). Chosen once
 * by the rule {@code slashing.taking}.
 */
@FunctionalInterface
public interface StakeSlasher {
  /** What both live runtimes do: nothing. */
  StakeSlasher NOTHING = slash -> {
  };

  /** Takes {@code slash}; throws a {@link Refusal} where the chain's routine returns an error. */
  void slash(UnappliedSlash slash);
}
