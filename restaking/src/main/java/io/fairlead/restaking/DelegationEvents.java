package io.fairlead.restaking;

import io.fairlead.substrate.pallet.Block;
import io.fairlead.substrate.pallet.Event;

/** Rule {@code restaking.delegationEvents}: how often a delegation is told. */
public enum DelegationEvents {
  /** Twice: by the routine and by the call. */
  TWICE,
  /** Once. */
  ONCE;

  /** Deposits {@code event} as often as it is told. */
  void deposit(Block block, Event event) {
    switch (this) {
      case TWICE -> {
        block.deposit(event);
        block.deposit(event);
      }
      case ONCE -> block.deposit(event);
    }
  }
}
