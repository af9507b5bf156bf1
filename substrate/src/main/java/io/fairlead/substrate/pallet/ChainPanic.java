package io.fairlead.substrate.pallet;

/**
 * The chain's own code would panic here: the extrinsic cannot be included in a block. The executive
 * rolls the call back and refuses the extrinsic; nothing changes, no index is used.
 */
public final class ChainPanic extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  /** A panic for the reason given, in words for people. */
  public ChainPanic(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  /** Why, in words for people. */
  public String reason() {
    return reason;
  }
}
