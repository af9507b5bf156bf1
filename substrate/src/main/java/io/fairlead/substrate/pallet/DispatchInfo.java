package io.fairlead.substrate.pallet;

/** What a call declares before it runs ({@code GetDispatchInfo}). */
public record DispatchInfo(Weight weight, DispatchClass dispatchClass, boolean pays) {

  /** A normal call that pays its fee. */
  public static DispatchInfo normal(Weight weight) {
    return new DispatchInfo(weight, DispatchClass.NORMAL, true);
  }
}
