package io.fairlead.runtime.bags;

import io.fairlead.substrate.pallet.DetailedError;
import io.fairlead.substrate.pallet.PalletError;
import io.fairlead.substrate.scale.Shape;
import java.util.Arrays;
import java.util.List;

/** Why the list refuses ({@code pallet_bags_list::list::ListError}); the ordinal is the index. */
enum ListError {
  DUPLICATE("Duplicate"), NOT_HEAVIER("NotHeavier"), NOT_IN_SAME_BAG("NotInSameBag"),
  NODE_NOT_FOUND("NodeNotFound");

  private final String chainName;
  private final PalletError error = new DetailedError(BagsError.LIST, ordinal());

  ListError(String chainName) {
    this.chainName = chainName;
  }

  /** The error of the pallet with this reason. */
  PalletError error() {
    return error;
  }

  static Shape shape() {
    return new Shape.Variants("pallet_bags_list::list::ListError", List.of(),
        Arrays.stream(values())
            .map(reason -> new Shape.Case(reason.chainName, reason.ordinal(), List.of()))
            .toList());
  }
}
