package io.fairlead.services.wire;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.restaking.wire.Asset;
import io.fairlead.substrate.pallet.Call;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.EvmAddress;
import io.fairlead.substrate.primitive.Percent;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.EnumCodec;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calls of Services ({@code pallet_services::Call}). Numbers of things are u64. */
public sealed interface ServicesCall extends Call {
  /** Name of the pallet. */
  String PALLET = "Services";

  @Override
  default String pallet() {
    return PALLET;
  }

  /** Publishes a blueprint. */
  record CreateBlueprint(ServiceBlueprint blueprint) implements ServicesCall {}

  /** Announces that the signer may want to operate a blueprint, which need not exist. */
  record PreRegister(long blueprintId) implements ServicesCall {}

  /** Registers the signer as operator of a blueprint, with {@code value} planck for its manager. */
  record Register(long blueprintId, OperatorPreferences preferences, List<Field> registrationArgs,
      Balance value) implements ServicesCall {
    public Register {
      registrationArgs = List.copyOf(registrationArgs);
    }
  }

  /** Ends the signer's registration for a blueprint. */
  record Unregister(long blueprintId) implements ServicesCall {}

  /**
   * Asks operators for a service.
   *
   * @param evmOrigin who pays an ERC20 payment; its mapped account is the signer
   * @param ttl blocks, without effect
   * @param value paid in {@code paymentAsset}, in its smallest unit
   */
  record Request(@Nullable EvmAddress evmOrigin, long blueprintId,
      List<AccountId> permittedCallers, List<AccountId> operators, List<Field> requestArgs,
      List<AssetSecurityRequirement> assetSecurityRequirements, long ttl, Asset paymentAsset,
      Balance value, MembershipModel membershipModel) implements ServicesCall {
    public Request {
      permittedCallers = List.copyOf(permittedCallers);
      operators = List.copyOf(operators);
      requestArgs = List.copyOf(requestArgs);
      assetSecurityRequirements = List.copyOf(assetSecurityRequirements);
    }
  }

  /** Agrees to a request with commitments in the order of its requirements. */
  record Approve(long requestId,
      List<AssetSecurityCommitment> securityCommitments) implements ServicesCall {
    public Approve {
      securityCommitments = List.copyOf(securityCommitments);
    }
  }

  /** Declines a request; the first to do so has its payment given back. */
  record Reject(long requestId) implements ServicesCall {}

  /** Ends a service of the signer. */
  record Terminate(long serviceId) implements ServicesCall {}

  /** Calls job {@code job} (u8) of a service. */
  record CallJob(long serviceId, int job, List<Field> args) implements ServicesCall {
    public CallJob {
      args = List.copyOf(args);
    }
  }

  /** Answers a job call. */
  record SubmitResult(long serviceId, long callId, List<Field> result) implements ServicesCall {
    public SubmitResult {
      result = List.copyOf(result);
    }
  }

  /** Queues a slash of an operator of a service. */
  record Slash(AccountId offender, long serviceId, Percent slashPercent) implements ServicesCall {}

  /** Takes slash {@code index} of round {@code era} (both u32) out of the queue. */
  record Dispute(long era, long index) implements ServicesCall {}

  /** Adds a master manager, which new blueprints will be bound to. */
  record UpdateMasterBlueprintServiceManager(EvmAddress address) implements ServicesCall {}

  /** Adds the signer to the operators of a service, with commitments in the order of its requirements. */
  record JoinService(long instanceId,
      List<AssetSecurityCommitment> securityCommitments) implements ServicesCall {
    public JoinService {
      securityCommitments = List.copyOf(securityCommitments);
    }
  }

  /** Takes the signer out of the operators of a service. */
  record LeaveService(long instanceId) implements ServicesCall {}

  /** Changes where the signer can be reached as operator of a blueprint. */
  record UpdateRpcAddress(long blueprintId, Bytes rpcAddress) implements ServicesCall {}

  /**
   * Asks operators for a service at the prices that they have signed, and agrees for them.
   *
   * @param pricingQuotes in the order of the operators' accounts
   * @param operatorSignatures of the quotes, 65 bytes each, in the order of {@code operators}
   * @param securityCommitments of each of the operators
   */
  record RequestWithSignedPriceQuotes(@Nullable EvmAddress evmOrigin, long blueprintId,
      List<AccountId> permittedCallers, List<AccountId> operators, List<Field> requestArgs,
      List<AssetSecurityRequirement> assetSecurityRequirements, long ttl, Asset paymentAsset,
      MembershipModel membershipModel, List<PricingQuote> pricingQuotes,
      List<Bytes> operatorSignatures,
      List<AssetSecurityCommitment> securityCommitments) implements ServicesCall {
    public RequestWithSignedPriceQuotes {
      permittedCallers = List.copyOf(permittedCallers);
      operators = List.copyOf(operators);
      requestArgs = List.copyOf(requestArgs);
      assetSecurityRequirements = List.copyOf(assetSecurityRequirements);
      pricingQuotes = List.copyOf(pricingQuotes);
      operatorSignatures = List.copyOf(operatorSignatures);
      securityCommitments = List.copyOf(securityCommitments);
    }

    /** The request that it comes to, paying {@code value}. */
    public Request paying(Balance value) {
      return new Request(evmOrigin, blueprintId, permittedCallers, operators, requestArgs,
          assetSecurityRequirements, ttl, paymentAsset, value, membershipModel);
    }
  }

  /**
   * Shows that the signer, an operator, is alive.
   *
   * @param signature 65 bytes over {@link OperatorSignature#heartbeatDigest}, by its registered key
   */
  record Heartbeat(long serviceId, long blueprintId, Bytes metricsData, Bytes signature)
      implements ServicesCall {}

  /** Sets how many heartbeats may be missed (u8) where the manager does not say. */
  record UpdateDefaultHeartbeatThreshold(int threshold) implements ServicesCall {}

  /** Sets the blocks between heartbeats where the manager does not say. */
  record UpdateDefaultHeartbeatInterval(long interval) implements ServicesCall {}

  /** Sets for how many blocks missed heartbeats are slashed where the manager does not say. */
  record UpdateDefaultHeartbeatSlashingWindow(long window) implements ServicesCall {}

  /** One byte of index, then the arguments. */
  EnumCodec<ServicesCall> CODEC = codec();

  private static EnumCodec<ServicesCall> codec() {
    Codec<Long> id = Codecs.COMPACT_U64;
    Codec<List<AccountId>> accounts = Codecs.list(AccountId.CODEC);
    String fields = "Vec<Field<T::Constraints, T::AccountId>>";
    return Codecs.enumOf("pallet_services::module::Call", List.of(Shape.skipped("T")),
        variant(0, "create_blueprint", CreateBlueprint.class,
            Fields.of(CreateBlueprint::new,
                field("blueprint", CreateBlueprint::blueprint, ServiceBlueprint.CODEC,
                    "ServiceBlueprint<T::Constraints>"))),
        variant(1, "pre_register", PreRegister.class,
            Fields.of(PreRegister::new,
                field("blueprint_id", PreRegister::blueprintId, id, "u64"))),
        variant(2, "register", Register.class,
            Fields.of(Register::new,
                field("blueprint_id", Register::blueprintId, id, "BlueprintId"),
                field("preferences", Register::preferences, OperatorPreferences.CODEC,
                    "OperatorPreferences<T::Constraints>"),
                field("registration_args", Register::registrationArgs, Field.LIST, fields),
                field("value", Register::value, Balance.COMPACT, "BalanceOf<T>"))),
        variant(3, "unregister", Unregister.class,
            Fields.of(Unregister::new,
                field("blueprint_id", Unregister::blueprintId, id, "u64"))),
        variant(4, "request", Request.class,
            Fields.of(Request::new,
                field("evm_origin", Request::evmOrigin, Codecs.option(EvmAddress.CODEC),
                    "Option<H160>"),
                field("blueprint_id", Request::blueprintId, id, "u64"),
                field("permitted_callers", Request::permittedCallers, accounts,
                    "Vec<T::AccountId>"),
                field("operators", Request::operators, accounts, "Vec<T::AccountId>"),
                field("request_args", Request::requestArgs, Field.LIST, fields),
                field("asset_security_requirements", Request::assetSecurityRequirements,
                    Codecs.list(AssetSecurityRequirement.CODEC),
                    "Vec<AssetSecurityRequirement<T::AssetId>>"),
                field("ttl", Request::ttl, id, "BlockNumberFor<T>"),
                field("payment_asset", Request::paymentAsset, Asset.CODEC, "Asset<T::AssetId>"),
                field("value", Request::value, Balance.COMPACT, "BalanceOf<T>"),
                field("membership_model", Request::membershipModel, MembershipModel.CODEC,
                    "MembershipModel"))),
        variant(5, "approve", Approve.class,
            Fields.of(Approve::new, field("request_id", Approve::requestId, id, "u64"),
                field("security_commitments", Approve::securityCommitments,
                    AssetSecurityCommitment.LIST, "Vec<AssetSecurityCommitment<T::AssetId>>"))),
        variant(6, "reject", Reject.class,
            Fields.of(Reject::new, field("request_id", Reject::requestId, id, "u64"))),
        variant(7, "terminate", Terminate.class,
            Fields.of(Terminate::new, field("service_id", Terminate::serviceId, id, "u64"))),
        variant(8, "call", CallJob.class,
            Fields.of(CallJob::new, field("service_id", CallJob::serviceId, id, "u64"),
                field("job", CallJob::job, Codecs.COMPACT_U8, "u8"),
                field("args", CallJob::args, Field.LIST, fields))),
        variant(9, "submit_result", SubmitResult.class,
            Fields.of(SubmitResult::new, field("service_id", SubmitResult::serviceId, id, "u64"),
                field("call_id", SubmitResult::callId, id, "u64"),
                field("result", SubmitResult::result, Field.LIST, fields))),
        variant(10, "slash", Slash.class,
            Fields.of(Slash::new, field("offender", Slash::offender, AccountId.CODEC,
                "T::AccountId"), field("service_id", Slash::serviceId, id, "u64"),
                field("slash_percent", Slash::slashPercent, Percent.COMPACT, "Percent"))),
        variant(11, "dispute", Dispute.class,
            Fields.of(Dispute::new, field("era", Dispute::era, Codecs.COMPACT_U32, "u32"),
                field("index", Dispute::index, Codecs.COMPACT_U32, "u32"))),
        variant(12, "update_master_blueprint_service_manager",
            UpdateMasterBlueprintServiceManager.class,
            Fields.of(UpdateMasterBlueprintServiceManager::new, field("address",
                UpdateMasterBlueprintServiceManager::address, EvmAddress.CODEC, "H160"))),
        variant(15, "join_service", JoinService.class,
            Fields.of(JoinService::new,
                field("instance_id", JoinService::instanceId, Codecs.U64, "u64"),
                field("security_commitments", JoinService::securityCommitments,
                    AssetSecurityCommitment.LIST, "Vec<AssetSecurityCommitment<T::AssetId>>"))),
        variant(16, "leave_service", LeaveService.class,
            Fields.of(LeaveService::new,
                field("instance_id", LeaveService::instanceId, Codecs.U64, "u64"))),
        variant(17, "update_rpc_address", UpdateRpcAddress.class,
            Fields.of(UpdateRpcAddress::new,
                field("blueprint_id", UpdateRpcAddress::blueprintId, id, "u64"),
                field("rpc_address", UpdateRpcAddress::rpcAddress,
                    BoundedString.codec(Limits.RPC_ADDRESS_LENGTH_MAX),
                    BoundedString.RPC_ADDRESS_TYPE))),
        variant(18, "request_with_signed_price_quotes", RequestWithSignedPriceQuotes.class,
            quotes()),
        variant(19, "heartbeat", Heartbeat.class,
            Fields.of(Heartbeat::new, field("service_id", Heartbeat::serviceId, id, "u64"),
                field("blueprint_id", Heartbeat::blueprintId, id, "u64"),
                field("metrics_data", Heartbeat::metricsData,
                    Bytes.codec(Codecs.byteVec(Codecs.UNBOUNDED)), "Vec<u8>"),
                field("signature", Heartbeat::signature, OperatorSignature.CODEC,
                    "ecdsa::Signature"))),
        variant(20, "update_default_heartbeat_threshold", UpdateDefaultHeartbeatThreshold.class,
            Fields.of(UpdateDefaultHeartbeatThreshold::new, field("threshold",
                UpdateDefaultHeartbeatThreshold::threshold, Codecs.U8, "u8"))),
        variant(21, "update_default_heartbeat_interval", UpdateDefaultHeartbeatInterval.class,
            Fields.of(UpdateDefaultHeartbeatInterval::new, field("interval",
                UpdateDefaultHeartbeatInterval::interval, Codecs.U64, "BlockNumberFor<T>"))),
        variant(22, "update_default_heartbeat_slashing_window",
            UpdateDefaultHeartbeatSlashingWindow.class,
            Fields.of(UpdateDefaultHeartbeatSlashingWindow::new, field("window",
                UpdateDefaultHeartbeatSlashingWindow::window, Codecs.U64,
                "BlockNumberFor<T>"))));
  }

  private static Fields<RequestWithSignedPriceQuotes> quotes() {
    Codec<List<AccountId>> accounts = Codecs.list(AccountId.CODEC);
    return Fields.of(RequestWithSignedPriceQuotes::new,
        field("evm_origin", RequestWithSignedPriceQuotes::evmOrigin,
            Codecs.option(EvmAddress.CODEC), "Option<H160>"),
        field("blueprint_id", RequestWithSignedPriceQuotes::blueprintId, Codecs.COMPACT_U64,
            "u64"),
        field("permitted_callers", RequestWithSignedPriceQuotes::permittedCallers, accounts,
            "Vec<T::AccountId>"),
        field("operators", RequestWithSignedPriceQuotes::operators, accounts, "Vec<T::AccountId>"),
        field("request_args", RequestWithSignedPriceQuotes::requestArgs, Field.LIST,
            "Vec<Field<T::Constraints, T::AccountId>>"),
        field("asset_security_requirements",
            RequestWithSignedPriceQuotes::assetSecurityRequirements,
            Codecs.list(AssetSecurityRequirement.CODEC),
            "Vec<AssetSecurityRequirement<T::AssetId>>"),
        field("ttl", RequestWithSignedPriceQuotes::ttl, Codecs.COMPACT_U64, "BlockNumberFor<T>"),
        field("payment_asset", RequestWithSignedPriceQuotes::paymentAsset, Asset.CODEC,
            "Asset<T::AssetId>"),
        field("membership_model", RequestWithSignedPriceQuotes::membershipModel,
            MembershipModel.CODEC, "MembershipModel"),
        field("pricing_quotes", RequestWithSignedPriceQuotes::pricingQuotes,
            Codecs.list(PricingQuote.CODEC), "Vec<PricingQuote<T::Constraints>>"),
        field("operator_signatures", RequestWithSignedPriceQuotes::operatorSignatures,
            Codecs.list(OperatorSignature.CODEC), "Vec<ecdsa::Signature>"),
        field("security_commitments", RequestWithSignedPriceQuotes::securityCommitments,
            AssetSecurityCommitment.LIST, "Vec<AssetSecurityCommitment<T::AssetId>>"));
  }
}
