package io.fairlead.services.wire;

import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.pallet.PalletError;
import io.fairlead.substrate.pallet.Refusal;
import io.fairlead.substrate.scale.Shape;
import java.util.Arrays;
import java.util.List;

/** The errors of Services ({@code pallet_services::Error}); the ordinal is the index. */
public enum ServicesError implements PalletError {
  BLUEPRINT_NOT_FOUND("BlueprintNotFound"),
  BLUEPRINT_CREATION_INTERRUPTED("BlueprintCreationInterrupted"),
  ALREADY_REGISTERED("AlreadyRegistered"),
  NOT_REGISTERED("NotRegistered"),
  OPERATOR_NOT_ACTIVE("OperatorNotActive"),
  INVALID_REGISTRATION_INPUT("InvalidRegistrationInput"),
  NOT_ALLOWED_TO_UNREGISTER("NotAllowedToUnregister"),
  NOT_ALLOWED_TO_UPDATE_RPC_ADDRESS("NotAllowedToUpdateRpcAddress"),
  INVALID_REQUEST_INPUT("InvalidRequestInput"),
  INVALID_JOB_CALL_INPUT("InvalidJobCallInput"),
  INVALID_JOB_RESULT("InvalidJobResult"),
  APPROVAL_INTERRUPTED("ApprovalInterrupted"),
  REJECTION_INTERRUPTED("RejectionInterrupted"),
  SERVICE_REQUEST_NOT_FOUND("ServiceRequestNotFound"),
  SERVICE_INITIALIZATION_INTERRUPTED("ServiceInitializationInterrupted"),
  SERVICE_NOT_FOUND("ServiceNotFound"),
  TERMINATION_INTERRUPTED("TerminationInterrupted"),
  TYPE_CHECK("TypeCheck"),
  MAX_PERMITTED_CALLERS_EXCEEDED("MaxPermittedCallersExceeded"),
  MAX_SERVICE_PROVIDERS_EXCEEDED("MaxServiceProvidersExceeded"),
  MAX_SERVICES_PER_USER_EXCEEDED("MaxServicesPerUserExceeded"),
  MAX_FIELDS_EXCEEDED("MaxFieldsExceeded"),
  APPROVAL_NOT_REQUESTED("ApprovalNotRequested"),
  JOB_DEFINITION_NOT_FOUND("JobDefinitionNotFound"),
  SERVICE_OR_JOB_CALL_NOT_FOUND("ServiceOrJobCallNotFound"),
  JOB_CALL_RESULT_NOT_FOUND("JobCallResultNotFound"),
  EVM_ABI_ENCODE("EVMAbiEncode"),
  EVM_ABI_DECODE("EVMAbiDecode"),
  OPERATOR_PROFILE_NOT_FOUND("OperatorProfileNotFound"),
  MAX_SERVICES_PER_OPERATOR_EXCEEDED("MaxServicesPerOperatorExceeded"),
  MAX_BLUEPRINTS_PER_OPERATOR_EXCEEDED("MaxBlueprintsPerOperatorExceeded"),
  DUPLICATE_OPERATOR("DuplicateOperator"),
  DUPLICATE_KEY("DuplicateKey"),
  TOO_MANY_OPERATORS("TooManyOperators"),
  TOO_FEW_OPERATORS("TooFewOperators"),
  NO_ASSETS_PROVIDED("NoAssetsProvided"),
  DUPLICATE_ASSET("DuplicateAsset"),
  MAX_ASSETS_PER_SERVICE_EXCEEDED("MaxAssetsPerServiceExceeded"),
  NATIVE_ASSET_EXPOSURE_TOO_LOW("NativeAssetExposureTooLow"),
  NO_NATIVE_ASSET("NoNativeAsset"),
  OFFENDER_NOT_OPERATOR("OffenderNotOperator"),
  NO_SLASHING_ORIGIN("NoSlashingOrigin"),
  NO_DISPUTE_ORIGIN("NoDisputeOrigin"),
  UNAPPLIED_SLASH_NOT_FOUND("UnappliedSlashNotFound"),
  MASTER_BLUEPRINT_SERVICE_MANAGER_REVISION_NOT_FOUND(
      "MasterBlueprintServiceManagerRevisionNotFound"),
  DUPLICATE_MEMBERSHIP_MODEL("DuplicateMembershipModel"),
  MAX_MASTER_BLUEPRINT_SERVICE_MANAGER_VERSIONS_EXCEEDED(
      "MaxMasterBlueprintServiceManagerVersionsExceeded"),
  ERC20_TRANSFER_FAILED("ERC20TransferFailed"),
  MISSING_EVM_ORIGIN("MissingEVMOrigin"),
  EXPECTED_EVM_ADDRESS("ExpectedEVMAddress"),
  EXPECTED_ACCOUNT_ID("ExpectedAccountId"),
  ON_REQUEST_FAILURE("OnRequestFailure"),
  ON_REGISTER_HOOK_FAILED("OnRegisterHookFailed"),
  ON_APPROVE_FAILURE("OnApproveFailure"),
  ON_REJECT_FAILURE("OnRejectFailure"),
  ON_SERVICE_INIT_HOOK("OnServiceInitHook"),
  UNSUPPORTED_MEMBERSHIP_MODEL("UnsupportedMembershipModel"),
  DYNAMIC_MEMBERSHIP_NOT_SUPPORTED("DynamicMembershipNotSupported"),
  JOIN_REJECTED("JoinRejected"),
  LEAVE_REJECTED("LeaveRejected"),
  MAX_OPERATORS_REACHED("MaxOperatorsReached"),
  ON_CAN_JOIN_FAILURE("OnCanJoinFailure"),
  ON_CAN_LEAVE_FAILURE("OnCanLeaveFailure"),
  ON_OPERATOR_JOIN_FAILURE("OnOperatorJoinFailure"),
  ON_OPERATOR_LEAVE_FAILURE("OnOperatorLeaveFailure"),
  ALREADY_JOINED("AlreadyJoined"),
  NOT_AN_OPERATOR("NotAnOperator"),
  INVALID_SLASH_PERCENTAGE("InvalidSlashPercentage"),
  INVALID_KEY("InvalidKey"),
  INVALID_SECURITY_COMMITMENTS("InvalidSecurityCommitments"),
  INVALID_SECURITY_REQUIREMENTS("InvalidSecurityRequirements"),
  INVALID_QUOTE_SIGNATURE("InvalidQuoteSignature"),
  SIGNATURE_COUNT_MISMATCH("SignatureCountMismatch"),
  MISSING_QUOTE_SIGNATURE("MissingQuoteSignature"),
  INVALID_KEY_FOR_QUOTE("InvalidKeyForQuote"),
  SIGNATURE_VERIFICATION_FAILED("SignatureVerificationFailed"),
  INVALID_SIGNATURE_BYTES("InvalidSignatureBytes"),
  GET_HEARTBEAT_INTERVAL_FAILURE("GetHeartbeatIntervalFailure"),
  GET_HEARTBEAT_THRESHOLD_FAILURE("GetHeartbeatThresholdFailure"),
  GET_SLASHING_WINDOW_FAILURE("GetSlashingWindowFailure"),
  HEARTBEAT_TOO_EARLY("HeartbeatTooEarly"),
  HEARTBEAT_SIGNATURE_VERIFICATION_FAILED("HeartbeatSignatureVerificationFailed"),
  INVALID_HEARTBEAT_DATA("InvalidHeartbeatData"),
  SERVICE_NOT_ACTIVE("ServiceNotActive"),
  INVALID_JOB_ID("InvalidJobId"),
  PAYMENT_ALREADY_PROCESSED("PaymentAlreadyProcessed"),
  PAYMENT_CALCULATION_OVERFLOW("PaymentCalculationOverflow"),
  TOO_MANY_SUBSCRIPTIONS("TooManySubscriptions"),
  CUSTOM_ASSET_TRANSFER_FAILED("CustomAssetTransferFailed"),
  ASSET_NOT_FOUND("AssetNotFound"),
  INVALID_ERC20_ADDRESS("InvalidErc20Address"),
  INSUFFICIENT_DELEGATED_STAKE("InsufficientDelegatedStake"),
  UNEXPECTED_ASSET_COMMITMENT("UnexpectedAssetCommitment"),
  NO_OPERATOR_STAKE("NoOperatorStake"),
  COMMITMENT_BELOW_MINIMUM("CommitmentBelowMinimum"),
  COMMITMENT_ABOVE_MAXIMUM("CommitmentAboveMaximum"),
  MISSING_ASSET_COMMITMENT("MissingAssetCommitment"),
  OPERATOR_HAS_NO_ASSET_STAKE("OperatorHasNoAssetStake"),
  INVALID_EVENT_COUNT("InvalidEventCount"),
  METRICS_DATA_TOO_LARGE("MetricsDataTooLarge"),
  SUBSCRIPTION_NOT_VALID("SubscriptionNotValid"),
  SERVICE_NOT_OWNED("ServiceNotOwned");

  private final String chainName;
  private final Refusal refusal = new Refusal(new DispatchError.Module(this));

  ServicesError(String chainName) {
    this.chainName = chainName;
  }

  @Override
  public String pallet() {
    return ServicesCall.PALLET;
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

  /** What metadata says of this enum: only {@code TypeCheck} has a field. */
  public static Shape shape() {
    return new Shape.Variants("pallet_services::module::Error", List.of(Shape.skipped("T")),
        Arrays.stream(values()).map(e -> new Shape.Case(e.chainName, e.index(),
            e == TYPE_CHECK
                ? List.of(new Shape.Field(null, TypeCheckError.CODEC.shape(), "TypeCheckError"))
                : List.of()))
            .toList());
  }
}
