package io.fairlead.restaking.lst.wire;

import io.fairlead.substrate.pallet.DetailedError;
import io.fairlead.substrate.pallet.PalletError;
import io.fairlead.substrate.pallet.Refusal;
import io.fairlead.substrate.scale.Shape;
import java.util.Arrays;
import java.util.List;

/**
 * What should never happen ({@code DefensiveError}): the field of {@link LstError#DEFENSIVE}; the
 * ordinal is the index.
 */
public enum Defect {
  NOT_ENOUGH_SPACE_IN_UNBOND_POOL("NotEnoughSpaceInUnbondPool"), POOL_NOT_FOUND("PoolNotFound"),
  REWARD_POOL_NOT_FOUND("RewardPoolNotFound"), SUB_POOLS_NOT_FOUND("SubPoolsNotFound"),
  BONDED_STASH_KILLED_PREMATURELY("BondedStashKilledPrematurely");

  private final String chainName;
  private final PalletError error = new DetailedError(LstError.DEFENSIVE, ordinal());

  Defect(String chainName) {
    this.chainName = chainName;
  }

  /** The error of the pallet with this reason. */
  public PalletError error() {
    return error;
  }

  /** Refused for this reason. */
  public Refusal refusal() {
    return error.refusal();
  }

  static Shape shape() {
    return new Shape.Variants("pallet_tangle_lst::pallet::DefensiveError", List.of(),
        Arrays.stream(values())
            .map(defect -> new Shape.Case(defect.chainName, defect.ordinal(), List.of()))
            .toList());
  }
}
