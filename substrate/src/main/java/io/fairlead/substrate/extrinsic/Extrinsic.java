package io.fairlead.substrate.extrinsic;

/** A call on its way into a block, with or without a signature. */
public sealed interface Extrinsic<C> {
  /** What it does. */
  C call();

  /** An inherent, or a call that its pallet accepts unsigned. */
  record Unsigned<C>(C call) implements Extrinsic<C> {}

  /** A call of the account at {@code address}. The signature has not been checked by being here. */
  record Signed<C>(MultiAddress address, MultiSignature signature, SignedExtra extra,
      C call) implements Extrinsic<C> {}
}
