package io.fairlead.substrate.pallet;

/** A call of a pallet; each pallet has one sealed family of records. */
public interface Call {
  /** Name of the pallet in the runtime. */
  String pallet();
}
