package io.fairlead.services;

import io.fairlead.restaking.Currency;
import io.fairlead.services.wire.Field;
import io.fairlead.services.wire.OperatorPreferences;
import io.fairlead.substrate.primitive.AccountId;
import io.fairlead.substrate.primitive.Balance;
import io.fairlead.substrate.primitive.Bytes;
import io.fairlead.substrate.primitive.EvmAddress;
import io.fairlead.substrate.primitive.Percent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Managers that allow everything unless a test sets another answer, and remember who was asked. */
public final class TestManagers implements BlueprintManagers {
  /** The hooks and queries. */
  public enum Hook {
    MANAGER_CREATED, CREATED, REGISTER, UNREGISTER, RPC_ADDRESS, PRICE_TARGETS, REQUEST, APPROVE,
    REJECT, INITIALIZED, TERMINATED, CAN_JOIN, JOINED, CAN_LEAVE, LEFT, JOB_CALL, JOB_RESULT,
    UNAPPLIED_SLASH, SLASH, SLASH_EVENT
  }

  /** A revert with a reason. */
  public static final HookAnswer REVERT = new HookAnswer.Reverted(ServicesAccounts.PALLET_EVM,
      ServicesWorld.MASTER, Bytes.hex("0x01"), Bytes.hex("0x02"));
  public static final EvmAddress SLASHER = EvmAddress.hex("0x" + "5a".repeat(20));
  public static final EvmAddress DISPUTER = EvmAddress.hex("0x" + "5d".repeat(20));

  public final Map<Hook, HookAnswer> answers = new HashMap<>();
  public final List<String> asked = new ArrayList<>();
  public OriginAnswer slashingOrigin = new OriginAnswer.Of(SLASHER);
  public OriginAnswer disputeOrigin = new OriginAnswer.Of(DISPUTER);
  public SettingAnswer heartbeatInterval = new SettingAnswer.Failed(REVERT);
  public SettingAnswer heartbeatThreshold = new SettingAnswer.Failed(REVERT);
  public SettingAnswer slashingWindow = new SettingAnswer.Failed(REVERT);
  private final Currency currency;

  public TestManagers(Currency currency) {
    this.currency = currency;
  }

  private HookAnswer answer(Hook hook, ManagedBlueprint blueprint, Object... told) {
    asked.add(hook + " " + blueprint.id() + " " + List.of(told));
    return answers.getOrDefault(hook, HookAnswer.ALLOWED);
  }

  @Override
  public HookAnswer onManagerBlueprintCreated(ManagedBlueprint blueprint, AccountId owner) {
    return answer(Hook.MANAGER_CREATED, blueprint, owner);
  }

  @Override
  public HookAnswer onBlueprintCreated(ManagedBlueprint blueprint, AccountId owner) {
    return answer(Hook.CREATED, blueprint, owner);
  }

  @Override
  public HookAnswer onRegister(ManagedBlueprint blueprint, AccountId operator,
      OperatorPreferences preferences, List<Field> args, Balance value) {
    HookAnswer answer = answer(Hook.REGISTER, blueprint, operator, args, value);
    if (answer == HookAnswer.ALLOWED) {
      currency.transfer(ServicesAccounts.PALLET, ServicesAccounts.accountOf(blueprint.master()),
          value, Currency.Existence.ALLOW_DEATH);
    }
    return answer;
  }

  @Override
  public HookAnswer onUnregister(ManagedBlueprint blueprint, AccountId operator,
      OperatorPreferences preferences) {
    return answer(Hook.UNREGISTER, blueprint, operator, preferences);
  }

  @Override
  public HookAnswer onUpdateRpcAddress(ManagedBlueprint blueprint, AccountId operator,
      OperatorPreferences preferences) {
    return answer(Hook.RPC_ADDRESS, blueprint, operator, preferences);
  }

  @Override
  public HookAnswer onUpdatePriceTargets(ManagedBlueprint blueprint, AccountId operator,
      OperatorPreferences preferences) {
    return answer(Hook.PRICE_TARGETS, blueprint, operator, preferences);
  }

  @Override
  public HookAnswer onRequest(ManagedBlueprint blueprint, RequestedService request) {
    return answer(Hook.REQUEST, blueprint, request);
  }

  @Override
  public HookAnswer onApprove(ManagedBlueprint blueprint, AccountId operator,
      OperatorPreferences preferences, long requestId, Percent percent) {
    return answer(Hook.APPROVE, blueprint, operator, requestId, percent.parts());
  }

  @Override
  public HookAnswer onReject(ManagedBlueprint blueprint, AccountId operator,
      OperatorPreferences preferences, long requestId) {
    return answer(Hook.REJECT, blueprint, operator, requestId);
  }

  @Override
  public HookAnswer onServiceInitialized(ManagedBlueprint blueprint, long requestId,
      long serviceId, AccountId owner, List<AccountId> permittedCallers, long ttl) {
    return answer(Hook.INITIALIZED, blueprint, requestId, serviceId, owner, permittedCallers, ttl);
  }

  @Override
  public HookAnswer onServiceTermination(ManagedBlueprint blueprint, long serviceId,
      AccountId owner) {
    return answer(Hook.TERMINATED, blueprint, serviceId, owner);
  }

  @Override
  public HookAnswer canJoin(ManagedBlueprint blueprint, long serviceId, AccountId operator,
      OperatorPreferences preferences) {
    return answer(Hook.CAN_JOIN, blueprint, serviceId, operator);
  }

  @Override
  public HookAnswer onOperatorJoined(ManagedBlueprint blueprint, long serviceId, AccountId operator,
      OperatorPreferences preferences) {
    return answer(Hook.JOINED, blueprint, serviceId, operator);
  }

  @Override
  public HookAnswer canLeave(ManagedBlueprint blueprint, long serviceId, AccountId operator) {
    return answer(Hook.CAN_LEAVE, blueprint, serviceId, operator);
  }

  @Override
  public HookAnswer onOperatorLeft(ManagedBlueprint blueprint, long serviceId, AccountId operator) {
    return answer(Hook.LEFT, blueprint, serviceId, operator);
  }

  @Override
  public HookAnswer onJobCall(ManagedBlueprint blueprint, long serviceId, int job, long callId,
      List<Field> inputs) {
    return answer(Hook.JOB_CALL, blueprint, serviceId, job, callId, inputs);
  }

  @Override
  public HookAnswer onJobResult(ManagedBlueprint blueprint, long serviceId, int job, long callId,
      AccountId operator, OperatorPreferences preferences, List<Field> inputs,
      List<Field> outputs) {
    return answer(Hook.JOB_RESULT, blueprint, serviceId, job, callId, operator, inputs, outputs);
  }

  @Override
  public OriginAnswer querySlashingOrigin(ManagedBlueprint blueprint, long serviceId) {
    return slashingOrigin;
  }

  @Override
  public OriginAnswer queryDisputeOrigin(ManagedBlueprint blueprint, long serviceId) {
    return disputeOrigin;
  }

  @Override
  public SettingAnswer getHeartbeatInterval(ManagedBlueprint blueprint, long serviceId) {
    return heartbeatInterval;
  }

  @Override
  public SettingAnswer getHeartbeatThreshold(ManagedBlueprint blueprint, long serviceId) {
    return heartbeatThreshold;
  }

  @Override
  public SettingAnswer getSlashingWindow(ManagedBlueprint blueprint, long serviceId) {
    return slashingWindow;
  }

  @Override
  public HookAnswer onUnappliedSlash(ManagedBlueprint blueprint, long serviceId, AccountId offender,
      Percent percent) {
    return answer(Hook.UNAPPLIED_SLASH, blueprint, serviceId, offender, percent);
  }

  @Override
  public HookAnswer onSlash(ManagedBlueprint blueprint, long serviceId, AccountId offender,
      Percent percent) {
    return answer(Hook.SLASH, blueprint, serviceId, offender, percent);
  }

  @Override
  public HookAnswer onSlashEvent(EvmAddress contract, long blueprintId, long serviceId,
      AccountId operator, Balance amount) {
    asked.add(Hook.SLASH_EVENT + " " + blueprintId + " " + List.of(contract, operator, amount));
    return answers.getOrDefault(Hook.SLASH_EVENT, HookAnswer.ALLOWED);
  }
}
