package io.fairlead.substrate.pallet;

/** A pallet as the executive runs it: its calls and its hooks. */
public interface Pallet<C extends Call> {
  /** Name in the runtime and in metadata. */
  String name();

  /** Weight, class and fee rule of a call, before it runs. */
  DispatchInfo info(C call);

  /**
   * Runs a call. Refuses by {@link Refusal}; the caller has opened the transaction.
   *
   * @return weight and fee rule after it ran
   */
  PostDispatch dispatch(Origin origin, C call);

  /** The hook at the start of block {@code number}; outside any transaction. */
  default void onInitialize(long number) {}

  /** The hook at the end of block {@code number}; outside any transaction. */
  default void onFinalize(long number) {}
}
