package io.fairlead.substrate.pallet;

import io.fairlead.substrate.primitive.AccountId;

/** Who dispatches a call ({@code frame_system::RawOrigin}). */
public sealed interface Origin {
  /** The chain itself. */
  record Root() implements Origin {}

  /** An account that signed, or stands for one that did. */
  record Signed(AccountId who) implements Origin {}

  /** Nobody: inherents and other unsigned extrinsics. */
  record None() implements Origin {}

  Origin ROOT = new Root();
  Origin NONE = new None();

  /** The origin of {@code who}. */
  static Origin signed(AccountId who) {
    return new Signed(who);
  }

  /** The signer; any other origin is refused with {@code BadOrigin}. */
  default AccountId ensureSigned() {
    if (this instanceof Signed(AccountId who)) {
      return who;
    }
    throw DispatchError.BAD_ORIGIN.refusal();
  }

  /** Root; any other origin is refused with {@code BadOrigin}. */
  default void ensureRoot() {
    if (!(this instanceof Root)) {
      throw DispatchError.BAD_ORIGIN.refusal();
    }
  }

  /** Nobody; any other origin is refused with {@code BadOrigin}. */
  default void ensureNone() {
    if (!(this instanceof None)) {
      throw DispatchError.BAD_ORIGIN.refusal();
    }
  }
}
