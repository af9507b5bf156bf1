package io.fairlead.restaking;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import java.util.List;

/** Whose stake stands behind an operator; what {@code rewards.onward} asks. */
public interface Backers {
  /** A stake above zero, in planck or the asset's smallest unit. */
  record Stake(AccountId who, Balance amount) {}

  /**
   * The stakes of {@code asset} that a slash for a service of {@code blueprintId} would cut: for TNT the
   * operator's own first, then those of its delegators, in the order of its record. An account that is
   * no operator has none.
   */
  List<Stake> behind(AccountId operator, Asset asset, long blueprintId);
}
