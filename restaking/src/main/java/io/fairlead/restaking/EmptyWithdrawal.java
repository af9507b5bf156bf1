package io.fairlead.restaking;

import static io.fairlead.substrate.pallet.Refusal.ensure;

import io.fairlead.restaking.wire.RestakingError;

/** Rule {@code restaking.emptyWithdrawal}: what a withdrawal does that pays nothing. */
public enum EmptyWithdrawal {
  /** It succeeds and is told like one that pays. */
  SUCCEEDS,
  /** It is refused. */
  REFUSED;

  /** Looks whether anything was {@code settled}. NoWithdrawRequests. */
  void check(boolean settled) {
    switch (this) {
      case SUCCEEDS -> {
        // whatever was settled
      }
      case REFUSED -> ensure(settled, RestakingError.NO_WITHDRAW_REQUESTS);
    }
  }
}
