package io.fairlead.restaking;

/** Rule {@code restaking.tokenWithdrawal}: what a signer that withdraws without an EVM address does to its tokens of a contract. */
public enum TokenWithdrawal {
  /** The request is gone and nobody moves the tokens. */
  DROPPED_UNPAID,
  /** The request waits for the precompile, which moves the tokens. */
  KEPT;

  /** Whether a request for tokens is settled. */
  boolean settles(boolean byPrecompile) {
    return switch (this) {
      case DROPPED_UNPAID -> true;
      case KEPT -> byPrecompile;
    };
  }
}
