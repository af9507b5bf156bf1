package io.fairlead.runtime.staking;

import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.PalletError;
import io.fairlead.substrate.pallet.Refusal;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/** Errors of Staking; the ordinal is the index. */
public enum StakingError implements PalletError {
  NOT_CONTROLLER("NotController"), NOT_STASH("NotStash"), ALREADY_BONDED("AlreadyBonded"),
  ALREADY_PAIRED("AlreadyPaired"), EMPTY_TARGETS("EmptyTargets"),
  DUPLICATE_INDEX("DuplicateIndex"), INVALID_SLASH_INDEX("InvalidSlashIndex"),
  INSUFFICIENT_BOND("InsufficientBond"), NO_MORE_CHUNKS("NoMoreChunks"),
  NO_UNLOCK_CHUNK("NoUnlockChunk"), FUNDED_TARGET("FundedTarget"),
  INVALID_ERA_TO_REWARD("InvalidEraToReward"),
  INVALID_NUMBER_OF_NOMINATIONS("InvalidNumberOfNominations"),
  NOT_SORTED_AND_UNIQUE("NotSortedAndUnique"), ALREADY_CLAIMED("AlreadyClaimed"),
  INVALID_PAGE("InvalidPage"), INCORRECT_HISTORY_DEPTH("IncorrectHistoryDepth"),
  INCORRECT_SLASHING_SPANS("IncorrectSlashingSpans"), BAD_STATE("BadState"),
  TOO_MANY_TARGETS("TooManyTargets"), BAD_TARGET("BadTarget"),
  CANNOT_CHILL_OTHER("CannotChillOther"), TOO_MANY_NOMINATORS("TooManyNominators"),
  TOO_MANY_VALIDATORS("TooManyValidators"), COMMISSION_TOO_LOW("CommissionTooLow"),
  BOUND_NOT_MET("BoundNotMet"), CONTROLLER_DEPRECATED("ControllerDeprecated"),
  CANNOT_RESTORE_LEDGER("CannotRestoreLedger"),
  REWARD_DESTINATION_RESTRICTED("RewardDestinationRestricted"),
  NOT_ENOUGH_FUNDS("NotEnoughFunds"), VIRTUAL_STAKER_NOT_ALLOWED("VirtualStakerNotAllowed");

  /** As metadata tells it. */
  public static final Shape SHAPE = PalletError.shape("pallet_staking::pallet::pallet::Error",
      List.of(Shape.skipped("T")), values());

  private final String chainName;
  private final Refusal refusal = new Refusal(new DispatchError.Module(this));

  StakingError(String chainName) {
    this.chainName = chainName;
  }

  @Override
  public String pallet() {
    return StakingCall.PALLET;
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
