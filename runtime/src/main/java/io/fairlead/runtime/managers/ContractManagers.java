package io.fairlead.runtime.managers;

import static io.fairlead.runtime.managers.Abi.address;
import static io.fairlead.runtime.managers.Abi.text;
import static io.fairlead.runtime.managers.Abi.uint;

import com.esaulpaugh.headlong.abi.Function;
import com.esaulpaugh.headlong.abi.Tuple;
import io.fairlead.services.BlueprintManagers;
import io.fairlead.services.HookAnswer;
import io.fairlead.services.ManagedBlueprint;
import io.fairlead.services.OriginAnswer;
import io.fairlead.services.RequestedService;
import io.fairlead.services.ServicesAccounts;
import io.fairlead.services.SettingAnswer;
import io.fairlead.services.wire.Field;
import io.fairlead.services.wire.MasterRevision;
import io.fairlead.services.wire.OperatorPreferences;
import io.fairlead.services.wire.ServiceBlueprint;
import io.fairlead.services.wire.ServiceMetadata;
import io.fairlead.substrate.pallet.DispatchError;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.EvmAddress;
import io.fairlead.substrate.primitive.Percent;
import java.util.List;

/**
 * Managers that are contracts: each hook and query as an ABI call
 * ({@code pallet_services::functions::evm_hooks}).
 */
public final class ContractManagers implements BlueprintManagers {
  private static final long HOOK_GAS = 2_000_000;
  private static final long OWN_MANAGER_GAS = 500_000;

  private static final String PREFERENCES = "(bytes,string)";
  private static final Function MANAGER_CREATED =
      Function.parse("onBlueprintCreated(uint64,address,address)");
  private static final Function BLUEPRINT_CREATED = Function.parse(
      "onBlueprintCreated(uint64,address,"
          + "((string,string,string,string,string,string,string,string),address,uint32))");
  private static final Function REGISTER =
      Function.parse("onRegister(uint64," + PREFERENCES + ",bytes)");
  private static final Function UNREGISTER =
      Function.parse("onUnregister(uint64," + PREFERENCES + ")");
  private static final Function UPDATE_RPC_ADDRESS =
      Function.parse("onUpdateRpcAddress(uint64," + PREFERENCES + ")");
  private static final Function UPDATE_PRICE_TARGETS =
      Function.parse("onUpdatePriceTargets(uint64," + PREFERENCES + ")");
  private static final Function REQUEST = Function.parse("onRequest(uint64,(uint64,address,"
      + PREFERENCES + "[],bytes,address[],uint64,(uint8,bytes32),uint256))");
  private static final Function APPROVE =
      Function.parse("onApprove(uint64," + PREFERENCES + ",uint64,uint8)");
  private static final Function REJECT =
      Function.parse("onReject(uint64," + PREFERENCES + ",uint64)");
  private static final Function SERVICE_INITIALIZED =
      Function.parse("onServiceInitialized(uint64,uint64,uint64,address,address[],uint64)");
  private static final Function SERVICE_TERMINATION =
      Function.parse("onServiceTermination(uint64,uint64,address)");
  private static final Function CAN_JOIN =
      Function.parse("canJoin(uint64,uint64,address," + PREFERENCES + ")");
  private static final Function OPERATOR_JOINED =
      Function.parse("onOperatorJoined(uint64,uint64,address," + PREFERENCES + ")");
  private static final Function CAN_LEAVE = Function.parse("canLeave(uint64,uint64,address)");
  private static final Function OPERATOR_LEFT =
      Function.parse("onOperatorLeft(uint64,uint64,address)");
  private static final Function JOB_CALL =
      Function.parse("onJobCall(uint64,uint64,uint8,uint64,bytes)");
  private static final Function JOB_RESULT =
      Function.parse("onJobResult(uint64,uint64,uint8,uint64," + PREFERENCES + ",bytes,bytes)");
  private static final Function SLASHING_ORIGIN =
      Function.parse("querySlashingOrigin(uint64,uint64)");
  private static final Function DISPUTE_ORIGIN =
      Function.parse("queryDisputeOrigin(uint64,uint64)");
  private static final Function HEARTBEAT_INTERVAL =
      Function.parse("getHeartbeatInterval(uint64,uint64)");
  private static final Function HEARTBEAT_THRESHOLD =
      Function.parse("getHeartbeatThreshold(uint64,uint64)");
  private static final Function SLASHING_WINDOW =
      Function.parse("getSlashingWindow(uint64,uint64)");
  private static final Function UNAPPLIED_SLASH =
      Function.parse("onUnappliedSlash(uint64,bytes,uint8)");
  private static final Function SLASH = Function.parse("onSlash(uint64,bytes,uint8)");
  private static final Function SLASH_EVENT =
      Function.parse("onSlashEvent(uint64,uint64,bytes,uint256)");

  private final Contracts contracts;

  /** Managers behind {@code contracts}. */
  public ContractManagers(Contracts contracts) {
    this.contracts = contracts;
  }

  @Override
  public HookAnswer onManagerBlueprintCreated(ManagedBlueprint blueprint, AccountId owner) {
    Bytes input = Abi.call(MANAGER_CREATED, uint(blueprint.id()), address(owner),
        address(blueprint.master()));
    return hook(blueprint.blueprint().manager(), input, Balance.ZERO, OWN_MANAGER_GAS);
  }

  @Override
  public HookAnswer onBlueprintCreated(ManagedBlueprint blueprint, AccountId owner) {
    ServiceBlueprint stored = blueprint.blueprint();
    ServiceMetadata about = stored.metadata();
    Tuple texts = Tuple.from(text(about.name()), text(about.description()), text(about.author()),
        text(about.category()), text(about.codeRepository()), text(about.logo()),
        text(about.website()), text(about.license()));
    return hook(blueprint, Abi.call(BLUEPRINT_CREATED, uint(blueprint.id()), address(owner),
        Tuple.of(texts, address(stored.manager()), revision(stored.masterRevision()))));
  }

  private static long revision(MasterRevision of) {
    return switch (of) {
      case MasterRevision.Latest() -> 0xffff_ffffL;
      case MasterRevision.Specific(long number) -> number;
    };
  }

  @Override
  public HookAnswer onRegister(ManagedBlueprint blueprint, AccountId operator,
      OperatorPreferences preferences, List<Field> args, Balance value) {
    Bytes input = Abi.call(REGISTER, uint(blueprint.id()), Abi.preferences(preferences),
        FieldTokens.encode(args).array());
    return hook(blueprint.master(), input, value, HOOK_GAS);
  }

  @Override
  public HookAnswer onUnregister(ManagedBlueprint blueprint, AccountId operator,
      OperatorPreferences preferences) {
    return ofOperator(UNREGISTER, blueprint, preferences);
  }

  @Override
  public HookAnswer onUpdateRpcAddress(ManagedBlueprint blueprint, AccountId operator,
      OperatorPreferences preferences) {
    return ofOperator(UPDATE_RPC_ADDRESS, blueprint, preferences);
  }

  @Override
  public HookAnswer onUpdatePriceTargets(ManagedBlueprint blueprint, AccountId operator,
      OperatorPreferences preferences) {
    return ofOperator(UPDATE_PRICE_TARGETS, blueprint, preferences);
  }

  private HookAnswer ofOperator(Function function, ManagedBlueprint blueprint,
      OperatorPreferences preferences) {
    return hook(blueprint,
        Abi.call(function, uint(blueprint.id()), Abi.preferences(preferences)));
  }

  @Override
  public HookAnswer onRequest(ManagedBlueprint blueprint, RequestedService request) {
    Tuple params = Tuple.from(uint(request.requestId()), address(request.requester()),
        Abi.preferences(request.operators()), FieldTokens.encode(request.args()).array(),
        Abi.addresses(request.permittedCallers()), uint(request.ttl()),
        Abi.asset(request.paymentAsset()), request.value().toBigInteger());
    return hook(blueprint, Abi.call(REQUEST, uint(blueprint.id()), params));
  }

  @Override
  public HookAnswer onApprove(ManagedBlueprint blueprint, AccountId operator,
      OperatorPreferences preferences, long requestId, Percent percent) {
    return hook(blueprint, Abi.call(APPROVE, uint(blueprint.id()), Abi.preferences(preferences),
        uint(requestId), percent.parts()));
  }

  @Override
  public HookAnswer onReject(ManagedBlueprint blueprint, AccountId operator,
      OperatorPreferences preferences, long requestId) {
    return hook(blueprint, Abi.call(REJECT, uint(blueprint.id()), Abi.preferences(preferences),
        uint(requestId)));
  }

  @Override
  public HookAnswer onServiceInitialized(ManagedBlueprint blueprint, long requestId,
      long serviceId, AccountId owner, List<AccountId> permittedCallers, long ttl) {
    return hook(blueprint, Abi.call(SERVICE_INITIALIZED, uint(blueprint.id()), uint(requestId),
        uint(serviceId), address(owner), Abi.addresses(permittedCallers), uint(ttl)));
  }

  @Override
  public HookAnswer onServiceTermination(ManagedBlueprint blueprint, long serviceId,
      AccountId owner) {
    return ofMember(SERVICE_TERMINATION, blueprint, serviceId, owner);
  }

  @Override
  public HookAnswer canJoin(ManagedBlueprint blueprint, long serviceId, AccountId operator,
      OperatorPreferences preferences) {
    return hook(blueprint, Abi.call(CAN_JOIN, uint(blueprint.id()), uint(serviceId),
        address(operator), Abi.preferences(preferences)));
  }

  @Override
  public HookAnswer onOperatorJoined(ManagedBlueprint blueprint, long serviceId,
      AccountId operator, OperatorPreferences preferences) {
    return hook(blueprint, Abi.call(OPERATOR_JOINED, uint(blueprint.id()), uint(serviceId),
        address(operator), Abi.preferences(preferences)));
  }

  @Override
  public HookAnswer canLeave(ManagedBlueprint blueprint, long serviceId, AccountId operator) {
    return ofMember(CAN_LEAVE, blueprint, serviceId, operator);
  }

  @Override
  public HookAnswer onOperatorLeft(ManagedBlueprint blueprint, long serviceId,
      AccountId operator) {
    return ofMember(OPERATOR_LEFT, blueprint, serviceId, operator);
  }

  private HookAnswer ofMember(Function function, ManagedBlueprint blueprint, long serviceId,
      AccountId member) {
    return hook(blueprint,
        Abi.call(function, uint(blueprint.id()), uint(serviceId), address(member)));
  }

  @Override
  public HookAnswer onJobCall(ManagedBlueprint blueprint, long serviceId, int job, long callId,
      List<Field> inputs) {
    return hook(blueprint, Abi.call(JOB_CALL, uint(blueprint.id()), uint(serviceId), job,
        uint(callId), FieldTokens.encode(inputs).array()));
  }

  @Override
  public HookAnswer onJobResult(ManagedBlueprint blueprint, long serviceId, int job, long callId,
      AccountId operator, OperatorPreferences preferences, List<Field> inputs,
      List<Field> outputs) {
    return hook(blueprint,
        Abi.call(JOB_RESULT, uint(blueprint.id()), uint(serviceId), job, uint(callId),
            Abi.preferences(preferences), FieldTokens.encode(inputs).array(),
            FieldTokens.encode(outputs).array()));
  }

  @Override
  public OriginAnswer querySlashingOrigin(ManagedBlueprint blueprint, long serviceId) {
    return query(blueprint, Abi.call(SLASHING_ORIGIN, uint(blueprint.id()), uint(serviceId)));
  }

  @Override
  public OriginAnswer queryDisputeOrigin(ManagedBlueprint blueprint, long serviceId) {
    return query(blueprint, Abi.call(DISPUTE_ORIGIN, uint(blueprint.id()), uint(serviceId)));
  }

  @Override
  public SettingAnswer getHeartbeatInterval(ManagedBlueprint blueprint, long serviceId) {
    return setting(HEARTBEAT_INTERVAL, blueprint, serviceId);
  }

  @Override
  public SettingAnswer getHeartbeatThreshold(ManagedBlueprint blueprint, long serviceId) {
    return setting(HEARTBEAT_THRESHOLD, blueprint, serviceId);
  }

  @Override
  public SettingAnswer getSlashingWindow(ManagedBlueprint blueprint, long serviceId) {
    return setting(SLASHING_WINDOW, blueprint, serviceId);
  }

  @Override
  public HookAnswer onUnappliedSlash(ManagedBlueprint blueprint, long serviceId,
      AccountId offender, Percent percent) {
    return hook(blueprint,
        Abi.call(UNAPPLIED_SLASH, uint(serviceId), offender.bytes(), percent.parts()));
  }

  @Override
  public HookAnswer onSlash(ManagedBlueprint blueprint, long serviceId, AccountId offender,
      Percent percent) {
    return hook(blueprint, Abi.call(SLASH, uint(serviceId), offender.bytes(), percent.parts()));
  }

  @Override
  public HookAnswer onSlashEvent(EvmAddress contract, long blueprintId, long serviceId,
      AccountId operator, Balance amount) {
    Bytes input = Abi.call(SLASH_EVENT, uint(blueprintId), uint(serviceId), operator.bytes(),
        amount.toBigInteger());
    return hook(contract, input, Balance.ZERO, HOOK_GAS);
  }

  private HookAnswer hook(ManagedBlueprint blueprint, Bytes input) {
    return hook(blueprint.master(), input, Balance.ZERO, HOOK_GAS);
  }

  private HookAnswer hook(EvmAddress to, Bytes input, Balance value, long gas) {
    return answer(to, input, contracts.call(ServicesAccounts.PALLET_EVM, to, input, value, gas));
  }

  private static HookAnswer answer(EvmAddress to, Bytes input, Contracts.Answer answer) {
    return switch (answer) {
      case Contracts.Answer.Refused(DispatchError error) -> new HookAnswer.Refused(error);
      case Contracts.Answer.Ran(Contracts.Exit exit, Bytes output) -> switch (exit) {
        case SUCCEEDED -> HookAnswer.ALLOWED;
        case FAILED -> HookAnswer.Plain.BROKEN;
        case REVERTED ->
            new HookAnswer.Reverted(ServicesAccounts.PALLET_EVM, to, input, output);
      };
    };
  }

  private OriginAnswer query(ManagedBlueprint blueprint, Bytes input) {
    Contracts.Answer answer = ask(blueprint, input);
    if (answer instanceof Contracts.Answer.Ran(Contracts.Exit exit, Bytes output)
        && exit == Contracts.Exit.SUCCEEDED) {
      EvmAddress origin = Abi.addressIn(output);
      return origin == null ? OriginAnswer.UNDECODABLE : new OriginAnswer.Of(origin);
    }
    return new OriginAnswer.Failed(answer(blueprint.master(), input, answer));
  }

  private SettingAnswer setting(Function function, ManagedBlueprint blueprint, long serviceId) {
    Bytes input = Abi.call(function, uint(blueprint.id()), uint(serviceId));
    Contracts.Answer answer = ask(blueprint, input);
    if (answer instanceof Contracts.Answer.Ran(Contracts.Exit exit, Bytes output)
        && exit == Contracts.Exit.SUCCEEDED) {
      return Abi.settingIn(output);
    }
    return new SettingAnswer.Failed(answer(blueprint.master(), input, answer));
  }

  private Contracts.Answer ask(ManagedBlueprint blueprint, Bytes input) {
    return contracts.call(ServicesAccounts.PALLET_EVM, blueprint.master(), input, Balance.ZERO,
        HOOK_GAS);
  }
}
