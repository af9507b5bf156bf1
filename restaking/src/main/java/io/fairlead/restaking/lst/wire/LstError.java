package io.fairlead.restaking.lst.wire;

import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.PalletError;
import io.fairlead.substrate.pallet.Refusal;
import io.fairlead.substrate.scale.Shape;
import java.util.Arrays;
import java.util.List;

/** The errors of Lst; the ordinal is the index. Defensive also tells which {@link Defect} it is. */
public enum LstError implements PalletError {
  POOL_NOT_FOUND("PoolNotFound"), POOL_MEMBER_NOT_FOUND("PoolMemberNotFound"),
  REWARD_POOL_NOT_FOUND("RewardPoolNotFound"), SUB_POOLS_NOT_FOUND("SubPoolsNotFound"),
  FULLY_UNBONDING("FullyUnbonding"), MAX_UNBONDING_LIMIT("MaxUnbondingLimit"),
  CANNOT_WITHDRAW_ANY("CannotWithdrawAny"), MINIMUM_BOND_NOT_MET("MinimumBondNotMet"),
  OVERFLOW_RISK("OverflowRisk"), NOT_DESTROYING("NotDestroying"),
  NOT_NOMINATOR("NotNominator"), NOT_KICKER_OR_DESTROYING("NotKickerOrDestroying"),
  NOT_OPEN("NotOpen"), MAX_POOLS("MaxPools"), MAX_POOL_MEMBERS("MaxPoolMembers"),
  CAN_NOT_CHANGE_STATE("CanNotChangeState"), DOES_NOT_HAVE_PERMISSION("DoesNotHavePermission"),
  METADATA_EXCEEDS_MAX_LEN("MetadataExceedsMaxLen"), DEFENSIVE("Defensive"),
  PARTIAL_UNBOND_NOT_ALLOWED_PERMISSIONLESSLY("PartialUnbondNotAllowedPermissionlessly"),
  MAX_COMMISSION_RESTRICTED("MaxCommissionRestricted"),
  COMMISSION_EXCEEDS_MAXIMUM("CommissionExceedsMaximum"),
  COMMISSION_EXCEEDS_GLOBAL_MAXIMUM("CommissionExceedsGlobalMaximum"),
  COMMISSION_CHANGE_THROTTLED("CommissionChangeThrottled"),
  COMMISSION_CHANGE_RATE_NOT_ALLOWED("CommissionChangeRateNotAllowed"),
  NO_PENDING_COMMISSION("NoPendingCommission"),
  NO_COMMISSION_CURRENT_SET("NoCommissionCurrentSet"), POOL_ID_IN_USE("PoolIdInUse"),
  INVALID_POOL_ID("InvalidPoolId"), BOND_EXTRA_RESTRICTED("BondExtraRestricted"),
  NOTHING_TO_ADJUST("NothingToAdjust"), POOL_TOKEN_CREATION_FAILED("PoolTokenCreationFailed"),
  NO_BALANCE_TO_UNBOND("NoBalanceToUnbond");

  private final String chainName;
  private final Refusal refusal = new Refusal(new DispatchError.Module(this));

  LstError(String chainName) {
    this.chainName = chainName;
  }

  /** What metadata says of the enum. */
  public static Shape shape() {
    return new Shape.Variants("pallet_tangle_lst::pallet::Error", List.of(Shape.skipped("T")),
        Arrays.stream(values())
            .map(error -> new Shape.Case(error.chainName, error.ordinal(),
                error == DEFENSIVE
                    ? List.of(new Shape.Field(null, Defect.shape(), "DefensiveError"))
                    : List.of()))
            .toList());
  }

  @Override
  public String pallet() {
    return LstCall.PALLET;
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
