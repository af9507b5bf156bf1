package io.fairlead.restaking.wire;

import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.PalletError;
import io.fairlead.substrate.pallet.Refusal;
import io.fairlead.substrate.scale.Shape;
import java.util.List;

/** The errors of MultiAssetDelegation; the ordinal is the index. */
public enum RestakingError implements PalletError {
  ALREADY_OPERATOR("AlreadyOperator"),
  BOND_TOO_LOW("BondTooLow"),
  INVALID_AMOUNT("InvalidAmount"),
  NOT_AN_OPERATOR("NotAnOperator"),
  CANNOT_EXIT("CannotExit"),
  ALREADY_LEAVING("AlreadyLeaving"),
  NOT_LEAVING_OPERATOR("NotLeavingOperator"),
  LEAVING_ROUND_NOT_REACHED("LeavingRoundNotReached"),
  NO_SCHEDULED_BOND_LESS("NoScheduledBondLess"),
  BOND_LESS_REQUEST_NOT_SATISFIED("BondLessRequestNotSatisfied"),
  NOT_ACTIVE_OPERATOR("NotActiveOperator"),
  NOT_OFFLINE_OPERATOR("NotOfflineOperator"),
  ALREADY_DELEGATOR("AlreadyDelegator"),
  NOT_DELEGATOR("NotDelegator"),
  WITHDRAW_REQUEST_ALREADY_EXISTS("WithdrawRequestAlreadyExists"),
  INSUFFICIENT_BALANCE("InsufficientBalance"),
  NO_WITHDRAW_REQUEST("NoWithdrawRequest"),
  NO_BOND_LESS_REQUEST("NoBondLessRequest"),
  BOND_LESS_NOT_READY("BondLessNotReady"),
  BOND_LESS_REQUEST_ALREADY_EXISTS("BondLessRequestAlreadyExists"),
  ACTIVE_SERVICES_USING_ASSET("ActiveServicesUsingAsset"),
  NO_ACTIVE_DELEGATION("NoActiveDelegation"),
  ASSET_NOT_WHITELISTED("AssetNotWhitelisted"),
  NOT_AUTHORIZED("NotAuthorized"),
  MAX_BLUEPRINTS_EXCEEDED("MaxBlueprintsExceeded"),
  ASSET_NOT_FOUND("AssetNotFound"),
  BLUEPRINT_ALREADY_WHITELISTED("BlueprintAlreadyWhitelisted"),
  NO_WITHDRAW_REQUESTS("NoWithdrawRequests"),
  NO_MATCHING_WITHDRAW_REQUEST("NoMatchingwithdrawRequest"),
  ASSET_ALREADY_IN_VAULT("AssetAlreadyInVault"),
  ASSET_NOT_IN_VAULT("AssetNotInVault"),
  VAULT_NOT_FOUND("VaultNotFound"),
  DUPLICATE_BLUEPRINT_ID("DuplicateBlueprintId"),
  BLUEPRINT_ID_NOT_FOUND("BlueprintIdNotFound"),
  NOT_IN_FIXED_MODE("NotInFixedMode"),
  MAX_DELEGATIONS_EXCEEDED("MaxDelegationsExceeded"),
  MAX_UNSTAKE_REQUESTS_EXCEEDED("MaxUnstakeRequestsExceeded"),
  MAX_WITHDRAW_REQUESTS_EXCEEDED("MaxWithdrawRequestsExceeded"),
  DEPOSIT_OVERFLOW("DepositOverflow"),
  UNSTAKE_AMOUNT_TOO_LARGE("UnstakeAmountTooLarge"),
  STAKE_OVERFLOW("StakeOverflow"),
  INSUFFICIENT_STAKE_REMAINING("InsufficientStakeRemaining"),
  APY_EXCEEDS_MAXIMUM("APYExceedsMaximum"),
  CAP_CANNOT_BE_ZERO("CapCannotBeZero"),
  CAP_EXCEEDS_TOTAL_SUPPLY("CapExceedsTotalSupply"),
  PENDING_UNSTAKE_REQUEST_EXISTS("PendingUnstakeRequestExists"),
  BLUEPRINT_NOT_SELECTED("BlueprintNotSelected"),
  ERC20_TRANSFER_FAILED("ERC20TransferFailed"),
  SLASH_ALERT_FAILED("SlashAlertFailed"),
  EVM_ABI_ENCODE("EVMAbiEncode"),
  EVM_ABI_DECODE("EVMAbiDecode"),
  LOCK_VIOLATION("LockViolation"),
  DEPOSIT_EXCEEDS_CAP_FOR_ASSET("DepositExceedsCapForAsset"),
  OVERFLOW_RISK("OverflowRisk"),
  ASSET_CONFIG_NOT_FOUND("AssetConfigNotFound"),
  CANNOT_GO_OFFLINE_WITH_ACTIVE_SERVICES("CannotGoOfflineWithActiveServices"),
  NOT_NOMINATOR("NotNominator");

  private final String chainName;
  private final Refusal refusal = new Refusal(new DispatchError.Module(this));

  RestakingError(String chainName) {
    this.chainName = chainName;
  }

  /** What metadata says of the enum. */
  public static Shape shape() {
    return PalletError.shape("pallet_multi_asset_delegation::pallet::Error",
        List.of(Shape.skipped("T")), values());
  }

  @Override
  public String pallet() {
    return RestakingCall.PALLET;
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
