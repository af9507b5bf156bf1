package io.fairlead.runtime.bags;

import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.PalletError;
import io.fairlead.substrate.pallet.Refusal;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/** The error of BagsList; the wire also tells which {@link ListError} it is. */
public enum BagsError implements PalletError {
  LIST("List");

  private final String chainName;
  private final Refusal refusal = new Refusal(new DispatchError.Module(this));

  BagsError(String chainName) {
    this.chainName = chainName;
  }

  /** As metadata tells it. */
  static Shape shape() {
    return new Shape.Variants("pallet_bags_list::pallet::Error",
        List.of(Shape.skipped("T"), Shape.skipped("I")), List.of(new Shape.Case(LIST.chainName, 0,
            List.of(new Shape.Field(null, ListError.shape(), "ListError")))));
  }

  @Override
  public String pallet() {
    return BagsCall.PALLET;
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
