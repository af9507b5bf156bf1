package io.fairlead.substrate.keys;

/** A key pair, or why there is none. */
public sealed interface KeyResult {

  /** The derivation succeeded. */
  record Derived(KeyPair pair) implements KeyResult {}

  /** The secret URI is wrong or asks for something its scheme has not; the reason names no secret. */
  record Refused(String reason) implements KeyResult {}

  /**
   * The pair.
   *
   * @throws IllegalArgumentException with the reason, if there is none
   */
  default KeyPair orThrow() {
    return switch (this) {
      case Derived derived -> derived.pair();
      case Refused refused -> throw new IllegalArgumentException(refused.reason());
    };
  }
}
