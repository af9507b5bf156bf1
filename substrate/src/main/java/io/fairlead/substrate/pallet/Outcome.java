package io.fairlead.substrate.pallet;

/** What became of a body that may refuse. */
public sealed interface Outcome {
  /** It ran to its end. */
  record Done(PostDispatch post) implements Outcome {}

  /** It refused. */
  record Refused(DispatchError error, PostDispatch post) implements Outcome {}

  /** Ran to its end, weight as declared, fee due. */
  Outcome DONE = new Done(PostDispatch.AS_DECLARED);

  /** Whether it ran to its end. */
  default boolean isDone() { return this instanceof Done; }
}
