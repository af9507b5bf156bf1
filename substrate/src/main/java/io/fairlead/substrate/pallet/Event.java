package io.fairlead.substrate.pallet;

/** An event of a pallet; each pallet has one sealed family of records. */
public interface Event {
  /** Name of the pallet in the runtime. */
  String pallet();
}
