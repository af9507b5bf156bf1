package io.fairlead.runtime.utility;

import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.PalletError;
import io.fairlead.substrate.pallet.Refusal;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/** The error of Utility. */
public enum UtilityError implements PalletError {
  /** More than {@link UtilityPallet#CALLS_MAX} in one batch. */
  TOO_MANY_CALLS("TooManyCalls");

  /** As metadata tells it. */
  public static final Shape SHAPE = PalletError.shape("pallet_utility::pallet::Error",
      List.of(Shape.skipped("T")), values());

  private final String chainName;
  private final Refusal refusal = new Refusal(new DispatchError.Module(this));

  UtilityError(String chainName) {
    this.chainName = chainName;
  }

  @Override
  public String pallet() {
    return UtilityCall.PALLET;
  }

  @Override
  public int index() {
    return ordinal();
  }

  @Override
  public String chainName() {
    return chainName;
  }

  @Override
  public Refusal refusal() {
    return refusal;
  }
}
