package io.fairlead.services.wire;

import static io.fairlead.substrate.scale.EnumCodec.variant;
import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.substrate.pallet.Event;
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

/** The events of Services ({@code pallet_services::Event}). Numbers of things are u64, rounds u32. */
public sealed interface ServicesEvent extends Event {

  @Override
  default String pallet() {
    return ServicesCall.PALLET;
  }

  /** A blueprint was published. */
  record BlueprintCreated(AccountId owner, long blueprintId) implements ServicesEvent {}

  /** An operator asked to be told of requests. */
  record PreRegistration(AccountId operator, long blueprintId) implements ServicesEvent {}

  /** An operator registered. */
  record Registered(AccountId provider, long blueprintId, OperatorPreferences preferences,
      List<Field> registrationArgs) implements ServicesEvent {
    public Registered {
      registrationArgs = List.copyOf(registrationArgs);
    }
  }

  /** An operator left a blueprint. */
  record Unregistered(AccountId operator, long blueprintId) implements ServicesEvent {}

  /** A service was requested. */
  record ServiceRequested(AccountId owner, long requestId, long blueprintId,
      List<AccountId> pendingApprovals, List<AccountId> approved,
      List<AssetSecurityRequirement> securityRequirements) implements ServicesEvent {
    public ServiceRequested {
      pendingApprovals = List.copyOf(pendingApprovals);
      approved = List.copyOf(approved);
      securityRequirements = List.copyOf(securityRequirements);
    }
  }

  /** An operator approved a request. */
  record ServiceRequestApproved(AccountId operator, long requestId, long blueprintId,
      List<AccountId> pendingApprovals, List<AccountId> approved) implements ServicesEvent {
    public ServiceRequestApproved {
      pendingApprovals = List.copyOf(pendingApprovals);
      approved = List.copyOf(approved);
    }
  }

  /** An operator rejected a request. */
  record ServiceRequestRejected(AccountId operator, long requestId, long blueprintId)
      implements ServicesEvent {}

  /** A service started. */
  record ServiceInitiated(AccountId owner, long requestId, long serviceId, long blueprintId,
      List<OperatorCommitments> operatorSecurityCommitments) implements ServicesEvent {
    public ServiceInitiated {
      operatorSecurityCommitments = List.copyOf(operatorSecurityCommitments);
    }
  }

  /** A service ended. */
  record ServiceTerminated(AccountId owner, long serviceId, long blueprintId)
      implements ServicesEvent {}

  /** A job was called. */
  record JobCalled(AccountId caller, long serviceId, long callId, int job, List<Field> args)
      implements ServicesEvent {
    public JobCalled {
      args = List.copyOf(args);
    }
  }

  /** A call was paid, in planck. The chain never deposits it. */
  record PayOncePaymentProcessed(AccountId payer, long serviceId, long callId, int jobIndex,
      Balance amount) implements ServicesEvent {}

  /** A subscription was paid, in planck. The chain never deposits it. */
  record SubscriptionBillingProcessed(AccountId subscriber, long serviceId, int jobIndex,
      Balance amount, long blockNumber) implements ServicesEvent {}

  /** An operator earned. The chain never deposits it. */
  record RewardDistributed(AccountId operator, long serviceId, Balance amount,
      PricingModel pricingModel) implements ServicesEvent {}

  /** A job call was answered. */
  record JobResultSubmitted(AccountId operator, long serviceId, long callId, int job,
      List<Field> result) implements ServicesEvent {
    public JobResultSubmitted {
      result = List.copyOf(result);
    }
  }

  /** A contract reverted: the input and what it gave back. */
  record EvmReverted(EvmAddress from, EvmAddress to, Bytes data, Bytes reason)
      implements ServicesEvent {}

  /** A slash was queued. */
  record UnappliedSlash(long index, AccountId operator, long serviceId, long blueprintId,
      Percent slashPercent, long era) implements ServicesEvent {}

  /** A queued slash was disputed. */
  record SlashDiscarded(long index, AccountId operator, long serviceId, long blueprintId,
      Percent slashPercent, long era) implements ServicesEvent {}

  /** There is a new master manager. */
  record MasterBlueprintServiceManagerRevised(long revision, EvmAddress address)
      implements ServicesEvent {}

  /** Somebody asks for prices. The chain never deposits it. */
  record RequestForQuote(AccountId requester, long blueprintId) implements ServicesEvent {}

  /** An operator moved. */
  record RpcAddressUpdated(AccountId operator, long blueprintId, Bytes rpcAddress)
      implements ServicesEvent {}

  /** An operator showed life. */
  record HeartbeatReceived(long serviceId, long blueprintId, AccountId operator, long blockNumber)
      implements ServicesEvent {}

  /** A default changed. */
  record DefaultHeartbeatThresholdUpdated(int threshold) implements ServicesEvent {}

  /** A default changed; blocks. */
  record DefaultHeartbeatIntervalUpdated(long interval) implements ServicesEvent {}

  /** A default changed; blocks. */
  record DefaultHeartbeatSlashingWindowUpdated(long window) implements ServicesEvent {}

  /** One byte of index, then the fields. */
  EnumCodec<ServicesEvent> CODEC = codec();

  private static EnumCodec<ServicesEvent> codec() {
    Codec<List<AccountId>> accounts = Codecs.list(AccountId.CODEC);
    Codec<Bytes> bytes = Bytes.codec(Codecs.byteVec(Codecs.UNBOUNDED));
    String fields = "Vec<Field<T::Constraints, T::AccountId>>";
    return Codecs.enumOf("pallet_services::module::Event", List.of(Shape.skipped("T")),
        variant(0, "BlueprintCreated", BlueprintCreated.class,
            Fields.of(BlueprintCreated::new,
                field("owner", BlueprintCreated::owner, AccountId.CODEC, "T::AccountId"),
                field("blueprint_id", BlueprintCreated::blueprintId, Codecs.U64, "u64"))),
        variant(1, "PreRegistration", PreRegistration.class,
            Fields.of(PreRegistration::new,
                field("operator", PreRegistration::operator, AccountId.CODEC, "T::AccountId"),
                field("blueprint_id", PreRegistration::blueprintId, Codecs.U64, "u64"))),
        variant(2, "Registered", Registered.class,
            Fields.of(Registered::new,
                field("provider", Registered::provider, AccountId.CODEC, "T::AccountId"),
                field("blueprint_id", Registered::blueprintId, Codecs.U64, "u64"),
                field("preferences", Registered::preferences, OperatorPreferences.CODEC,
                    "OperatorPreferences<T::Constraints>"),
                field("registration_args", Registered::registrationArgs, Field.LIST, fields))),
        variant(3, "Unregistered", Unregistered.class,
            Fields.of(Unregistered::new,
                field("operator", Unregistered::operator, AccountId.CODEC, "T::AccountId"),
                field("blueprint_id", Unregistered::blueprintId, Codecs.U64, "u64"))),
        variant(4, "ServiceRequested", ServiceRequested.class,
            Fields.of(ServiceRequested::new,
                field("owner", ServiceRequested::owner, AccountId.CODEC, "T::AccountId"),
                field("request_id", ServiceRequested::requestId, Codecs.U64, "u64"),
                field("blueprint_id", ServiceRequested::blueprintId, Codecs.U64, "u64"),
                field("pending_approvals", ServiceRequested::pendingApprovals, accounts,
                    "Vec<T::AccountId>"),
                field("approved", ServiceRequested::approved, accounts, "Vec<T::AccountId>"),
                field("security_requirements", ServiceRequested::securityRequirements,
                    AssetSecurityRequirement.BOUNDED_LIST,
                    "BoundedVec<AssetSecurityRequirement<T::AssetId>, MaxAssetsPerServiceOf\n<T>>"))),
        variant(5, "ServiceRequestApproved", ServiceRequestApproved.class,
            Fields.of(ServiceRequestApproved::new,
                field("operator", ServiceRequestApproved::operator, AccountId.CODEC,
                    "T::AccountId"),
                field("request_id", ServiceRequestApproved::requestId, Codecs.U64, "u64"),
                field("blueprint_id", ServiceRequestApproved::blueprintId, Codecs.U64, "u64"),
                field("pending_approvals", ServiceRequestApproved::pendingApprovals, accounts,
                    "Vec<T::AccountId>"),
                field("approved", ServiceRequestApproved::approved, accounts,
                    "Vec<T::AccountId>"))),
        variant(6, "ServiceRequestRejected", ServiceRequestRejected.class,
            Fields.of(ServiceRequestRejected::new,
                field("operator", ServiceRequestRejected::operator, AccountId.CODEC,
                    "T::AccountId"),
                field("request_id", ServiceRequestRejected::requestId, Codecs.U64, "u64"),
                field("blueprint_id", ServiceRequestRejected::blueprintId, Codecs.U64, "u64"))),
        variant(7, "ServiceInitiated", ServiceInitiated.class,
            Fields.of(ServiceInitiated::new,
                field("owner", ServiceInitiated::owner, AccountId.CODEC, "T::AccountId"),
                field("request_id", ServiceInitiated::requestId, Codecs.U64, "u64"),
                field("service_id", ServiceInitiated::serviceId, Codecs.U64, "u64"),
                field("blueprint_id", ServiceInitiated::blueprintId, Codecs.U64, "u64"),
                field("operator_security_commitments",
                    ServiceInitiated::operatorSecurityCommitments, OperatorCommitments.BOUNDED_LIST,
                    "OperatorSecurityCommitments<T::AccountId, T::AssetId, T::Constraints>"))),
        variant(8, "ServiceTerminated", ServiceTerminated.class,
            Fields.of(ServiceTerminated::new,
                field("owner", ServiceTerminated::owner, AccountId.CODEC, "T::AccountId"),
                field("service_id", ServiceTerminated::serviceId, Codecs.U64, "u64"),
                field("blueprint_id", ServiceTerminated::blueprintId, Codecs.U64, "u64"))),
        variant(9, "JobCalled", JobCalled.class,
            Fields.of(JobCalled::new,
                field("caller", JobCalled::caller, AccountId.CODEC, "T::AccountId"),
                field("service_id", JobCalled::serviceId, Codecs.U64, "u64"),
                field("call_id", JobCalled::callId, Codecs.U64, "u64"),
                field("job", JobCalled::job, Codecs.U8, "u8"),
                field("args", JobCalled::args, Field.LIST, fields))),
        variant(10, "PayOncePaymentProcessed", PayOncePaymentProcessed.class,
            Fields.of(PayOncePaymentProcessed::new,
                field("payer", PayOncePaymentProcessed::payer, AccountId.CODEC, "T::AccountId"),
                field("service_id", PayOncePaymentProcessed::serviceId, Codecs.U64, "u64"),
                field("call_id", PayOncePaymentProcessed::callId, Codecs.U64, "u64"),
                field("job_index", PayOncePaymentProcessed::jobIndex, Codecs.U8, "u8"),
                field("amount", PayOncePaymentProcessed::amount, Balance.CODEC, "BalanceOf<T>"))),
        variant(11, "SubscriptionBillingProcessed", SubscriptionBillingProcessed.class,
            Fields.of(SubscriptionBillingProcessed::new,
                field("subscriber", SubscriptionBillingProcessed::subscriber, AccountId.CODEC,
                    "T::AccountId"),
                field("service_id", SubscriptionBillingProcessed::serviceId, Codecs.U64, "u64"),
                field("job_index", SubscriptionBillingProcessed::jobIndex, Codecs.U8, "u8"),
                field("amount", SubscriptionBillingProcessed::amount, Balance.CODEC,
                    "BalanceOf<T>"),
                field("block_number", SubscriptionBillingProcessed::blockNumber, Codecs.U64,
                    "BlockNumberFor<T>"))),
        variant(12, "RewardDistributed", RewardDistributed.class,
            Fields.of(RewardDistributed::new,
                field("operator", RewardDistributed::operator, AccountId.CODEC, "T::AccountId"),
                field("service_id", RewardDistributed::serviceId, Codecs.U64, "u64"),
                field("amount", RewardDistributed::amount, Balance.CODEC, "BalanceOf<T>"),
                field("pricing_model", RewardDistributed::pricingModel, PricingModel.EVENT_CODEC,
                    "PricingModel<BlockNumberFor<T>, BalanceOf<T>>"))),
        variant(13, "JobResultSubmitted", JobResultSubmitted.class,
            Fields.of(JobResultSubmitted::new,
                field("operator", JobResultSubmitted::operator, AccountId.CODEC, "T::AccountId"),
                field("service_id", JobResultSubmitted::serviceId, Codecs.U64, "u64"),
                field("call_id", JobResultSubmitted::callId, Codecs.U64, "u64"),
                field("job", JobResultSubmitted::job, Codecs.U8, "u8"),
                field("result", JobResultSubmitted::result, Field.LIST, fields))),
        variant(14, "EvmReverted", EvmReverted.class,
            Fields.of(EvmReverted::new,
                field("from", EvmReverted::from, EvmAddress.CODEC, "H160"),
                field("to", EvmReverted::to, EvmAddress.CODEC, "H160"),
                field("data", EvmReverted::data, bytes, "Vec<u8>"),
                field("reason", EvmReverted::reason, bytes, "Vec<u8>"))),
        variant(15, "UnappliedSlash", UnappliedSlash.class,
            Fields.of(UnappliedSlash::new,
                field("index", UnappliedSlash::index, Codecs.U32, "u32"),
                field("operator", UnappliedSlash::operator, AccountId.CODEC, "T::AccountId"),
                field("service_id", UnappliedSlash::serviceId, Codecs.U64, "u64"),
                field("blueprint_id", UnappliedSlash::blueprintId, Codecs.U64, "u64"),
                field("slash_percent", UnappliedSlash::slashPercent, Percent.CODEC, "Percent"),
                field("era", UnappliedSlash::era, Codecs.U32, "u32"))),
        variant(16, "SlashDiscarded", SlashDiscarded.class,
            Fields.of(SlashDiscarded::new,
                field("index", SlashDiscarded::index, Codecs.U32, "u32"),
                field("operator", SlashDiscarded::operator, AccountId.CODEC, "T::AccountId"),
                field("service_id", SlashDiscarded::serviceId, Codecs.U64, "u64"),
                field("blueprint_id", SlashDiscarded::blueprintId, Codecs.U64, "u64"),
                field("slash_percent", SlashDiscarded::slashPercent, Percent.CODEC, "Percent"),
                field("era", SlashDiscarded::era, Codecs.U32, "u32"))),
        variant(17, "MasterBlueprintServiceManagerRevised",
            MasterBlueprintServiceManagerRevised.class,
            Fields.of(MasterBlueprintServiceManagerRevised::new,
                field("revision", MasterBlueprintServiceManagerRevised::revision, Codecs.U32,
                    "u32"),
                field("address", MasterBlueprintServiceManagerRevised::address, EvmAddress.CODEC,
                    "H160"))),
        variant(18, "RequestForQuote", RequestForQuote.class,
            Fields.of(RequestForQuote::new,
                field("requester", RequestForQuote::requester, AccountId.CODEC, "T::AccountId"),
                field("blueprint_id", RequestForQuote::blueprintId, Codecs.U64, "u64"))),
        variant(19, "RpcAddressUpdated", RpcAddressUpdated.class,
            Fields.of(RpcAddressUpdated::new,
                field("operator", RpcAddressUpdated::operator, AccountId.CODEC, "T::AccountId"),
                field("blueprint_id", RpcAddressUpdated::blueprintId, Codecs.U64, "u64"),
                field("rpc_address", RpcAddressUpdated::rpcAddress,
                    BoundedString.codec(Limits.RPC_ADDRESS_LENGTH_MAX),
                    BoundedString.RPC_ADDRESS_TYPE))),
        variant(20, "HeartbeatReceived", HeartbeatReceived.class,
            Fields.of(HeartbeatReceived::new,
                field("service_id", HeartbeatReceived::serviceId, Codecs.U64, "u64"),
                field("blueprint_id", HeartbeatReceived::blueprintId, Codecs.U64, "u64"),
                field("operator", HeartbeatReceived::operator, AccountId.CODEC, "T::AccountId"),
                field("block_number", HeartbeatReceived::blockNumber, Codecs.U64,
                    "BlockNumberFor<T>"))),
        variant(21, "DefaultHeartbeatThresholdUpdated", DefaultHeartbeatThresholdUpdated.class,
            Fields.of(DefaultHeartbeatThresholdUpdated::new,
                field("threshold", DefaultHeartbeatThresholdUpdated::threshold, Codecs.U8, "u8"))),
        variant(22, "DefaultHeartbeatIntervalUpdated", DefaultHeartbeatIntervalUpdated.class,
            Fields.of(DefaultHeartbeatIntervalUpdated::new,
                field("interval", DefaultHeartbeatIntervalUpdated::interval, Codecs.U64,
                    "BlockNumberFor<T>"))),
        variant(23, "DefaultHeartbeatSlashingWindowUpdated",
            DefaultHeartbeatSlashingWindowUpdated.class,
            Fields.of(DefaultHeartbeatSlashingWindowUpdated::new,
                field("window", DefaultHeartbeatSlashingWindowUpdated::window, Codecs.U64,
                    "BlockNumberFor<T>"))));
  }
}
